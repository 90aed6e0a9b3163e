"""Annotated pages: unpacked, read by `klikpad find`, and the rows of the table that comes of it."""
import concurrent.futures
import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
import tarfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@dataclasses.dataclass
class Row:
    """One line of the table. Counts are None where they make no sense."""
    task: str
    expected: int = 0
    found: int = 0
    right: int = 0          # found and expected
    goal: str = ""          # the figure to reach, such as "F1 >= 0.96"
    peers: str = "–"
    gates: bool = True      # False: shown, no goal of its own
    misses: list = dataclasses.field(default_factory=list)  # (file, value)
    extra: list = dataclasses.field(default_factory=list)   # the same, found and not expected
    notes: list = dataclasses.field(default_factory=list)
    reasons: dict = dataclasses.field(default_factory=dict)  # (file, hash) → why it differs

    @property
    def precision(self):
        return self.right / self.found if self.found else 1.0 if not self.expected else 0.0

    @property
    def recall(self):
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def is_reached(self):
        name, _, floor = self.goal.partition(" >= ")
        if floor:
            return {"F1": self.f1, "recall": self.recall}[name] >= float(floor)
        if self.goal.startswith("all but "):
            return self.expected - self.right <= int(self.goal.split()[2])
        return self.right == self.expected and self.found == self.right

    def count(self, expected, found, where):
        """Adds the two sets of one page; what differs is kept with `where`."""
        self.expected += len(expected)
        self.found += len(found)
        self.right += len(expected & found)
        self.misses += [(where, value) for value in sorted(expected - found)]
        self.extra += [(where, value) for value in sorted(found - expected)]


def digest(value):
    """Eight hexadecimal digits that name a value without telling it."""
    return hashlib.sha256(str(value).encode()).hexdigest()[:8]


def shared_folder():
    return pathlib.Path(os.environ.get("KLIKPAD_SHARED", ROOT.parent / "shared"))


def unpack(archive, folder):
    with tarfile.open(archive) as tar:
        tar.extractall(folder)
    return folder


class Klikpad:
    """Runs the program, two at a time, and remembers what it was asked."""

    def __init__(self, program):
        self.program = str(program)
        self.pool = concurrent.futures.ThreadPoolExecutor(2)
        self.asked = {}

    def find(self, file, url="", country=""):
        return self.ask(file, url, country).result()

    def ask(self, file, url="", country=""):
        key = (str(file), url, country)
        if key not in self.asked:
            self.asked[key] = self.pool.submit(self._find, *key)
        return self.asked[key]

    def _find(self, file, url, country):
        command = [self.program, "find", file]
        command += ["--url", url] if url else []
        command += ["--country", country] if country else []
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"bench/accuracy: {' '.join(command)}: {done.stderr.decode().strip()}")
        return json.loads(done.stdout)


FOLDER_COUNTRY = {"us_contact_pages": "US", "nl": "NL"}


class ContactPages:
    """The pages of contact-pages.tar.xz with what people marked on them."""

    def __init__(self, klikpad, shared, scratch):
        self.klikpad = klikpad
        folder = unpack(shared / "annotated/contact-pages.tar.xz", scratch)
        truth = json.loads((shared / "annotated/contact-pages.truth.json").read_text())
        self.pages = []
        for name, spans in sorted(truth.items()):
            url = spans.get("url_or_base", "")
            if not url.startswith("http"):  # "file:///" is no address
                url = ""
            country = "" if url else FOLDER_COUNTRY.get(name.split("/")[0], "")
            file = folder / "contact-pages" / name
            klikpad.ask(file, url, country)
            self.pages.append((name, spans, file, url, country))

    def of(self, *folders):
        """(name, spans, file, answer of klikpad) of every page in these folders."""
        for name, spans, file, url, country in self.pages:
            if name.split("/")[0] in folders:
                yield name, spans, file, self.klikpad.find(file, url, country)
