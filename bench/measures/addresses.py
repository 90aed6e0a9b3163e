"""Addresses of networks: what a link to each case of the suites is said to be for, and whose."""
import html
import json
import re

from measures.pages import ROOT, Row

SHARES = {"share"}
FOLLOWS = {"profile", "profile_company", "profile_new", "profile_showcase", "profile_school",
           "profile_person", "page_old", "user_by_id", "follow_intent", "group", "invite", "community"}
CONTENT = {"post", "video", "hashtag", "search", "plugin", "event", "story", "playlist", "pin",
           "profile_or_post_short"}
CONTACTS = {"message"}

# What a visitor who clicks the link stands on is the profile: Crawlee refuses these as whole
# strings and finds the same addresses when it scans text.
BELOW_A_PROFILE = {
    "https://www.twitter.com/apify/sub-page", "https://www.twitter.com/apify?param=bla",
    "https://www.facebook.com/someusername/sub-page",
    "https://www.facebook.com/someusername?param=bla",
}


def use_of(kind):
    """The use that a kind of address has; none: the address of no contact."""
    for uses, use in ((SHARES, "share"), (FOLLOWS, "follow"), (CONTENT, "content"),
                      (CONTACTS, "contact")):
        if kind in uses:
            return use
    return "none"


def own_cases(klikpad, scratch):
    """The row of the 103 collected cases: network, use and handle."""
    row = Row("social addresses, 103 own cases", goal="all but 5", peers="Crawlee 66 of 103")
    text = (ROOT / "tests/suites/social-cases.yaml").read_text()
    cases = re.findall(r"- \{url: '([^']*)', network: (\S+), kind: '?(\w+)'?, handle: '([^']*)'", text)
    asked = [ask(klikpad, scratch / f"own-{i}.html", case[0]) for i, case in enumerate(cases)]
    for (url, network, kind, handle), answer in zip(cases, asked):
        use = use_of(kind)
        expected = (network, use, handle) if use != "none" else ("", "none", "")
        found = read(answer)
        row.count({url}, {url} if found == expected else set(), "social-cases.yaml")
    return row


def crawlee_cases(klikpad, scratch):
    """The row of Crawlee's cases: is this string the address of an account?"""
    row = Row("social addresses, Crawlee's cases", goal="all but 5")
    suite = json.loads((ROOT / "tests/suites/crawlee-social-cases.json").read_text())
    cases = [(network, text, wanted) for network in ("twitter", "facebook") for wanted in (True, False)
             for text in suite[f"{network}_full_{str(wanted).lower()}"]]
    asked = [ask(klikpad, scratch / f"crawlee-{i}.html", text if "://" in text else "https://" + text)
             for i, (_, text, _) in enumerate(cases)]
    for (network, text, wanted), answer in zip(cases, asked):
        channel, use, handle = read(answer)
        is_account = channel == network and use in ("follow", "contact") and handle != ""
        is_right = is_account == wanted
        if not is_right and text in BELOW_A_PROFILE:
            row.notes.append(f"{text}: argued, a page or query below a profile opens the profile")
        row.count({text}, {text} if is_right else set(), "crawlee-social-cases.json")
    return row


def ask(klikpad, file, url):
    file.write_text(f'<!doctype html><title>-</title><p><a href="{html.escape(url)}">link</a></p>')
    return klikpad.ask(file)


def read(answer):
    """(channel, use, handle) of the one contact of a page."""
    contacts = answer.result()["contacts"]
    if len(contacts) != 1:
        return ("", "none" if not contacts else "several", "")
    return tuple(contacts[0][key] for key in ("channel", "use", "handle"))


def measure(klikpad, scratch):
    return [own_cases(klikpad, scratch), crawlee_cases(klikpad, scratch)]
