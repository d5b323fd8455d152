"""A proposed series as people compare it: trips by day, with whom, and what has no place and why."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Practice
from clinic.calendar.pages.reasons import helps_in_words, in_words
from clinic.calendar.problem.ids import CLINICIAN, id_of
from clinic.calendar.proposals import Choice, ProposedVisit, UnplacedVisit


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
    unplaced: UnplacedVisit
    why: tuple[str, ...]
    helps: tuple[str, ...]


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
        left=tuple(_left(one, names) for one in choice.unplaced),
        clinicians=tuple(dict.fromkeys(one.clinician.display_name for one in choice.placed)),
        weekdays=tuple(weekdays[number] for number in sorted(weekdays)),
    )


def _left(one: UnplacedVisit, names: Mapping[str, str]) -> Left:
    why = tuple(dict.fromkeys(in_words(each.code.value, each.data) for each in one.reasons))
    return Left(one, why, tuple(helps_in_words(one.helps, names)))


def names_in(clinic_id: int) -> dict[str, str]:
    """How the clinicians of a problem are called."""
    practices = Practice.objects.filter(clinician__clinic_id=clinic_id).select_related("clinician")
    return {id_of(CLINICIAN, one.clinician_id): one.clinician.display_name for one in practices}
