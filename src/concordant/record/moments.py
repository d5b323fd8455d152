"""The day on which something was written down: a day of the clinic's own calendar, never one of Greenwich."""

from __future__ import annotations

from datetime import date, datetime, timezone
from importlib import resources
from zoneinfo import ZoneInfo


def _pinned(area: str, place: str) -> ZoneInfo:
    """By the installed package, whatever the machine has: the same file has the same answer everywhere."""
    with resources.files(f"tzdata.zoneinfo.{area}").joinpath(place).open("rb") as file:
        return ZoneInfo.from_file(file, key=f"{area}/{place}")


CLINIC_ZONE = _pinned("America", "Vancouver")
"""Where a moment is read that gives universal time alone (operations 1.2: local calendar dates)."""


def local_day(moment: datetime) -> date:
    """The day of a moment. One with a zone or an offset of its own is read there, one without any as it stands."""
    if isinstance(moment.tzinfo, timezone) and not moment.utcoffset():
        return moment.astimezone(CLINIC_ZONE).date()
    return moment.date()
