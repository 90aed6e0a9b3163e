"""Rows as a table for people and as JSON."""
from measures.pages import digest


def figures(row):
    """Precision, recall and F1 with three digits; dashes where nothing is expected."""
    if not row.expected:
        return ("–", "–", "–")
    return tuple(f"{value:.3f}" for value in (row.precision, row.recall, row.f1))


def state(row):
    return "shown" if not row.gates else "reached" if row.is_reached() else "MISSED"


def markdown(rows):
    lines = ["| task | precision | recall | F1 | expected | found | right | peers | goal | |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = [row.task, *figures(row), row.expected, row.found, row.right, row.peers,
                 row.goal or "–", state(row)]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def differences(rows, show):
    """What was missed and what was found beside the truth, a line each; values only with `show`."""
    lines = []
    for row in rows:
        for kind, pairs in (("missed", row.misses), ("not in the truth", row.extra)):
            for where, value in pairs:
                reason = row.reasons.get((where, digest(value)), "")
                lines.append(f"- {row.task}, {kind}: {where} {value if show else digest(value)}"
                             + (f": {reason}" if reason else ""))
        lines += [f"- {row.task}: {note}" for note in row.notes]
    return "\n".join(lines)


def as_json(rows):
    return [{"task": row.task, "precision": round(row.precision, 4), "recall": round(row.recall, 4),
             "f1": round(row.f1, 4), "expected": row.expected, "found": row.found, "right": row.right,
             "peers": row.peers, "goal": row.goal, "state": state(row).lower(),
             "missed": [f"{where} {digest(value)}" for where, value in row.misses],
             "not_in_the_truth": [f"{where} {digest(value)}" for where, value in row.extra],
             "notes": row.notes} for row in rows]
