"""What one person's payer covers, as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from concordant.coverage.booking import Cover, covers
from concordant.coverage.budget import Budget, Light, budget_of
from concordant.coverage.by_the_year import ledger_of
from concordant.coverage.due import Due, due_of
from concordant.coverage.ledger import Ledger
from concordant.coverage.priced import NotKnown, Priced, priced
from concordant.coverage.pricing import covered
from concordant.coverage.terms import ClinicTerms
from concordant.coverage.visit_cover import VisitCover
from concordant.criteria.nodes.term import term_of
from concordant.facts.coverage.claim import (
    claim_accident_date,
    claim_rule_set,
    payer_kind,
    visits_elsewhere_count,
)
from concordant.payers import CLAIMED, RuleSet, accident_problem
from concordant.record.record import Record

TERMS = ClinicTerms()
"""Of a clinic that has said nothing."""
CLAIMS = ("icbc", "worksafebc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Worked out anew each time from the record; stored nowhere."""

    as_of: date
    payer: str | None
    """None: not known."""
    rule_set: RuleSet | None
    """None: no claim with ICBC, or the day of its accident is not known."""
    disciplines: Mapping[str, Budget]
    """By the words of treatments (``physiotherapist``); empty where nobody but the person pays, or by the year."""
    visits: tuple[VisitCover, ...]
    """What the record holds, oldest first."""
    due: tuple[Due, ...]
    missing: tuple[str, ...]
    """Facts to ask."""
    problems: tuple[str, ...]
    """Entries that cannot be; each names the field, the value and what is allowed."""
    _ledger: Ledger = field(repr=False, compare=False)
    _terms: ClinicTerms = field(repr=False, compare=False)

    def light(self, discipline: str) -> Light:
        """Whether a visit today is covered. Raises KeyError for a discipline that no claim names.

        Green as well where no claim pays: there is nothing that runs out. Amber where the payer is not known.
        """
        if discipline not in CLAIMED:
            raise KeyError(f"no claim names {discipline}; there are: {', '.join(CLAIMED)}")
        if self.payer is None:
            return Light.AMBER
        return self.disciplines[discipline].light(self.as_of) if self.payer in CLAIMS else Light.GREEN

    def proposed(
        self, discipline: str, day: date, *, minutes: int | None = None, clinic_price: Decimal | None = None
    ) -> VisitCover:
        """A visit to come. Raises KeyError for a discipline that no claim names."""
        if discipline not in CLAIMED:
            raise KeyError(f"no claim names {discipline}; there are: {', '.join(CLAIMED)}")
        return covered(self._ledger.propose(discipline, day, minutes), self._ledger, self._terms, clinic_price)


def coverage_of(record: Record, as_of: date, terms: ClinicTerms = TERMS) -> Coverage:
    """What the payer covers as known on a day."""
    there = record if record.as_of == as_of else Record(record.case, as_of, record.dictionary)
    ledger = ledger_of(there)
    payer = ledger.payer if isinstance(ledger.payer, str) else None
    budgets = {one: budget_of(ledger, one) for one in CLAIMED} if payer in CLAIMS else {}
    visits = tuple(covered(one, ledger, terms) for one in ledger.judged)
    rules = there.value(claim_rule_set.name)
    return Coverage(
        as_of=as_of,
        payer=payer,
        rule_set=RuleSet(rules) if isinstance(rules, str) and payer == "icbc" else None,
        disciplines=budgets,
        visits=visits,
        due=due_of(ledger, budgets),
        missing=tuple(dict.fromkeys([*_missing(ledger, payer), *(name for one in visits for name in one.missing)])),
        problems=_problems(ledger),
        _ledger=ledger,
        _terms=terms,
    )


def _missing(ledger: Ledger, payer: str | None) -> Iterator[str]:
    if payer is None:
        yield payer_kind.name
    if payer != "icbc":
        return
    if ledger.accident is None:
        yield claim_accident_date.name
    if not ledger.record.read(term_of(visits_elsewhere_count)).known:
        yield visits_elsewhere_count.name


def _problems(ledger: Ledger) -> tuple[str, ...]:
    if ledger.accident is None or ledger.payer not in CLAIMS:
        return ()
    first = next((one.date for one in ledger.sittings if one.held), None)
    found = accident_problem(ledger.accident, as_of=ledger.record.as_of, first_visit=first)
    return (found,) if found else ()


def price_of(
    record: Record,
    discipline: str,
    day: date,
    *,
    clinic_price: Decimal | None = None,
    minutes: int | None = None,
    terms: ClinicTerms = TERMS,
) -> Priced | NotKnown:
    """What a visit to come would cost whom, after everything that the record holds. Raises KeyError.

    ``clinic_price``: before tax; None: as the clinic's list says for this length.
    """
    found = coverage_of(record, record.as_of, terms)
    return priced(found.proposed(discipline, day, minutes=minutes, clinic_price=clinic_price))


def cover_for_booking(record: Record, as_of: date) -> tuple[Cover, ...]:
    """The covers of booking: discipline, first day, last day, visits left; what is booked the caller takes off."""
    there = record if record.as_of == as_of else Record(record.case, as_of, record.dictionary)
    ledger = ledger_of(there)
    return covers(ledger) if ledger.payer in CLAIMS else ()
