"""From what the care library says of each visit to the lines that bill it. The rules are the library's; here stand the
bill's own checks: who is told, by what numbers, and by whom it was given."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from clinic import clock
from clinic.claims.models import Item, Payer, Route
from clinic.claims.money import ZERO
from clinic.claims.problems import Problem, problem
from clinic.claims.said import differs, payer_in_chart, record_of
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit
from clinic.claims.work import Wanted, Work
from concordant.coverage import Entitlement, VisitCover, coverage_of
from concordant.coverage import Route as Way
from concordant.facts import DICTIONARY
from concordant.payers import TREATS, accident_problem, gst
from concordant.payers.preauthorised import ID as COUNT
from concordant.record.problems import CaseFileError

INSURERS = (Payer.ICBC, Payer.WORKSAFEBC)
"""They are billed by the clinic. An extended plan pays its member back, who has paid here."""


def wanted_of(work: Work, terms: Terms) -> list[Wanted]:
    """Every line of a person, of any day, as it has to be now."""
    if not work.visits:
        return []
    today = timezone.localdate(clock.now(), work.chart.person.clinic.zone)
    try:
        cover = coverage_of(record_of(work, today), today, terms.for_library())
        said = payer_in_chart(work)
    except CaseFileError:
        return [_stuck(visit, problem("unreadable")) for visit in work.visits]
    payer = work.claim.payer if work.claim else said.kind if said else ""
    of_claim = tuple(_of_claim(work, today))
    # Whoever the chart names: the patient is not asked for what an insurer may have to pay.
    names_insurer = payer in INSURERS or (said is not None and said.kind in INSURERS)
    against = (problem("claim_differs"),) if names_insurer and differs(work, said) else ()
    covers: dict[tuple[date, str], list[VisitCover]] = defaultdict(list)
    for one in cover.visits:
        if one.status == "attended":
            covers[one.date, one.discipline].append(one)
    lines: list[Wanted] = []
    for visit in work.visits:
        of_day = covers[visit.on, TREATS[visit.discipline]]
        # What came in with a case file may stand on the same day: of several the one that is refused comes last.
        of_day.sort(key=lambda one: one.entitlement is Entitlement.REFUSED)
        found = of_day.pop(0) if of_day else None
        own = tuple(_of_practitioner(visit, terms))
        lines += _Billed(work, terms, payer, visit, (*against, *own), of_claim).lines(found)
    return lines


@dataclass(frozen=True)
class _Billed:
    """One visit of a person whose payer is known, or is not (empty)."""

    work: Work
    terms: Terms
    payer: str
    visit: SignedVisit
    own: tuple[Problem, ...]
    """What stands against every line of the visit, whoever pays."""
    of_claim: tuple[Problem, ...]

    def lines(self, cover: VisitCover | None) -> Iterator[Wanted]:
        if not self.payer:
            yield _stuck(self.visit, problem("no_claim"), *self.own)
        elif self.payer not in INSURERS:
            yield self._alone(self._price(), Item.INITIAL if self._is_first else Item.STANDARD)
        elif cover is None or cover.entitlement is Entitlement.NOT_KNOWN:
            yield _stuck(self.visit, _not_known(cover), *self.own)
        elif cover.entitlement is Entitlement.REFUSED:
            yield _stuck(self.visit, problem("duplicate" if "R09" in cover.because else "before_accident"))
        elif not cover.payable:
            yield self._alone(cover.to_collect, _item(cover), problem(_why_not(cover)), because=cover.because)
        elif cover.route is Way.PATIENT:
            # The clinic may not bill the payer: the patient pays the whole and is paid back (icbc_rules R23).
            yield self._alone(cover.to_collect, _item(cover), because=cover.because)
        else:
            yield from self._shared(cover)

    def _shared(self, cover: VisitCover) -> Iterator[Wanted]:
        """The payer's part, and what is left to the patient."""
        found = [*self.of_claim, *self.own]
        if cover.item is None:
            found.append(_not_known(cover))
        if cover.route is None and self.payer == Payer.ICBC:
            found.append(problem("member"))
        elif not self.terms.vendor_number(self.visit.practitioner.pk, self.visit.on):
            found.append(problem("vendor"))
        if cover.payer_share is None:
            found.append(problem("fee", cover.fee_why))
        elif cover.patient_share is None:
            found.append(problem("price"))
        route = Route(cover.route.value) if cover.route else Route.MANUAL
        yield self._line(self.payer, cover.payer_share, _item(cover), route, found, cover.because)
        if cover.patient_share:
            beside = cover.payer_share or ZERO
            yield self._alone(cover.patient_share, _item(cover), because=cover.because, beside=beside)

    def _alone(
        self,
        net: Decimal | None,
        item: Item,
        *more: Problem,
        because: tuple[str, ...] = (),
        beside: Decimal = ZERO,
    ) -> Wanted:
        """What the patient pays; ``beside``: what the payer pays of the same price."""
        found = [*more, *self.own, *([problem("price")] if net is None else [])]
        return self._line(Payer.PATIENT, net, item, Route.PATIENT, found, because, beside)

    def _line(
        self,
        payer: str,
        net: Decimal | None,
        item: Item,
        route: Route,
        problems: list[Problem],
        because: tuple[str, ...],
        beside: Decimal = ZERO,
    ) -> Wanted:
        visit = self.visit
        is_taxed = self.terms.is_taxed(visit.discipline, item, visit.practitioner.pk, visit.on)
        if is_taxed is None and net is not None:
            problems = [*problems, problem("gst")]
        return Wanted(
            visit=self.visit,
            payer=payer,
            for_patient=payer == Payer.PATIENT,
            item=item,
            net=net,
            gst=gst(net, beside) if is_taxed and net is not None else ZERO,
            route=route,
            because=because,
            claim=None if payer == Payer.PATIENT else self.work.claim,
            problems=tuple(problems),
        )

    @property
    def _is_first(self) -> bool:
        """Of its discipline here. Where no claim asks for it, the price list alone tells first visits from others."""
        own = [one for one in self.work.visits if one.discipline == self.visit.discipline]
        return own[0] == self.visit

    def _price(self) -> Decimal | None:
        item = Item.INITIAL if self._is_first else Item.STANDARD
        row = self.terms.price(self.visit.discipline, item, self.visit.minutes, self.visit.on)
        return row.amount if row else None


