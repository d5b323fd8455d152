"""Words that the sentences of booking share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from concordant.booking.problem import Discipline, Visit
from concordant.facts.kinds import DAY_IN_MONTH
from concordant.language import said

GIVEN = {Discipline.PHYSIO: "physiotherapy", Discipline.RMT: "massage"}
WEEKDAYS = (
    "on Mondays",
    "on Tuesdays",
    "on Wednesdays",
    "on Thursdays",
    "on Fridays",
    "on Saturdays",
    "on Sundays",
)
IN_THE_WAY = {
    "clinician": "the clinicians are taken",
    "room": "the rooms are taken",
    "daily_limit": "the clinicians have as many hands-on minutes as a day may hold",
    "person": "the person is somewhere else in the clinic then",
    "massage_first": "massage has to come before physiotherapy on the same day",
    "one_a_day": "the person has a visit of the same kind on those days",
    "min_days": "it would be too close to the visit before or after",
    "order": "it would come out of the order of the plan",
    "first_visit": "it would come before the first visit",
    "cover": "nobody pays for more on those days",
    "pair": "it belongs on the day of the other half of its pair",
}
"""By the words under ``blocked``."""

Names = Callable[[str], str]
"""The id of a clinician or person -> how they are called."""


def day_said(day: date) -> str:
    """3 March 2026."""
    return said(DAY_IN_MONTH[day.month - 1], day=day.day, year=day.year)


def written_day(day: str) -> str:
    """The same of a day as it is written in a file."""
    return day_said(date.fromisoformat(day))


def what_is(visit: Visit) -> str:
    """Physiotherapy or massage."""
    return said(GIVEN[visit.discipline])
