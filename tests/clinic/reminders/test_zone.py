"""The time zone of the feed says what the clocks do, on every day that a reminder may fall on."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Timezone

from clinic.reminders.zone import changes, vtimezone

ZONES = (
    "America/Vancouver",
    "America/Toronto",
    "America/St_Johns",
    "America/Regina",
    "Europe/Berlin",
    "Australia/Sydney",
)
FIRST = date(2026, 1, 12)


def offset_at(zone: Any, moment: datetime) -> timedelta:
    """As a calendar works it out from the text alone: the observance with the latest onset (RFC 5545, 3.6.5)."""
    latest, found = None, None
    for part in zone.subcomponents:
        before, start = part["TZOFFSETFROM"].td, part["DTSTART"].dt
        onsets = [start]
        if "RRULE" in part:
            onsets += list(
                rrulestr(part["RRULE"].to_ical().decode(), dtstart=start).between(
                    start, moment.replace(tzinfo=None) + timedelta(days=1)
                )
            )
        if "RDATE" in part:
            onsets += [one.dt for one in part["RDATE"].dts]
        for onset in onsets:
            at = onset - before
            if at <= moment.replace(tzinfo=None) and (latest is None or at > latest):
                latest, found = at, part["TZOFFSETTO"].td
    assert found is not None
    return found


@pytest.mark.parametrize("name", ZONES)
def test_it_says_what_the_clocks_say(name: str) -> None:
    zone = ZoneInfo(name)
    written = Timezone.from_ical(vtimezone(zone, FIRST).to_ical())
    moments = [
        datetime.combine(FIRST, time(20), zone).astimezone(UTC) + timedelta(days=each) for each in range(0, 3_000, 11)
    ]
    start = datetime.combine(FIRST, time.min, zone)
    for one in changes(zone, start, start + timedelta(days=3_000)):
        moment = (one.onset - one.before).replace(tzinfo=UTC)
        moments += [moment - timedelta(minutes=1), moment, moment + timedelta(minutes=61)]
    for moment in moments:
        assert offset_at(written, moment) == moment.astimezone(zone).utcoffset(), moment


def test_where_the_clocks_change_by_a_rule_it_is_the_rule() -> None:
    text = vtimezone(ZoneInfo("America/Toronto"), FIRST).to_ical().decode()
    assert "DTSTART:20260308T020000" in text  # on the clocks as they were until then
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text
    assert "RDATE" not in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in vtimezone(ZoneInfo("Europe/Berlin"), FIRST).to_ical().decode()


def test_where_there_is_no_rule_each_change_stands_by_itself() -> None:
    # In Morocco the clocks went by the month of Ramadan.
    text = vtimezone(ZoneInfo("Africa/Casablanca"), date(2019, 6, 1)).to_ical().decode()
    assert "RRULE" not in text
    assert "RDATE" in text


def test_a_rule_that_has_ended_is_not_carried_on() -> None:
    # Until 2016 the clocks changed; from then on Turkey has kept one time.
    found = vtimezone(ZoneInfo("Europe/Istanbul"), date(2014, 1, 1))
    assert offset_at(found, datetime(2019, 1, 15, 12, tzinfo=UTC)) == timedelta(hours=3)
    assert offset_at(found, datetime(2015, 1, 15, 12, tzinfo=UTC)) == timedelta(hours=2)


def test_where_the_clocks_never_change_there_is_one_time() -> None:
    assert len(vtimezone(ZoneInfo("America/Regina"), FIRST).subcomponents) == 1
