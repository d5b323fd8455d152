"""From what the care library says of each visit to the lines that bill it. The rules are the library's; here stand the
bill's own checks: who is told, by what numbers, and by whom it was given."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from clinic import clock
from clinic.claims.against import not_known, of_claim, of_practitioner, why_not
from clinic.claims.models import Claim, Item, Payer, Route
from clinic.claims.money import ZERO
from clinic.claims.problems import Problem, problem
from clinic.claims.said import differs, payer_in_chart, record_under
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit
from clinic.claims.work import Wanted, Work
from concordant.coverage import Entitlement, VisitCover, coverage_of
from concordant.coverage import Route as Way
from concordant.payers import TREATS, gst
from concordant.record.problems import CaseFileError

INSURERS = (Payer.ICBC, Payer.WORKSAFEBC)
"""They are billed by the clinic. An extended plan pays its member back, who has paid here."""


def wanted_of(work: Work, terms: Terms) -> list[Wanted]:
    """Every line of a person, of any day, as it has to be now."""
    if not work.visits:
        return []
    today = timezone.localdate(clock.now(), work.chart.person.clinic.zone)
    try:
        said = payer_in_chart(work)
        covers = _covers(work, today, terms)
    except CaseFileError:
        return [_stuck(visit, problem("unreadable")) for visit in work.visits]
    lines: list[Wanted] = []
    for visit in work.visits:
        claim = work.claim_on(visit.on)
        payer = claim.payer if claim else said.kind if said else ""
        # Whoever the chart names: the patient is not asked for what an insurer may have to pay.
        names_insurer = payer in INSURERS or (said is not None and said.kind in INSURERS)
        against = (problem("claim_differs"),) if names_insurer and differs(work, said) else ()
        of_day = covers[visit.on, TREATS[visit.discipline]]
        found = of_day.pop(0) if of_day else None
        own = (*against, *of_practitioner(visit, terms))
        lines += _Billed(work, terms, claim, payer, visit, own, tuple(of_claim(claim, today))).lines(found)
    return lines


def _covers(work: Work, today: date, terms: Terms) -> dict[tuple[date, str], list[VisitCover]]:
    """What the library says of each visit that took place, by day and discipline: under the claim of its day, which
    counts its own visits alone. Raises CaseFileError."""
    found: dict[tuple[date, str], list[VisitCover]] = defaultdict(list)
    for under in work.counting or (None,):
        for one in coverage_of(record_under(work, under, today), today, terms.for_library()).visits:
            if one.status == "attended" and (under is None or under.holds(one.date)):
                found[one.date, one.discipline].append(one)
    for of_day in found.values():
        # What came in with a case file may stand on the same day: of several the one that is refused comes last.
        of_day.sort(key=lambda one: one.entitlement is Entitlement.REFUSED)
    return found


def own_part(payer: str, price: Decimal | None, cover: VisitCover | None) -> Decimal | None:
    """What is left of a price to somebody of whom no claim pays; None: not known.

    An extended plan pays its member back, who has paid all of it here. MSP is billed by Teleplan, not from here, and
    the person pays the rest (M01, M02).
    """
    if price is None or cover is None or payer == Payer.EXTENDED:
        return price
    if cover.entitlement is Entitlement.NOT_KNOWN:
        return None
    return max(price - cover.fee, ZERO) if cover.payable and cover.fee is not None else price


@dataclass(frozen=True)
class _Billed:
    """One visit of a person whose payer is known, or is not (empty)."""

    work: Work
    terms: Terms
    claim: Claim | None
    """The one that counts on the day of the visit."""
    payer: str
    visit: SignedVisit
    own: tuple[Problem, ...]
    """What stands against every line of the visit, whoever pays."""
    of_claim: tuple[Problem, ...]

    def lines(self, cover: VisitCover | None) -> Iterator[Wanted]:
        if not self.payer:
            yield _stuck(self.visit, problem("no_claim"), *self.own)
        elif self.payer not in INSURERS:
            yield from self._without_claim(cover)
        elif cover is None or cover.entitlement is Entitlement.NOT_KNOWN:
            yield _stuck(self.visit, not_known(cover), *self.own)
        elif cover.entitlement is Entitlement.REFUSED:
            yield _stuck(self.visit, problem("duplicate" if "R09" in cover.because else "before_accident"))
        elif not cover.payable and self.payer == Payer.WORKSAFEBC:
            # The worker is never the way out (W02): the line waits for the plan.
            yield self._line(
                self.payer, None, _item(cover), Route.MANUAL, [problem("approval"), *self.own], cover.because
            )
        elif not cover.payable:
            yield self._alone(cover.to_collect, _item(cover), problem(why_not(cover)), because=cover.because)
        elif cover.route is Way.PATIENT:
            # The clinic may not bill the payer: the patient pays the whole and is paid back (icbc_rules R23).
            yield self._alone(cover.to_collect, _item(cover), because=cover.because)
        else:
            yield from self._shared(cover)

    def _without_claim(self, cover: VisitCover | None) -> Iterator[Wanted]:
        price = self._price()
        net = own_part(self.payer, price, cover)
        if net is None and price is not None:
            yield _stuck(self.visit, not_known(cover), *self.own)
        elif net != ZERO:
            because = cover.because if cover is not None and net != price else ()
            yield self._alone(net, Item.INITIAL if self._is_first else Item.STANDARD, because=because)

    def _shared(self, cover: VisitCover) -> Iterator[Wanted]:
        """The payer's part, and what is left to the patient."""
        found = [*self.of_claim, *self.own]
        if cover.item is None:
            found.append(not_known(cover))
        if cover.route is None and self.payer == Payer.ICBC:
            found.append(problem("member"))
        elif self.payer == Payer.ICBC and not self.terms.vendor_number(self.visit.practitioner.pk, self.visit.on):
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
            claim=None if payer == Payer.PATIENT else self.claim,
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
