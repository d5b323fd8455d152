"""What stands in the calendar counts for a plan: a visit that is booked is not prescribed once more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clinic.calendar.clocks import start_of
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import ENDED, Appointment, PrescribedVisit
from clinic.calendar.prescribing.weeks import WEEK
from clinic.chart.models import Person
from concordant.plan.interventions import Discipline as Given
from concordant.plan.visits import Week

_GIVEN: Mapping[str, Given] = {Discipline.PHYSIO: Given.PHYSIOTHERAPIST, Discipline.RMT: Given.RMT}
_RETEST = PrescribedVisit.Kind.RETEST


@dataclass(frozen=True)
class Counted:
    """The weeks of a plan against the calendar."""

    weeks: tuple[Week, ...]
    """What is left to be booked."""
    counted: int
    """Visits that stand and count."""
    beyond: tuple[tuple[date, Given, int], ...]
    """Weeks in which more stands than the plan asks for: first day, discipline, how many more."""

    @property
    def asks(self) -> bool:
        """Anything is left."""
        return any(one.retest or any(one.visits.values()) for one in self.weeks)


def counted(person: Person, weeks: Sequence[Week]) -> Counted:
    """By week and discipline, whatever made the visits that stand. What a week has too much counts for the week before
    where that lacks it: some visits may use the days after their week. A retest that stands is the retest of its week;
    one that does not stays to be booked, as measuring is a visit of its own kind. One statement."""
    standing: Counter[tuple[int, Given]] = Counter()
    retests: set[int] = set()
    for discipline, kind, number in _standing(person, weeks):
        standing[number, _GIVEN[discipline]] += 1
        if kind == _RETEST:
            retests.add(number)
    wanted = {(number, given): _wanted(one, given) for number, one in enumerate(weeks) for given in one.visits}
    there = {key: standing[key] for key in wanted}
    for number, given in wanted:
        before, here = (number - 1, given), (number, given)
        if before in wanted:
            late = min(max(wanted[before] - there[before], 0), max(there[here] - wanted[here], 0))
            there[before] += late
            there[here] -= late
    left = tuple(
        replace(
            week,
            visits={given: max(asked - there[number, given], 0) for given, asked in week.visits.items()},
            retest=week.retest and number not in retests,
        )
        for number, week in enumerate(weeks)
    )
    total = sum(min(there[key], wanted[key]) for key in wanted)
    beyond = [
        (weeks[number].starts, given, there[number, given] - wanted[number, given])
        for number, given in wanted
        if there[number, given] > wanted[number, given]
    ]
    return Counted(left, total, tuple(beyond))


def _wanted(week: Week, given: Given) -> int:
    """Measuring is a visit, whether or not the plan has another in that week."""
    asked = week.visits[given]
    return max(asked, int(week.retest)) if given is Given.PHYSIOTHERAPIST else asked


def _standing(person: Person, weeks: Sequence[Week]) -> list[tuple[str, str, int]]:
    """Discipline, kind and number of the week of each visit that was not called off."""
    zone = person.clinic.zone
    first, after = weeks[0].starts, weeks[-1].starts + WEEK
    rows = Appointment.objects.filter(
        person=person, starts_at__gte=start_of(first, zone), starts_at__lt=start_of(after, zone)
    ).exclude(status__in=ENDED)
    return [(one.discipline, one.kind, (one.starts_at.astimezone(zone).date() - first) // WEEK) for one in rows]
