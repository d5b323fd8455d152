"""What has to stand on the bills of some people, worked out from their charts, their claims and the clinic's terms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from clinic.chart.actions import Chart
from clinic.chart.models import Entry, Person
from clinic.claims.by_day import Counting, claims_by_day
from clinic.claims.models import Claim, InvoiceLine
from clinic.claims.problems import Problem
from clinic.claims.visits import SignedVisit, signed_visits
from clinic.person.case import case_of
from concordant.record.case import Case

Key = tuple[int, int, bool]
"""Visit, row and whether the patient pays: one line at a time bills it."""


@dataclass(frozen=True)
class Wanted:
    """A line as it has to be now."""

    visit: SignedVisit
    payer: str
    for_patient: bool
    item: str
    net: Decimal | None
    gst: Decimal
    route: str
    because: tuple[str, ...]
    claim: Claim | None
    problems: tuple[Problem, ...]

    @property
    def key(self) -> Key:
        return (*self.visit.key, self.for_patient)

    def is_said_by(self, line: Any) -> bool:
        """Whether a line that nobody has seen yet says the same, and on the newest note and claim. Rules that decided
        may be named otherwise: the money is what counts."""
        newest = self.visit.entry.pk, self.claim.pk if self.claim else None
        return newest == (line.entry_id, line.claim_id) and self._asks_like(line)

    def is_billed_by(self, line: Any) -> bool:
        """Whether a line that is out still is what was billed. A note that was amended in its words alone, or a claim
        that was said anew under the same number and accident, is no reason to bill a visit a second time."""
        return _known_by(self.claim) == _known_by(line.claim) and self._asks_like(line)

    def _asks_like(self, line: Any) -> bool:
        visit = self.visit
        here = (self.payer, visit.discipline, visit.on, self.item, visit.minutes, self.route)
        there = (line.payer, line.discipline, line.service_date, line.item, line.minutes, line.route)
        return here == there and (line.net, line.gst) == (self.net, self.gst)

    def line(self, clinic_id: int, at: Any, replaces: InvoiceLine | None, turn: int) -> InvoiceLine:
        return InvoiceLine(
            clinic_id=clinic_id,
            person_id=self.visit.entry.person_id,
            claim=self.claim,
            payer=self.payer,
            for_patient=self.for_patient,
            discipline=self.visit.discipline,
            service_date=self.visit.on,
            item=self.item,
            minutes=self.visit.minutes,
            net=self.net,
            gst=self.gst,
            practitioner=self.visit.practitioner,
            entry=self.visit.entry,
            visit=self.visit.visit,
            row=self.visit.row,
            route=self.route,
            because=list(self.because),
            replaces=replaces,
            turn=turn,
            proposed_at=at,
        )


def _known_by(claim: Claim | None) -> tuple[Any, ...] | None:
    """By what the insurer tells one claim from another."""
    return (claim.number, claim.accident_on) if claim else None


@dataclass
class Work:
    """One person: what the chart and the claims say."""

    chart: Chart
    claims: tuple[Claim, ...]
    """As they were written down one after the other."""
    visits: list[SignedVisit] = field(init=False)
    counting: tuple[Counting, ...] = field(init=False)
    """Each claim with its days; none where the desk was told of none."""

    def __post_init__(self) -> None:
        self.visits = signed_visits(self.chart)
        self.counting = claims_by_day(self.claims)

    def under(self, day: date) -> Counting | None:
        """The claim that counts on a day."""
        return next((one for one in self.counting if one.holds(day)), None)

    def claim_on(self, day: date) -> Claim | None:
        found = self.under(day)
        return found.claim if found else None

    @cached_property
    def case(self) -> Case:
        """The chart alone. Raises CaseFileError where it does not add up."""
        return case_of(self.chart)

    @property
    def newest(self) -> tuple[int, int]:
        """The newest entry and the newest claim: they say whether anything is new."""
        return self.chart.entries[-1].pk if self.chart.entries else 0, self.claims[-1].pk if self.claims else 0


def work_of(people: Sequence[Person]) -> dict[int, Work]:
    """Everybody in three statements, however many they are."""
    entries: dict[int, list[Entry]] = defaultdict(list)
    for entry in Entry.objects.filter(person__in=people).select_related("author").order_by("id"):
        entries[entry.person_id].append(entry)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(person__in=people).order_by("id"):
        claims[claim.person_id].append(claim)
    return {one.pk: Work(Chart(one, tuple(entries[one.pk])), tuple(claims[one.pk])) for one in people}


def newest_of(people: Iterable[Person | int]) -> dict[int, tuple[int, int]]:
    """Person -> the newest entry and the newest claim, without reading them. One statement."""
    found = _with_newest(Person.objects.filter(pk__in=[getattr(one, "pk", one) for one in people]), "id")
    return {pk: (entry or 0, claim or 0) for pk, entry, claim in found}


def seals_of(people: QuerySet[Person]) -> dict[int, tuple[str, int]]:
    """Person -> the seal of the newest entry and the newest claim. What was worked out of a person holds as long as
    they are the same. One statement."""
    return {pk: (seal or "", claim or 0) for pk, seal, claim in _with_newest(people, "sha256")}


def _with_newest(people: QuerySet[Person], of_entry: str) -> Iterable[tuple[int, Any, Any]]:
    entries, claims = (kind.objects.filter(person=OuterRef("pk")).order_by("-id") for kind in (Entry, Claim))
    rows = people.order_by().annotate(
        newest_entry=Subquery(entries.values(of_entry)[:1]), newest_claim=Subquery(claims.values("id")[:1])
    )
    return rows.values_list("pk", "newest_entry", "newest_claim")
