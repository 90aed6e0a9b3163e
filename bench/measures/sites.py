"""Audits of real sites: pages and contacts with their clicks, by the program test_real_sites."""
import os
import re
import subprocess

from measures.pages import Row


def measure(program, shared):
    """One row a channel; none when the test program is not built beside klikpad."""
    test = program.resolve().parent / "tests/test_real_sites"
    if not test.exists():
        return []
    environment = dict(os.environ, KLIKPAD_SHARED=str(shared))
    done = subprocess.run([str(test)], capture_output=True, text=True, env=environment, check=False)
    rows = []
    for name, right, expected in re.findall(r"^real sites, (\S+): (\d+) of (\d+)$", done.stdout, re.M):
        row = Row(f"audited sites, {name} with clicks", goal="all but 0", gates=name != "pages")
        row.expected, row.right, row.found = int(expected), int(right), int(right)
        rows.append(row)
    excluded = Row("audited sites, reported and not in the truth", goal="all but 0")
    for line in re.findall(r"^differs: (.*) is reported and is not there$", done.stdout, re.M):
        excluded.count(set(), {line}, "sites")
    for line in re.findall(r"^differs, argued: (.*)$", done.stdout, re.M):
        excluded.notes.append("argued in tests/real_sites: " + re.sub(r"^\S+: ", "a site: ", line))
    return rows + [excluded]
