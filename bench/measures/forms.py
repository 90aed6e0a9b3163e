"""Kinds of forms against what people said of each form of a page, in document order."""
import json

from measures.pages import Row, unpack

LEFT_OUT = ("NOT ANNOTATED", "SKIP THIS FORM")
KINDS = {"contact/comment": "contact", "join mailing list": "newsletter",
         "password/login recovery": "recovery", "order/add to cart": "order",
         "display options": "other", "navigation": "other", "poll": "other", "captcha": "other"}

# Why the count of forms differs: the truth was made with another parser than a browser's.
NESTED = ": a form inside a form, which a browser drops (HTML: the form element pointer)"
CUT = ": the truth's parser stopped at a zero byte; a browser shows the form behind it"
WHY_COUNT = {"juragancipir.com-0.html": CUT, "juragancipir.com-3.html": CUT,
             "www.famili.fr-2.html": NESTED, "www.globalsugarart.com-4.html": NESTED}


def kinds_of(klikpad, shared, scratch):
    """The row of contact and comment forms against all others, and of every kind."""
    folder = unpack(shared / "annotated/form-pages.tar.xz", scratch)
    truth = json.loads((shared / "annotated/form-pages.truth.json").read_text())
    row = Row("form kind, contact or comment", goal="F1 >= 0.85")
    every = Row("form kind, each of nine", gates=False)
    for name, page in truth.items():
        klikpad.ask(folder / "form-pages" / name, page["url"])
    for name, page in sorted(truth.items()):
        forms = klikpad.find(folder / "form-pages" / name, page["url"])["forms"]
        kinds = ["contact" if f["kind"] == "comment" else
                 "search" if f["kind"] == "search" else f["kind"] for f in forms]
        if len(kinds) != len(page["forms"]):
            why = WHY_COUNT.get(name, "")
            row.notes.append(f"{name}: {len(kinds)} forms read, {len(page['forms'])} in the truth" + why)
        for i, said in enumerate(page["forms"]):
            if said in LEFT_OUT:
                continue
            kind, where = KINDS.get(said, said), f"{name} form {i + 1}"
            read = kinds[i] if i < len(kinds) else "none"
            read = "other" if read == "booking" else read
            every.count({kind}, {read}, where)
            row.count({kind} & {"contact"}, {read} & {"contact"}, where)
    return [row, every]
