"""Whether the flexion-rotation test has really changed, and whether it has come to a plateau (examination 7).

Each side against its own first measurement. A loss on either side is worse; a gain counts on the sides that were
positive at first, where any was. A side that was positive and not measured again leaves it open.
"""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import frt_class, frt_rotation_deg
from concordant.facts.fact import SIDES, Scope
from concordant.facts.outcomes.change import frt_plateau, frt_verdict
from concordant.measures import Verdict
from concordant.measures.physical.flexion_rotation import rotation
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.measured import change_of_test, first_measured


@computes(frt_verdict)
def verdict(reader: Reader, where: Binding, term: Term) -> Reading:
    """improved, within_error or worse; unknown with the reason where the two cannot be compared."""
    inputs = Inputs(reader, where)
    if where.visit is None:
        return inputs.unknown("no retest", frt_rotation_deg)
    found: dict[str, Verdict] = {}
    notes: list[str] = []
    positive = []
    for side in SIDES:
        first = first_measured(reader, where, rotation, side)
        if first is None:
            continue
        word = reader.read(term_of(frt_class, side), where.bound(Scope.VISIT, first[0])).value
        if word == "positive":
            positive.append(side)
        changed = change_of_test(reader, where, rotation, side)
        if changed is not None:
            found[side] = changed.change.verdict
            notes.append(changed.change.words)
            inputs.note(f"{frt_rotation_deg.name} {side}", changed.after.value or 0, changed.change.words)
        elif word != "negative":
            found[side] = Verdict.UNKNOWN
            notes.append(f"{side} side not measured again")
    told = _of_sides(found, positive or list(found))
    if told is None:
        return inputs.unknown("; ".join(notes) or "not measured before and at this visit", frt_rotation_deg)
    return inputs.result(told, "; ".join(notes))


def _of_sides(found: dict[str, Verdict], counted: list[str]) -> str | None:
    if Verdict.WORSE in found.values():
        return "worse"
    if not found or Verdict.UNKNOWN in found.values():
        return None
    gained = any(found.get(side) is Verdict.IMPROVED for side in counted)
    return "improved" if gained else "within_error"


@computes(frt_plateau)
def plateau(reader: Reader, where: Binding, term: Term) -> Reading:
    """No real change at this retest and at the one before; at the first retest there is no plateau yet."""
    inputs = Inputs(reader, where)
    if where.visit is None:
        return inputs.unknown("no retest", frt_verdict)
    now = inputs.get(frt_verdict)
    if not isinstance(now, str):
        return inputs.unknown()
    if now != Verdict.WITHIN_ERROR.value:
        return inputs.result(False)
    for visit in _retests_before(reader, where.visit):
        before = reader.read(term_of(frt_verdict), where.bound(Scope.VISIT, visit))
        if not isinstance(before.value, str):
            return inputs.unknown(f"the retest before cannot be read: {before.note}", frt_verdict)
        inputs.note(frt_verdict.name, before.value, f"{before.value} on {reader.visits[visit].date}")
        return inputs.result(before.value == Verdict.WITHIN_ERROR.value)
    return inputs.result(False, "the first retest")


def _retests_before(reader: Reader, visit: str) -> list[str]:
    """Earlier visits at which a side was measured again, newest first."""
    measured = [
        one
        for one in reader.visits
        if any(reader.read(term_of(frt_rotation_deg, side), Binding(visit=one)).known for side in SIDES)
    ]
    return measured[1 : measured.index(visit)][::-1] if visit in measured else []
