"""Beginning an amendment: the form as it was signed, of which nothing was filled in beforehand."""

from __future__ import annotations

from typing import Any

from clinic.chart.models import Entry
from clinic.forms.controls import Data, Texts, shown
from clinic.notes.beforehand import PARTS
from clinic.notes.lines import Line, next_id
from clinic.notes.written import notes_in
from concordant.facts.safety.history import new_red_flag_sign

_BOTH = ("left", "right")


def as_signed(entry: Entry) -> Data:
    """What the inputs hold to say the note again."""
    (row,) = notes_in(entry.content)
    texts: Texts = {"on": [entry.on.isoformat()]}
    texts |= {part: [row["note"][part]] for part in PARTS if row.get("note", {}).get(part)}
    if row.get("minutes") is not None:
        texts["minutes"] = [shown(row["minutes"])]
    for visit in entry.content.get("visits", ()):
        answer = visit.get("facts", {}).get(new_red_flag_sign.name)
        if answer is not None:
            texts["asked"] = ["yes" if answer else "no"]
    ids: list[str] = []
    for done in _pairs(row.get("done", ())):
        identity = next_id(done["intervention"], ids)
        if identity is not None:
            ids.append(identity)
            texts |= Line(identity).texts(done)
    return {**texts, "lines": [" ".join(ids)]}


def _pairs(rows: Any) -> list[dict[str, Any]]:
    """Left and right that say the same are one line of both sides."""
    found: list[dict[str, Any]] = []
    for row in rows:
        last = found[-1] if found else {}
        if (last.get("side"), row.get("side")) == _BOTH and {**last, "side": ""} == {**row, "side": ""}:
            found[-1] = {**row, "side": "both"}
        else:
            found.append(dict(row))
    return found