def _stuck(visit: SignedVisit, *problems: Problem) -> Wanted:
    """Nobody knows yet who pays what. It asks the patient for nothing: without an amount it cannot be sent."""
    return Wanted(visit, Payer.PATIENT, True, Item.STANDARD, None, ZERO, Route.PATIENT, (), None, problems)


def _item(cover: VisitCover) -> Item:
    """Where it is not known a problem says so, and nothing is sent."""
    return Item(cover.item.value) if cover.item else Item.STANDARD


def _not_known(cover: VisitCover | None) -> Problem:
    """With the facts that would settle it, as the dictionary calls them."""
    asked = cover.missing if cover is not None else ()
    return problem("coverage", ", ".join(DICTIONARY[one].label if one in DICTIONARY else one for one in asked))


def _why_not(cover: VisitCover) -> str:
    """Which of the checks says so."""
    if "R21" in cover.because:
        return "plan"  # there is one, and it does not hold on this day or is used up
    return "window" if "R06" in cover.because else "budget" if COUNT in cover.because else "plan"


def _of_practitioner(visit: SignedVisit, terms: Terms) -> Iterator[Problem]:
    if terms.licence(visit.practitioner.pk, visit.discipline, visit.on) is None:
        yield problem("practitioner", visit.practitioner.display_name)


def _of_claim(work: Work, today: date) -> Iterator[Problem]:
    """By what the insurer knows the person."""
    claim = work.claim
    if claim is None:
        yield problem("no_claim")
        return
    if not claim.number:
        yield problem("claim_number")
    if claim.accident_on is None:
        yield problem("accident")
    elif accident_problem(claim.accident_on, as_of=today, first_visit=None):
        yield problem("accident_future")
    if not (claim.legal_given_name and claim.legal_family_name and claim.born_on):
        yield problem("identity")
