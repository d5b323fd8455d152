"""A proposed series as people compare it: trips by day, with whom, and what has no place and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Practice, PrescribedVisit
from clinic.calendar.pages.reasons import helps_in_words, in_words
from clinic.calendar.problem.ids import CLINICIAN, id_of
from clinic.calendar.proposals import Choice, ProposedVisit, UnplacedVisit

MOST_HELPS = 3
"""Shown for one reason."""


@dataclass(frozen=True)
class Trip:
    day: date
    visits: tuple[ProposedVisit, ...]

    @property
    def is_pair(self) -> bool:
        """Massage, then physiotherapy."""
        return [one.visit.discipline for one in self.visits] == [Discipline.RMT, Discipline.PHYSIO]


@dataclass(frozen=True)
class Left:
    """Visits without an hour, for the same reasons."""

    visits: tuple[PrescribedVisit, ...]
    why: tuple[str, ...]
    helps: tuple[str, ...]

    @property
    def first(self) -> date:
        return min(one.earliest for one in self.visits)

    @property
    def last(self) -> date:
        return max(one.latest for one in self.visits)

    @property
    def discipline(self) -> str:
        """In words; empty where they are of both."""
        kinds = {str(one.get_discipline_display()) for one in self.visits}
        return kinds.pop() if len(kinds) == 1 else ""


@dataclass(frozen=True)
class Alternative:
    choice: Choice
    trips: tuple[Trip, ...]
    left: tuple[Left, ...]
    clinicians: tuple[str, ...]
    weekdays: tuple[date, ...]
    """One day for each weekday that is used."""

    @property
    def pairs(self) -> int:
        return sum(one.is_pair for one in self.trips)


def alternative(choice: Choice, clinic_id: int) -> Alternative:
    names = names_in(clinic_id) if choice.unplaced else {}
    by_day: dict[date, list[ProposedVisit]] = defaultdict(list)
    for one in choice.placed:
        by_day[timezone.localdate(one.starts_at)].append(one)
    weekdays = {day.weekday(): day for day in sorted(by_day, reverse=True)}
    return Alternative(
        choice,
        trips=tuple(Trip(day, tuple(visits)) for day, visits in sorted(by_day.items())),
        left=tuple(_left(choice.unplaced, names)),
        clinicians=tuple(dict.fromkeys(one.clinician.display_name for one in choice.placed)),
        weekdays=tuple(weekdays[number] for number in sorted(weekdays)),
    )


def _left(unplaced: Iterable[UnplacedVisit], names: Mapping[str, str]) -> Iterator[Left]:
    """Each reason once, with every visit that it holds for and a few things that would help."""
    same: dict[tuple[str, ...], list[UnplacedVisit]] = defaultdict(list)
    for one in unplaced:
        same[tuple(dict.fromkeys(in_words(each.code.value, each.data) for each in one.reasons))].append(one)
    for why, left in same.items():
        helps = dict.fromkeys(said for one in left for said in helps_in_words(one.helps, names))
        yield Left(tuple(one.visit for one in left), why, tuple(helps)[:MOST_HELPS])


def names_in(clinic_id: int) -> dict[str, str]:
    """How the clinicians of a problem are called."""
    practices = Practice.objects.filter(clinician__clinic_id=clinic_id).select_related("clinician")
    return {id_of(CLINICIAN, one.clinician_id): one.clinician.display_name for one in practices}
