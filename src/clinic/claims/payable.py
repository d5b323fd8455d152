"""From what the care library says of each visit to the lines that bill it. The rules are the library's; here stand the
bill's own checks: who is told, by what numbers, and by whom it was given."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from clinic import clock
from clinic.claims.against import not_known, of_claim, of_practitioner, why_not
from clinic.claims.models import Claim, Item, Payer, Route
from clinic.claims.money import ZERO
from clinic.claims.order import covers_of, seen_elsewhere
from clinic.claims.problems import Problem, problem
from clinic.claims.said import differs, payer_in_chart, record_under
from clinic.claims.terms import Terms
from clinic.claims.visits import SignedVisit, VisitKey
from clinic.claims.work import Key, Wanted, Work
from concordant.coverage import Entitlement, VisitCover
from concordant.coverage import Route as Way
from concordant.payers import TREATS, gst
from concordant.record.problems import CaseFileError

INSURERS = (Payer.ICBC, Payer.WORKSAFEBC)
"""They are billed by the clinic. An extended plan pays its member back, who has paid here."""


def wanted_of(work: Work, terms: Terms, out: Mapping[Key, Any]) -> list[Wanted]:
    """Every line of a person, of any day, as it has to be now, under the claim that counts on its day.

    ``out``: the person's lines that are out. What an insurer was asked for stands as long as visit, payer and accident
    are the same: what is learned afterwards of counts and approvals is a matter of the next visits.
    """
    if not work.visits:
        return []
    today = timezone.localdate(clock.now(), work.chart.person.clinic.zone)
    billed = {(visit, row) for visit, row, _for_patient in out}
    try:
        said = payer_in_chart(work)
        covers, elsewhere = _covers(work, today, terms, billed)
    except CaseFileError:
        return [_stuck(visit, problem("unreadable")) for visit in work.visits]
    firsts = _firsts(work.visits, out)
    lines: list[Wanted] = []
    for visit in work.visits:
        claim = work.claim_on(visit.on)
        payer = claim.payer if claim else said.kind if said else ""
        # Whoever the chart names: the patient is not asked for what an insurer may have to pay.
        names_insurer = payer in INSURERS or (said is not None and said.kind in INSURERS)
        own = [problem("claim_differs")] if names_insurer and differs(work, said) else []
        own += of_practitioner(visit, terms)
        if payer in INSURERS and (TREATS[visit.discipline], visit.on) in elsewhere:
            own.append(problem("elsewhere_that_day"))
        item = Item.INITIAL if firsts[visit.discipline] == visit.key else Item.STANDARD
        one = _Billed(work, terms, claim, payer, visit, tuple(own), tuple(of_claim(claim, today)), item)
        lines += one.lines(covers.get(visit.key), out.get((*visit.key, False)))
    return lines


def _covers(
    work: Work, today: date, terms: Terms, billed: Collection[VisitKey]
) -> tuple[dict[VisitKey, VisitCover], set[tuple[str, date]]]:
    """What the library says of each visit under the claim of its day, which counts its own visits alone; and what came
    in with a case file, by discipline and day. Raises CaseFileError."""
    covers: dict[VisitKey, VisitCover] = {}
    elsewhere: set[tuple[str, date]] = set()
    for under in work.counting or (None,):
        record = record_under(work, under, today)
        own = {one.key for one in work.visits if under is None or under.holds(one.on)}
        found = covers_of(record, terms.for_library(), work.visits, billed)
        covers |= {key: cover for key, cover in found.items() if key in own}
        elsewhere |= seen_elsewhere(record, work.visits)
    return covers, elsewhere


def _firsts(visits: Iterable[SignedVisit], out: Mapping[Key, Any]) -> dict[str, VisitKey]:
    """Discipline -> the first visit, where no claim tells it from the others: the one that is billed as such, whatever
    is signed late for a day before it; else the earliest that was signed here."""
    billed = {(visit, row) for (visit, row, _for_patient), line in out.items() if line.item == Item.INITIAL}
    found: dict[str, VisitKey] = {}
    for visit in sorted(visits, key=lambda one: one.key not in billed):
        found.setdefault(visit.discipline, visit.key)
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
    item: Item
    """What the price list calls it where no claim does."""

    def lines(self, cover: VisitCover | None, out: Any) -> Iterator[Wanted]:
        """``out``: the line that an insurer was asked with; None without."""
        if not self.payer:
            yield _stuck(self.visit, problem("no_claim"), *self.own)
        elif self.payer not in INSURERS:
            yield from self._without_claim(cover)
        elif out is not None and self._stands(out, cover):
            yield from self._as_billed(out)
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
        price = self._price(self.item)
        net = own_part(self.payer, price, cover)
        if net is None and price is not None:
            yield _stuck(self.visit, not_known(cover), *self.own)
        elif net != ZERO:
            because = cover.because if cover is not None and net != price else ()
            yield self._alone(net, self.item, because=because)

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

    def _stands(self, out: Any, cover: VisitCover | None) -> bool:
        """Whether a line that is out is kept against what the rules say by now of counts and approvals alone."""
        visit, claim = self.visit, self.claim
        here = (visit.discipline, visit.on, self.payer, claim.accident_on if claim else None)
        there = (out.discipline, out.service_date, out.payer, out.claim.accident_on if out.claim else None)
        if here != there:
            return False
        # A clinic that may not bill the payer is no matter of counts.
        return cover is None or not cover.payable or (cover.route is not Way.PATIENT and cover.item != out.item)

    def _as_billed(self, out: Any) -> Iterator[Wanted]:
        """As the insurer was asked, and what is left of the price of that."""
        item, because = Item(out.item), tuple(out.because)
        yield self._line(self.payer, out.net, item, Route(out.route), [problem("stands")], because)
        price = self._price(item)
        if price is not None and price > out.net:
            yield self._alone(price - out.net, item, because=because, beside=out.net)

    def _price(self, item: Item) -> Decimal | None:
        row = self.terms.price(self.visit.discipline, item, self.visit.minutes, self.visit.on)
        return row.amount if row else None


def _stuck(visit: SignedVisit, *problems: Problem) -> Wanted:
    """Nobody knows yet who pays what. It asks the patient for nothing: without an amount it cannot be sent."""
    return Wanted(visit, Payer.PATIENT, True, Item.STANDARD, None, ZERO, Route.PATIENT, (), None, problems)


def _item(cover: VisitCover) -> Item:
    """Where it is not known a problem says so, and nothing is sent."""
    return Item(cover.item.value) if cover.item else Item.STANDARD
