"""A list that is worked out, as people follow it and compare its ways."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.calendar.models import ListProposal, ListWay, PrescribedVisit
from clinic.calendar.pages.reasons import in_words
from clinic.calendar.proposals import HOLDS_FOR
from clinic.chart.models import Person


@dataclass(frozen=True)
class Waits:
    """A visit that found no hour."""

    visit: PrescribedVisit
    why: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """A visit with its hour."""

    visit: PrescribedVisit
    starts_at: datetime
    clinician: str


@dataclass(frozen=True)
class Way:
    """Share of visits with one's own clinician and of pairs in percent; None where there are none."""

    row: ListWay
    figures: dict[str, Any]
    hours: tuple[tuple[Person, tuple[Placed, ...]], ...]
    """What would be booked, person by person."""
    waiting: tuple[tuple[Person, tuple[Waits, ...]], ...]
    is_next: bool
    """All before it are done."""

    @property
    def is_there(self) -> bool:
        return self.row.answer is not None

    @property
    def placed(self) -> int:
        return len(self.row.answer["placed"]) if self.row.answer else 0

    @property
    def above_bound(self) -> int | None:
        """Visits more than in the best calendar that there could be, at most."""
        if self.row.bound is None or self.row.unplaced is None:
            return None
        return self.row.unplaced - self.row.bound


@dataclass(frozen=True)
class Costs:
    """What protecting continuity costs, and what it brings."""

    waiting: int
    """Visits more that wait; below 0: fewer."""
    percent: float
    """Points of continuity."""

    @property
    def fewer(self) -> int:
        return -self.waiting

    @property
    def lost(self) -> float:
        return -self.percent


@dataclass(frozen=True)
class ListShown:
    proposal: ListProposal
    series: int
    ways: tuple[Way, ...]
    is_cut_off: bool
    costs: Costs | None

    @property
    def is_working(self) -> bool:
        return self.proposal.ended_at is None and not self.is_cut_off

    @property
    def answers(self) -> tuple[Way, ...]:
        return tuple(one for one in self.ways if one.is_there)


def list_in(clinic: Clinic) -> ListShown | None:
    """The one that is worked out, or waits to be booked."""
    now = clock.now()
    proposal = ListProposal.objects.filter(clinic=clinic, asked_at__gte=now - HOLDS_FOR).first()
    if proposal is None:
        return None
    rows = list(proposal.ways.all())
    answers = [row.answer for row in rows if row.answer]
    keys = {key for one in answers for key, *_more in (*one["waiting"], *one["placed"])}
    visits = PrescribedVisit.objects.filter(pk__in=keys).select_related("series__person").in_bulk()
    names = {one.pk: one.display_name for one in clinic.users.filter(practice__isnull=False)}
    ways = tuple(
        Way(
            row,
            row.figures,
            _hours(row, visits, names),
            _waiting(row, visits),
            is_next=all(before.answer for before in rows[:at]),
        )
        for at, row in enumerate(rows)
    )
    return ListShown(
        proposal=proposal,
        series=proposal.series.count(),
        ways=ways,
        is_cut_off=proposal.is_cut_off(now),
        costs=_costs(ways),
    )


def _hours(
    row: ListWay, visits: Mapping[int, PrescribedVisit], names: Mapping[int, str]
) -> tuple[tuple[Person, tuple[Placed, ...]], ...]:
    by_person: dict[Person, list[Placed]] = defaultdict(list)
    for key, clinician, _room, at in row.answer["placed"] if row.answer else ():
        if (visit := visits.get(key)) is not None:
            by_person[visit.series.person].append(Placed(visit, datetime.fromisoformat(at), names.get(clinician, "")))
    return tuple((person, tuple(sorted(hours, key=lambda one: one.starts_at))) for person, hours in by_person.items())


def _waiting(row: ListWay, visits: dict[int, PrescribedVisit]) -> tuple[tuple[Person, tuple[Waits, ...]], ...]:
    by_person: dict[Person, list[Waits]] = defaultdict(list)
    for key, reasons in row.answer["waiting"] if row.answer else ():
        visit = visits.get(key)
        if visit is not None:
            why = tuple(dict.fromkeys(in_words(one["code"], one["data"]) for one in reasons))
            by_person[visit.series.person].append(Waits(visit, why))
    return tuple((person, tuple(sorted(waits, key=lambda one: one.visit.rank))) for person, waits in by_person.items())


def _costs(ways: Sequence[Way]) -> Costs | None:
    strict = next((one for one in ways if one.is_there and one.row.continuity is None), None)
    protected = next((one for one in ways if one.is_there and one.row.continuity is not None), None)
    if strict is None or protected is None:
        return None
    percents = [one.figures["continuity_percent"] or 0.0 for one in (protected, strict)]
    return Costs(
        waiting=strict.placed - protected.placed,
        percent=round(percents[0] - percents[1], 1),
    )
