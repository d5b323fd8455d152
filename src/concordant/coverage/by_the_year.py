"""Payers without a claim: who pays alone, MSP supplementary benefits, and extended health plans (operations 2).

Their limits run by the calendar year: ``(payer, disciplines that share it, number of visits or dollars)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concordant.coverage import asked
from concordant.coverage.judged import Judged, Sitting, asked_for, decisive
from concordant.coverage.ledger import Ledger
from concordant.coverage.one_visit import OneVisit
from concordant.coverage.visit_cover import Entitlement
from concordant.coverage.visit_rules import alone, because, extended, msp
from concordant.criteria import Truth, evaluate
from concordant.criteria.reading import UNBOUND
from concordant.facts import UNKNOWN, Fact, Value
from concordant.facts.coverage.claim import (
    extended_left_this_year,
    extended_percent_paid,
    msp_supplementary,
    msp_visits_elsewhere_this_year,
    payer_kind,
)
from concordant.facts.kinds import Kind
from concordant.facts.values import Span
from concordant.payers import CLAIMED
from concordant.payers.rules import whole_of
from concordant.record.case import Stated
from concordant.record.derive.computing import span_of
from concordant.record.record import Record


@dataclass(frozen=True, slots=True)
class YearlyLimit:
    """So many visits in a calendar year, shared by several disciplines."""

    payer: str
    disciplines: frozenset[str]
    """As treatments name them."""
    visits: int
    a_visit: Decimal
    """What the payer pays of each."""


MSP = YearlyLimit(
    "msp",
    frozenset({"physiotherapist", "rmt", "chiropractor", "acupuncturist"}),
    whole_of("M02"),
    Decimal(whole_of("M01")),
)
"""Foot care shares it too; nobody here gives it, so its visits count as visits elsewhere."""


class YearlyLedger(Ledger):
    """The visits of somebody whose care no claim pays."""

    def judge(self, sitting: Sitting, before: Sequence[Judged]) -> Judged:
        """One visit, after those that stand before it; a shared limit counts those of every discipline."""
        if self.payer == "extended":
            rule, (left, asks) = extended, self._extended_left(sitting, before)
        elif self._by_msp(sitting.discipline):
            rule, (left, asks) = msp, self._msp_left(sitting, before)
        else:
            rule, left, asks = alone, UNKNOWN, (payer_kind.name,)
        given: dict[Fact[Kind], Value] = {asked.visit_held: sitting.held, asked.yearly_left: left}
        trace = evaluate(rule, OneVisit(self.record, given, {asked.yearly_left: asks}))
        found = Entitlement.YEARLY if rule is not alone else Entitlement.NOT_COVERED
        if trace.truth is Truth.UNKNOWN:
            found = Entitlement.NOT_KNOWN
        elif trace.truth is Truth.NOT_MET:
            found = Entitlement.NOT_COVERED
        missing = asked_for(trace) if found is Entitlement.NOT_KNOWN else ()
        return Judged(sitting, found, None, None, because(decisive(trace)), missing, trace)

    def _by_msp(self, discipline: str) -> bool:
        covered = self.payer == "private" and discipline in MSP.disciplines
        return covered and self.record.value(msp_supplementary.name) is True

    def _msp_left(self, sitting: Sitting, before: Sequence[Judged]) -> tuple[Value, tuple[str, ...]]:
        year = [one for one in before if one.sitting.date.year == sitting.date.year]
        here = sum(one.counts and one.sitting.held and one.sitting.discipline in MSP.disciplines for one in year)
        asks = (msp_visits_elsewhere_this_year.name,)
        said = self.record.history(msp_visits_elsewhere_this_year, UNBOUND)
        elsewhere, told_on = (span_of(said[-1].value), self._told_on(said[-1])) if said else (None, None)
        # Visits elsewhere are told for the year that runs then; of another year nobody has said.
        if elsewhere is None or told_on is None or sitting.date.year != told_on.year:
            return Span(0, max(MSP.visits - here, 0)), asks
        return max(MSP.visits - here - int(elsewhere.high), 0), asks

    def _extended_left(self, sitting: Sitting, before: Sequence[Judged]) -> tuple[Value, tuple[str, ...]]:
        asks = (extended_left_this_year.name,)
        said = self.record.history(extended_left_this_year, UNBOUND)
        table = said[-1].value if said else UNKNOWN
        left = span_of(table.get(CLAIMED[sitting.discipline])) if isinstance(table, Mapping) else None
        told_on = self._told_on(said[-1]) if said else None
        if left is None or told_on is None or told_on.year != sitting.date.year:
            return UNKNOWN, asks
        since = (one for one in before if one.sitting.discipline == sitting.discipline and one.sitting.held)
        if any(told_on <= one.sitting.date for one in since):
            # What those visits took from it is in no record here.
            return Span(0, left.high), asks
        return left, asks

    def _told_on(self, said: Stated) -> date | None:
        return said.on or self.record.case.episode.started

    def extended_left(self, judged: Judged) -> Decimal | None:
        """Dollars that the plan had left before a visit; None where that is not known exactly."""
        at = next((place for place, one in enumerate(self.judged) if one is judged), len(self.judged))
        left, _ = self._extended_left(judged.sitting, self.judged[:at])
        return Decimal(int(left.low)) if isinstance(left, Span) and left.exact else None

    def extended_percent(self, discipline: str) -> int | None:
        """What an extended health plan pays of a price; None where nobody has said."""
        told = self.record.value(extended_percent_paid.name)
        found = told.get(CLAIMED[discipline]) if isinstance(told, Mapping) else None
        return int(found) if isinstance(found, int | float) else None


def ledger_of(record: Record) -> Ledger:
    """The ledger that fits the payer of a record."""
    plain = Ledger(record)
    return plain if plain.payer in ("icbc", "worksafebc") else YearlyLedger(record)
