"""Opening hours: marked spans found and read right, and the collected phrases."""
import hashlib
import re
from html.parser import HTMLParser

from measures.pages import ROOT, Row

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


class VisibleText(HTMLParser):
    """All text of a page but that of scripts and styles."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.skip, self.parts = 0, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style") and self.skip > 0

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def bare(text):
    """Letters and digits alone, so that spaces and marks do not count."""
    return re.sub(r"[\W_\u00c2]+", "", text).lower()


def rows_of(means):
    """OSM opening_hours as {(weekday, opens, closes)}; weekday 0 belongs to no day. What has no
    times (closed, by appointment) has no rows."""
    means = "Mo-Su 00:00-24:00" if means == "24/7" else means
    rows = set()
    for rule in filter(None, means.split("; ")):
        days, _, times = rule.rpartition(" ")
        if days.startswith("PH") or not re.fullmatch(r"[-+:,\d]+", times):
            continue
        weekdays = [] if days else [0]
        for part in filter(None, days.split(",")):
            first, _, last = part.partition("-")
            if first in DAYS:
                i, j = DAYS.index(first), DAYS.index(last or first)
                weekdays += [(i + k) % 7 + 1 for k in range((j - i) % 7 + 1)]
        rows |= {(day, *span.split("-")) for span in times.split(",") if "-" in span
                 for day in weekdays}
    return rows


# Expectations of the phrase list that are words around hours, as hours.
SAID_OTHERWISE = {
    "00:00-24:00 on the days named; all days if none": "24/7",
    "00:00-24:00": "24/7",
    "Mo-Fr 09:00-17:00 (5 means 17)": "Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-17:30, time zone given": "Mo-Fr 09:00-17:30",
    "conflict on Sa: keep both, mark as contradictory": "Mo-Sa 08:00-23:00; Sa,Su 08:00-17:00",
}


def covered(text, span, quotes):
    """The largest share of the span's characters that quotes cover at a place of it."""
    marks = bytearray(len(text))
    for quote in quotes:
        at = text.find(quote)
        while quote and at >= 0:
            marks[at:at + len(quote)] = b"\1" * len(quote)
            at = text.find(quote, at + 1)
    best, at = 0.0, text.find(span)
    while at >= 0:
        best = max(best, sum(marks[at:at + len(span)]) / len(span))
        at = text.find(span, at + 1)
    return max([best] + [1.0 for quote in quotes if span in quote])


def spans_of(pages):
    """Rows of spans found, and of the spans that were read by hand, read right."""
    found_row = Row("opening hours, marked spans found", goal="recall >= 0.80")
    right_row = Row("opening hours, 40 spans read right", goal="recall >= 0.90")
    by_hand = dict(re.findall(r"sha256: '(\w+)', means: '([^']*)'",
                              (ROOT / "tests/suites/hours-spans.yaml").read_text()))
    folders = ("business_pages", "us_contact_pages", "random_pages", "nl")
    for name, spans, file, answer in pages.of(*folders):
        if not spans.get("HOURS"):
            continue
        text = bare("".join(VisibleText(file.read_text(encoding="utf-8", errors="replace")).parts))
        quotes = {bare(row["quote"]) for row in answer["hours"]}
        for span in dict.fromkeys(spans["HOURS"]):
            is_found = covered(text, bare(span), quotes) >= 0.5
            found_row.count({span}, {span} if is_found else set(), name)
            means = by_hand.get(hashlib.sha256((name + span).encode()).hexdigest())
            if means is None:
                continue
            rows = {(row["weekday"], row["opens"], row["closes"]) for row in answer["hours"]
                    if bare(row["quote"]) in bare(span) or bare(span) in bare(row["quote"])}
            right_row.count({span}, {span} if rows_of(means) <= rows else set(), name)
    return [found_row, right_row]


def phrases_of(klikpad, shared, scratch):
    """The row of the collected phrases, each alone on a page of its language. What a phrase says
    without times ("closed", "by appointment") must give no hours."""
    row = Row("opening hours, collected phrases", goal="all but 0", peers="opening_hours.js 21 of 89")
    text = (shared / "facts/vocabulary.yaml").read_text()
    text = text[text.index("\n  phrases:\n"):text.index("\nrules:")]
    cases = []
    for item in text.split("\n  - lang: ")[1:]:
        lang = item.split("\n", 1)[0]
        value = {key: re.sub(r"\n {6}", " ", raw).strip().strip("'").replace("''", "'")
                 for key, raw in re.findall(r"\n    (text|expect): (.*(?:\n {6}.*)*)", item)}
        cases.append((lang, value["text"], value["expect"]))
    asked = []
    for i, (lang, phrase, expect) in enumerate(cases):
        file = scratch / f"phrase-{i}.html"
        file.write_text(f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>-</title>'
                        f"<body><p>{phrase}</p></body></html>", encoding="utf-8")
        asked.append(klikpad.ask(file))
    for (lang, phrase, expect), answer in zip(cases, asked):
        rows = {(h["weekday"], h["opens"], h["closes"]) for h in answer.result()["hours"]}
        wanted = {r for r in rows_of(SAID_OTHERWISE.get(expect, expect)) if r[0]}
        row.count({phrase}, {phrase} if rows == wanted else set(), f"a phrase in {lang}")
    return [row]
