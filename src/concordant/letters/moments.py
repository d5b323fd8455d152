"""When something was said and by whom, to the minute where the chart has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Reading
from concordant.diagnosis.explaining.reasons import source_of
from concordant.record.record import Record

WRITTEN = "{source}, written down {at}"


def moment_of(record: Record, term: Term, reading: Reading) -> str:
    """``the examiner, 8 Jan 2024, written down 14:05``."""
    source = source_of(term, reading)
    known = (one for one in _recorded(record, term, reading) if one.date() <= record.as_of)
    written = max(known, default=None, key=_in_order)
    if written is None:
        return source
    on_another_day = reading.said is None or reading.said.on != written.date()
    at = f"{written.day} {written:%b %Y %H:%M}" if on_another_day else f"{written:%H:%M}"
    return WRITTEN.format(source=source, at=at)


def _in_order(one: datetime) -> str:
    """A chart may mix times with and without a zone; those of one entry do not."""
    return one.isoformat()


def _recorded(record: Record, term: Term, reading: Reading) -> Iterator[datetime]:
    """When the entries of that day about this fact were written down."""
    if reading.said is None:
        return
    name, day, case = term.fact.name, reading.said.on, record.case
    owners = (case.facts, *(one.facts for one in case.headaches), *(one.facts for one in case.injuries))
    for owner in owners:
        yield from (one.recorded for one in owner.get(name, ()) if one.on == day and one.recorded is not None)
    for visit in record.visits.values():
        has = any(finding.fact == name for finding in visit.findings)
        if has and visit.date == day and visit.recorded is not None:
            yield visit.recorded
    for row in case.diary:
        if name in row.facts and row.date == day and row.recorded is not None:
            yield row.recorded
