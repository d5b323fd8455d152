"""Sessions with hands on the person in this episode: they have limits (retest 9).

An intervention that is not on either list, and a session that does not say what was done, may have been either.
"""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.plan.episode import hands_on_sessions_done
from concordant.facts.values import Span
from concordant.record.case import Treatment
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.interventions import HANDS_OFF, HANDS_ON


@computes(hands_on_sessions_done)
def sessions(reader: Reader, where: Binding, term: Term) -> Reading:
    """Surely hands-on, up to possibly hands-on; without any treatment on record nothing is counted."""
    inputs = Inputs(reader, where)
    if not reader.treatments:
        return inputs.unknown("no treatment is recorded")
    found = [_is_hands_on(one) for one in reader.treatments]
    sure, open_ = found.count(True), found.count(None)
    note = f"{sure} of {len(found)} sessions" + (f", {open_} do not say" if open_ else "")
    return inputs.result(Span(sure, sure + open_), note, Origin.COUNTED, partial=open_ > 0)


def _is_hands_on(one: Treatment) -> bool | None:
    if HANDS_ON.intersection(one.interventions):
        return True
    return False if one.interventions and HANDS_OFF.issuperset(one.interventions) else None
