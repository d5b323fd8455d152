"""What will lapse this week: windows that end, and requests for more visits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from django.core.cache import caches
from django.db.models import Exists, OuterRef

from clinic.audit.actor import Actor
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.claims.disciplines import Discipline, of_chart
from clinic.claims.late import WEEK
from clinic.claims.models import Claim, Payer
from clinic.claims.said import record_of
from clinic.claims.work import Work, newest_of, work_of
from clinic.notes.lateness import KIND
from concordant import __version__
from concordant.coverage import coverage_of
from concordant.coverage.due import PLAN
from concordant.payers.late import LAST_DAYS
from concordant.record.derive.coverage import signed_rate
from concordant.record.problems import CaseFileError


@dataclass(frozen=True)
class Ending:
    """Of one person and discipline: visits without a further answer end, or a request for more is due."""

    person_id: int
    discipline: str
    until: date | None
    left: int | None
    due: date | None
    """By when the request for more visits has to be sent; None where none is due."""
    asked: int | None
    weeks: int | None
    """What the signed plan still holds: visits, and weeks to give them in."""

    @property
    def name(self) -> str:
        return str(Discipline(self.discipline).label)

    @property
    def query(self) -> str:
        """What the letter begins with."""
        if self.asked is None or self.weeks is None:
            return ""
        return f"?visits:{self.discipline}={self.asked}&weeks={self.weeks}"


@dataclass(frozen=True)
class EndingOf:
    person: Person
    ending: Ending
    is_over: bool
    ends_in: int | None
    due_in: int | None
    """Days; less than nothing where the day has passed."""


def endings(by: Actor, today: date) -> tuple[list[EndingOf], list[EndingOf], list[Person]]:
    """What ends within a week, and the requests that are due within one; the first to come first.

    Charts are drawn upon and none is opened; only what billing needs comes out. At the end: whose charts they were.
    """
    people = _under_a_claim(by, today)
    found = _worked_out(people, today)
    rows = [
        EndingOf(
            person=one,
            ending=ending,
            is_over=bool(ending.until and ending.until < today),
            ends_in=(ending.until - today).days if ending.until else None,
            due_in=(ending.due - today).days if ending.due else None,
        )
        for one in people
        for ending in found[one.pk]
    ]
    ends = [one for one in rows if one.ending.until and today <= one.ending.until <= today + WEEK]
    due = [one for one in rows if one.ending.due and one.ending.due <= today + WEEK]
    return (
        sorted(ends, key=lambda one: (one.ending.until or today, one.person.pk)),
        sorted(due, key=lambda one: (one.ending.due or today, one.person.pk)),
        people,
    )


def _under_a_claim(by: Actor, today: date) -> list[Person]:
    """Who has a claim with ICBC, and was treated since the last bill that could still be sent."""
    of_icbc = Claim.objects.filter(person=OuterRef("pk"), payer=Payer.ICBC)
    treated = Entry.objects.filter(person=OuterRef("pk"), kind=KIND, on__gte=today - timedelta(days=LAST_DAYS))
    return list(people_in_reach(by).filter(Exists(of_icbc), Exists(treated)).select_related("clinic").order_by("id"))


def _worked_out(people: Iterable[Any], today: date) -> dict[int, tuple[Ending, ...]]:
    """Anew only for those of whom something was signed or said since the last look of this day."""
    people = list(people)
    newest = newest_of(people)
    cache = caches["verdicts"]
    keys = {pk: f"endings:{__version__}:{pk}:{entry}:{claim}:{today}" for pk, (entry, claim) in newest.items()}
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if anew := [one for one in people if one.pk not in found]:
        fresh = {pk: tuple(_of(work, today)) for pk, work in work_of(anew).items()}
        cache.set_many({keys[pk]: one for pk, one in fresh.items()})
        found |= fresh
    return found


def _of(work: Work, today: date) -> Iterator[Ending]:
    try:
        record = record_of(work, today)
    except CaseFileError:
        return  # the month says so of each of its lines
    cover = coverage_of(record, today)
    due = {one.discipline: one.by for one in cover.due if one.what == PLAN and one.discipline}
    treated = {one.discipline for one in cover.visits if one.status == "attended"}
    for discipline, budget in cover.disciplines.items():
        if discipline not in treated or (discipline not in due and budget.until is None):
            continue
        rate = signed_rate(record, discipline)
        weeks = _weeks_to_retest(work, record, today)
        yield Ending(
            person_id=work.chart.person.pk,
            discipline=of_chart(discipline),
            until=budget.until,
            left=budget.left,
            due=due.get(discipline),
            asked=ceil(rate * weeks) if rate and weeks else None,
            weeks=weeks,
        )


def _weeks_to_retest(work: Work, record: Any, today: date) -> int | None:
    """Whole weeks of the signed plan that are still ahead: to its retest."""
    plans = [plan for one in record.headaches if (plan := record.plan_of(one)) is not None and plan.retest]
    ahead = [(plan.retest - today).days for plan in plans if plan.retest and plan.retest > today]
    return ceil(max(ahead) / 7) if ahead else None
