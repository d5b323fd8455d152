"""What a device may tick: the signed home programme of the days that can still be written down, for keeping there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.home.programme import Programme, programme_of
from clinic.person.look import look_at
from clinic.person.moment import moment_of
from concordant.record.diary import LATEST_DAYS


@dataclass(frozen=True)
class AtHome:
    days: Mapping[date, Programme]
    """Today and the days before that can still be written down, newest first."""

    @property
    def items(self) -> dict[date, list[str]]:
        """The treatments to tick on each day."""
        return {day: [one.item.id for one in found.items] for day, found in self.days.items()}

    def plain(self) -> dict[str, Any]:
        """In the language of the moment: a device without a network has nobody to ask for another."""
        days = [{"day": day.isoformat(), "items": _plain(found)} for day, found in self.days.items()]
        return {"stop": any(found.see_a_doctor for found in self.days.values()), "days": days}


def at_home(by: Actor, chart: Chart) -> AtHome:
    """As the page of the programme shows it."""
    look = look_at(chart, moment_of("", chart.person.clinic.zone))
    days = [look.moment.day - timedelta(days=back) for back in range(LATEST_DAYS + 1)]
    return AtHome({day: programme_of(look, by, day) for day in days})


def _plain(programme: Programme) -> list[dict[str, Any]]:
    return [
        {"item": one.item.id, "name": str(one.name), "dose": str(one.line), "wait": bool(one.against)}
        for one in programme.items
    ]
