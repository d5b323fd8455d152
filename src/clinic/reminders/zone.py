"""A time zone as RFC 5545 writes it, from the rules that the clinic goes by (clinic.zones).

Where the clocks change on the same weekday of a month each year, it is one rule, as the calendars of phones and desks
expect it (Outlook reads no lists of days there); else each change stands by itself.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

YEARS = 10
"""So far ahead the changes are looked at."""
_A_DAY, _A_MINUTE = timedelta(days=1), timedelta(minutes=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7


@dataclass(frozen=True)
class Change:
    """The clocks go from one offset to another."""

    onset: datetime
    """On the clocks as they were until then, as RFC 5545 (3.6.5) counts it."""
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def vtimezone(zone: ZoneInfo, first: date, years: int = YEARS) -> Timezone:
    """From the day before ``first`` on. Where there are rules, they are taken to hold on."""
    found = Timezone()
    found.add("TZID", zone.key)
    start = datetime.combine(first - _A_DAY, time.min, zone)
    end = start.replace(year=start.year + years, day=1)
    found.add_component(_component([_as_change(start, start)], end.year))
    alike: dict[tuple[timedelta, timedelta, str, bool], list[Change]] = defaultdict(list)
    for one in changes(zone, start, end):
        alike[one.before, one.after, one.name, one.is_summer].append(one)
    for same in alike.values():
        found.add_component(_component(same, end.year))
    return found


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """Every change of the clocks between two moments, to the minute."""
    here, end = first.astimezone(UTC), last.astimezone(UTC)
    while here < end:
        then = here + _A_DAY
        if here.astimezone(zone).utcoffset() != then.astimezone(zone).utcoffset():
            low, high = here, then
            while high - low > _A_MINUTE:
                middle = low + (high - low) // 2
                same = middle.astimezone(zone).utcoffset() == here.astimezone(zone).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            moment = high.replace(second=0, microsecond=0)
            yield _as_change(here.astimezone(zone), moment.astimezone(zone))
        here = then


def _as_change(before: datetime, after: datetime) -> Change:
    was, then = before.utcoffset() or timedelta(0), after.utcoffset() or timedelta(0)
    onset = (after.astimezone(UTC) + was).replace(tzinfo=None)
    return Change(onset, was, then, after.tzname() or "", bool(after.dst()))


def _component(same: list[Change], last_year: int) -> TimezoneStandard | TimezoneDaylight:
    first = same[0]
    found = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    found.add("DTSTART", first.onset)
    found.add("TZOFFSETFROM", first.before)
    found.add("TZOFFSETTO", first.after)
    found.add("TZNAME", first.name)
    if rule := _rule(same, last_year):
        found.add("RRULE", rule)
    elif len(same) > 1:
        found.add("RDATE", [one.onset for one in same[1:]])
    return found


def _rule(same: list[Change], last_year: int) -> dict[str, object] | None:
    """The weekday of the month on which it happens each year, counted from its start or from its end; None where there
    is none, or where it ends before the last year that was looked at."""
    years = [one.onset.year for one in same]
    if len(same) < 2 or years != list(range(years[0], years[0] + len(years))) or years[-1] < last_year - 1:
        return None
    if len({(one.onset.month, one.onset.weekday(), one.onset.time()) for one in same}) != 1:
        return None
    for place in (_from_start, _from_end):
        if len(places := {place(one.onset) for one in same}) == 1:
            day = f"{places.pop()}{_WEEKDAYS[same[0].onset.weekday()]}"
            return {"FREQ": "YEARLY", "BYMONTH": same[0].onset.month, "BYDAY": day}
    return None


def _from_start(moment: datetime) -> int:
    return (moment.day - 1) // _WEEK + 1


def _from_end(moment: datetime) -> int:
    next_month = (moment.replace(day=1) + 31 * _A_DAY).replace(day=1)
    return -((next_month - moment - timedelta(microseconds=1)).days // _WEEK + 1)
