"""Phone numbers, faxes and e-mail addresses against what people marked."""
import re

from measures.pages import Row

OFFICES = "business_pages/296.html"  # a multinational's offices, measured alone
KEYPAD = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"))


def digits(text):
    return re.sub(r"\D", "", text)


def key_of(number):
    """The last nine digits; of a shorter number all but its trunk zeros."""
    return digits(number).lstrip("0")[-9:]


def number_of_span(span):
    """The digits of a marked number: letters as on a keypad, without extension, without the
    repetition in figures that follows a number in letters, without a second number after a slash."""
    span = re.split(r"(?i)\s*(?:\bext|\bx\d|/)", span)[0]
    plain = "".join(KEYPAD.get(c, c) for c in span)
    tail = re.fullmatch(r"(.*\d.*)\(([-\d. ]+)\)\s*", plain)
    if tail and digits(tail[1]).endswith(digits(tail[2])[-7:]):
        return digits(tail[1])
    return digits(plain)


def same_number(a, b):
    """Whether two keys name one number: a national one may lack its area or country code."""
    shorter = min(len(a), len(b))
    return a == b or (5 <= shorter < 9 and a[-shorter:] == b[-shorter:])


# Why a number differs, by file and hash.
WHY_NUMBER = {
    ("business_pages/206.html", "19d4bc11"): "not in the file, which shows another number there",
    ("business_pages/208.html", "19d4bc11"): "not in the file, which shows another number there",
    ("us_contact_pages/50.html", "984d9af3"): "the file holds another page than the marks belong to",
    ("us_contact_pages/50.html", "2249607d"): "the file holds another page than the marks belong to",
    ("business_pages/16.html", "1aefb5be"): "a tel: link that says Call Us",
    ("business_pages/172.html", "efbd04e5"): "printed, not marked",
    ("business_pages/206.html", "dfb3cce1"): "the number that the file shows",
    ("business_pages/208.html", "dfb3cce1"): "the number that the file shows",
    ("us_contact_pages/50.html", "678ed590"): "the file holds another page than the marks belong to",
    ("us_contact_pages/50.html", "93912890"): "the file holds another page than the marks belong to",
    ("us_contact_pages/66.html", "ba0b08fe"): "a tel: link that says Call Us Now",
}


def numbers_of(pages):
    """Rows of phones and faxes: without the page of offices, and that page alone."""
    main = Row("phones and faxes", goal="F1 >= 0.96",
               peers="Crawlee 0.83-0.86, libphonenumber-js 0.89-0.91", reasons=WHY_NUMBER)
    offices = Row("phones and faxes, one page of offices", goal="F1 >= 0.85")
    kinds = Row("of these: fax told from phone", gates=False)
    other = Row("phones and faxes, random_pages", gates=False)
    for name, spans, _, answer in pages.of("business_pages", "us_contact_pages", "random_pages"):
        row = offices if name == OFFICES else other if name.startswith("random") else main
        found = {key_of(c["value"]) for c in answer["contacts"] if c["channel"] in ("phone", "fax")}
        marked = {}
        for kind in ("TEL", "FAX"):
            for span in spans.get(kind, []):
                marked.setdefault(key_of(number_of_span(span)), set()).add(kind)
        # Numbers that are one, though printed shorter, take the spelling of the truth.
        alike = {f: next((m for m in sorted(marked) if same_number(f, m)), f) for f in found}
        row.count(set(marked), {alike[f] for f in found}, name)
        if row is other:
            continue
        faxes = {alike[key_of(c["value"])] for c in answer["contacts"] if c["channel"] == "fax"}
        phones = {alike[key_of(c["value"])] for c in answer["contacts"] if c["channel"] == "phone"}
        both = set(marked) & (faxes | phones)
        kinds.count({m for m in both if "FAX" in marked[m]}, faxes & both, name)
    return [main, offices, kinds, other]


def address_of_span(span):
    """The address that a marked span spells: "info at example dot com" as well."""
    text = span.strip().lower()
    plain = re.search(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", text)
    if plain:
        return plain[0]
    text = re.sub(r"\s*[\[({]\s*(?:at|put the at sign here)\s*[\])}]\s*|\s+at\s+", "@", text)
    return re.sub(r"\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", ".", text)


# Why an address differs, by file and hash.
WHY_ADDRESS = {
    ("us_contact_pages/24.html", "188bc699"): "the page prints it without the end of its domain: no mail arrives there",
    ("us_contact_pages/42.html", "c90f9ddb"): "printed like the other departments' addresses, not marked",
    ("us_contact_pages/50.html", "3a21c868"): "the file holds another page than the marks belong to",
    ("us_contact_pages/14.html", "e35da32c"): "a link that says what the address is for",
    ("us_contact_pages/62.html", "7e10fddc"): "a link under a name",
    ("us_contact_pages/62.html", "1ed9d4a3"): "a link under a name",
    ("us_contact_pages/62.html", "b0f2c99d"): "a link under a name",
    ("us_contact_pages/62.html", "631afcbf"): "a link under a name",
    ("us_contact_pages/62.html", "0f5ed5c3"): "a link under a name",
    ("us_contact_pages/70.html", "a7711ecd"): "the link under another printed address leads here",
    ("us_contact_pages/84.html", "0573af30"): "a link that a style sheet paints as a picture",
    ("random_pages/20.html", "93060dc7"): "a script of the page writes it",
    ("random_pages/20.html", "b5875213"): "a script of the page writes it",
    ("random_pages/40.html", "5957c8eb"): "printed, not marked",
    ("random_pages/42.html", "c556cf7e"): "printed, not marked",
    ("random_pages/44.html", "7438cc18"): "printed, not marked",
    ("random_pages/22.html", "921fe18a"): "a link under the firm's name",
    ("random_pages/6.html", "ab830c0a"): "a link that says what the address is for",
    ("random_pages/6.html", "beb05429"): "a link that says what the address is for",
    ("random_pages/6.html", "e14cb203"): "a link that says what the address is for",
    ("random_pages/6.html", "68ff7c59"): "a link that says what the address is for",
    ("random_pages/6.html", "90fa6ae8"): "a link that says what the address is for",
}


def addresses_of(pages):
    """Rows of e-mail addresses. People marked what can be read; a link with other words ("Mail us")
    is an address too, which nobody marked: `clicks` is 0 for what can be read without a click."""
    rows = []
    for folder in ("us_contact_pages", "random_pages"):
        is_goal = folder == "us_contact_pages"
        read = Row(f"e-mail addresses that can be read, {folder}", goal="F1 >= 0.97" if is_goal else "",
                   peers="Crawlee 0.86-0.94" if is_goal else "–", gates=is_goal, reasons=WHY_ADDRESS)
        linked = Row(f"e-mail addresses, links under other words too, {folder}", gates=False, reasons=WHY_ADDRESS)
        rows += [read, linked]
        for name, spans, _, answer in pages.of(folder):
            marked = {address_of_span(span) for span in spans.get("EMAIL", [])}
            emails = [c for c in answer["contacts"] if c["channel"] == "email"]
            read.count(marked, {c["value"] for c in emails if c["clicks"] == 0}, name)
            linked.count(marked, {c["value"] for c in emails}, name)
    return rows
