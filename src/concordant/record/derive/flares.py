"""Flares: pain that is still up on the day after a session or a home set (treatment 1, 5.3).

A diary knows days, not hours: worst pain on the next day that is 2 points or more above the mean of the week before
the session has lasted over the night. Days after a session that nobody answered may have been flares.
"""

from __future__ import annotations

from datetime import date, timedelta

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.day import intensity_nrs
from concordant.facts.plan.episode import flare_24h, flares_14d
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.intensity import ENOUGH_OF_A_WEEK, WEEK, worst_of_day
from concordant.record.diary import days_of

RISE_NRS = 2
"""Points of 10 (dictionary, ``flare_24h``)."""
COUNTED_DAYS = 14


@computes(flare_24h)
def newest(reader: Reader, where: Binding, term: Term) -> Reading:
    """Whether the newest session of the last week whose next day is answered was followed by a flare."""
    inputs = Inputs(reader, where)
    if not _sessions(reader, WEEK):
        return inputs.result(False, f"no session or home set in the last {WEEK} days")
    known = last_known(reader)
    if known is None:
        return inputs.unknown("no day after a session is answered", intensity_nrs)
    day, flared = known
    return inputs.result(flared, f"after {day}", Origin.COUNTED)


def last_known(reader: Reader) -> tuple[date, bool] | None:
    """The newest session or home set of the last week whose next day is answered, and whether it flared."""
    for day in reversed(_sessions(reader, WEEK)):
        found = _flared(reader, day)
        if found is not None:
            return day, found
    return None


@computes(flares_14d)
def count(reader: Reader, where: Binding, term: Term) -> Reading:
    """Flares in 14 days; days in a row are one flare."""
    inputs = Inputs(reader, where)
    if not reader.diary:
        return inputs.unknown("no diary", flares_14d)
    sessions = _sessions(reader, COUNTED_DAYS)
    days = days_of(reader.as_of - timedelta(days=COUNTED_DAYS), reader.as_of - timedelta(days=1))
    found = [_flared(reader, day) if day in sessions else False for day in days]
    unknown = found.count(None)
    note = f"after {len(sessions)} days with a session or home set" + (f", {unknown} open" if unknown else "")
    return inputs.result(_runs(found), note, Origin.COUNTED, partial=unknown > 0)


def _sessions(reader: Reader, days: int) -> list[date]:
    """The days with a session or a home set whose next day has come."""
    first = reader.as_of - timedelta(days=days)
    done = {one.date for one in reader.treatments} | {row.date for row in reader.home if row.done}
    return sorted(day for day in done if first <= day < reader.as_of)


def _flared(reader: Reader, session: date) -> bool | None:
    after = worst_of_day(reader.diary, session + timedelta(days=1))
    before = _mean_before(reader, session)
    return None if after is None or before is None else after - before >= RISE_NRS


def _mean_before(reader: Reader, session: date) -> float | None:
    """Mean worst pain of the headache days of the week before; 0 where enough of it is answered and has none."""
    week = days_of(session - timedelta(days=WEEK), session - timedelta(days=1))
    said = [one for one in (worst_of_day(reader.diary, day) for day in week) if one is not None]
    pain = [one for one in said if one > 0]
    if pain:
        return sum(pain) / len(pain)
    return 0.0 if len(said) >= ENOUGH_OF_A_WEEK else None


def _runs(found: list[bool | None]) -> Span:
    """The fewest and the most runs of flares, whatever the unknown days were."""
    # For each way in which the day before may have been: (fewest, most) runs so far.
    so_far: dict[bool, tuple[int, int]] = {False: (0, 0)}
    for day in found:
        following: dict[bool, tuple[int, int]] = {}
        for flare in (True, False) if day is None else (day,):
            ways = [
                (low + (flare and not before), high + (flare and not before)) for before, (low, high) in so_far.items()
            ]
            following[flare] = (min(low for low, _ in ways), max(high for _, high in ways))
        so_far = following
    return Span(min(low for low, _ in so_far.values()), max(high for _, high in so_far.values()))
