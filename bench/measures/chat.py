"""Chat vendors from page source: embeds rebuilt by hand, and pages that only mention the names."""
from measures.pages import ROOT, Row


# Vendors whose script is no way to reach anybody: nothing may be found.
NO_CHANNEL = {"callrail": "swaps numbers to count calls", "coosto": "a tool of those who answer"}


def measure(klikpad):
    embeds = Row("chat, embeds of vendors with hosts", goal="all but 0")
    traps = Row("chat, pages that only name vendors", goal="all but 0")
    for row, folder in ((embeds, "chat_embeds"), (traps, "chat_traps")):
        files = sorted((ROOT / "tests/find" / folder).glob("*.html"))
        asked = [klikpad.ask(file) for file in files]
        for file, answer in zip(files, asked):
            contacts = answer.result()["contacts"]
            if row is embeds:  # vendors of WhatsApp and Apple buttons carry the account's own value
                own = {file.stem} if any(file.stem.startswith(c["channel"].replace("-", "_"))
                                         for c in contacts) else {c["value"] for c in contacts}
                row.count(set() if file.stem in NO_CHANNEL else {file.stem}, own, file.stem)
            else:
                row.count(set(), {c["value"] for c in contacts if c["channel"] == "chat"}, file.stem)
    embeds.notes = [f"{vendor}: no channel, {why}" for vendor, why in NO_CHANNEL.items()]
    return [embeds, traps]
