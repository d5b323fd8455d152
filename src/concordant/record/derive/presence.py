"""What follows from an entry being there at all."""

from __future__ import annotations

from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.history.pattern import headache_present
from concordant.facts.safety.history import red_flag_today
from concordant.facts.safety.results import diary_red_flags
from concordant.record.derive.computing import Inputs, Mode, Reader, computes


@computes(headache_present, Mode.PROPOSAL)
def listed(reader: Reader, where: Binding, term: Term) -> Reading:
    """A headache that is described exists."""
    inputs = Inputs(reader, where)
    if where.headache is None:
        return inputs.unknown("", headache_present)
    return inputs.result(True, "this headache is described in the record", Origin.COMPUTED)


@computes(diary_red_flags)
def alarms(reader: Reader, where: Binding, term: Term) -> Reading:
    """Everything ticked since somebody of the clinic saw the person. A day on which nothing was asked says nothing."""
    inputs = Inputs(reader, where)
    since = max((visit.date for visit in reader.visits.values() if not visit.is_told), default=date.min)
    ticked: set[str] = set()
    for day, rows in reader.diary.by_day.items():
        for row in rows if day >= since else ():
            found = row.facts.get(red_flag_today.name)
            if isinstance(found, frozenset) and found:
                ticked |= found
                inputs.note(red_flag_today.name, found, f"{day}: {red_flag_today.kind.in_english(found)}")
    # No tick is no alarm: the diary raises flags, it never clears one.
    return inputs.result(frozenset(ticked))
