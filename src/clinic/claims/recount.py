"""Do the books hold? The ledger against the documents, the seals, and no visit billed twice or beyond its price."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clinic.claims.models import (
    Account,
    Adjustment,
    CreditNote,
    Invoice,
    InvoicedLine,
    InvoiceLine,
    Item,
    Payment,
    Posting,
    Price,
)
from clinic.claims.models.line import MISSED, OPEN, OVER
from clinic.claims.money import ZERO
from clinic.ledger.models import ChainBreak, first_break

Balances = dict[tuple[int, str], Decimal]
"""(line, account) -> what it holds; nothing where a pair is not there."""


def from_ledger(clinic_id: int) -> Balances:
    found: Balances = defaultdict(lambda: ZERO)
    for line, debit, credit, amount in Posting.objects.filter(clinic_id=clinic_id).values_list(
        "line_id", "debit", "credit", "amount"
    ):
        found[line, debit] += amount
        found[line, credit] -= amount
    return _without_nothing(found)


def from_documents(clinic_id: int) -> Balances:
    """What each account has to hold, as invoices, credit notes, payments and adjustments alone say."""
    found: Balances = defaultdict(lambda: ZERO)
    owed: dict[int, str] = {}
    for one in InvoicedLine.objects.filter(invoice__clinic_id=clinic_id).select_related("line"):
        assert one.line.net is not None  # nothing is sent without an amount
        owed[one.line_id] = Account.PATIENT if one.line.for_patient else Account.PAYER
        _move(found, one.line_id, owed[one.line_id], Account.INCOME, one.line.net)
        _move(found, one.line_id, owed[one.line_id], Account.GST, one.line.gst)
    let_go: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for adjusted in Adjustment.objects.filter(line__clinic_id=clinic_id):
        let_go[adjusted.line_id] += adjusted.amount
        _move(found, adjusted.line_id, Account.ADJUSTMENT, owed[adjusted.line_id], adjusted.amount)
    for paid in Payment.objects.filter(line__clinic_id=clinic_id):
        amount = -paid.amount if paid.is_refund else paid.amount
        _move(found, paid.line_id, Account.BANK, owed[paid.line_id], amount)
    for note in CreditNote.objects.filter(clinic_id=clinic_id):
        _move(found, note.line_id, Account.INCOME, owed[note.line_id], note.net)
        _move(found, note.line_id, Account.GST, owed[note.line_id], note.gst)
        _move(found, note.line_id, owed[note.line_id], Account.ADJUSTMENT, let_go[note.line_id])
    return _without_nothing(found)


def faults(clinic_id: int) -> Iterator[str]:
    """What does not hold, a sentence each; nothing when the books are right."""
    if broken := first_break(Posting.objects.filter(clinic_id=clinic_id).order_by("id")):
        yield f"posting {broken.row_id}: {broken.why}"
    ledger, documents = from_ledger(clinic_id), from_documents(clinic_id)
    for line, account in sorted(ledger.keys() | documents.keys()):
        is_held, has_to_be = ledger.get((line, account), ZERO), documents.get((line, account), ZERO)
        if is_held != has_to_be:
            yield f"line {line}, {account}: the ledger holds {is_held}, the documents say {has_to_be}"
    if total := sum(ledger.values(), ZERO):
        yield f"the accounts add up to {total} and not to nothing"
    for model in (Invoice, CreditNote):
        numbers = list(model.objects.filter(clinic_id=clinic_id).order_by("number").values_list("number", flat=True))
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"the numbers of the {model._meta.verbose_name_plural} have a gap"
    yield from _billed_twice(clinic_id)
    yield from _asked_too_much(clinic_id)


def verify_books(clinic_id: int) -> ChainBreak | None:
    """The first thing that does not hold; None when the books are right. Rows that are missing at the end of the ledger
    show against the documents."""
    fault = next(faults(clinic_id), None)
    return ChainBreak(None, fault) if fault else None


def _billed_twice(clinic_id: int) -> Iterator[str]:
    lines = InvoiceLine.objects.of_clinic(clinic_id).with_state()
    standing = [one for one in lines if one.state not in OVER]
    visits = Counter((one.visit, one.row, one.for_patient) for one in standing if one.visit)
    out = [one for one in standing if one.state not in OPEN and not one.for_patient]
    days = Counter((one.person_id, one.discipline, one.service_date) for one in out)
    missed = Counter(one.appointment for one in standing if one.item in MISSED and one.appointment)
    for each in (visits, days, missed):
        for key, times in each.items():
            if times > 1:
                yield f"{key} is billed {times} times"


def _asked_too_much(clinic_id: int) -> Iterator[str]:
    """No visit costs more than its price, whoever is asked; no claim pays two first visits of a discipline (R07)."""
    lines = InvoiceLine.objects.of_clinic(clinic_id).filter(visit__isnull=False).select_related("claim").with_state()
    out = [one for one in lines.order_by("id") if one.state not in (*OPEN, *OVER)]
    rows = list(Price.objects.filter(clinic_id=clinic_id).order_by("id"))
    visits: dict[tuple[int, int], list[InvoiceLine]] = defaultdict(list)
    for one in out:
        visits[one.visit, one.row].append(one)
    for (visit, row), shares in visits.items():
        asked = sum((one.net or ZERO for one in shares), ZERO)
        prices = [price for one in shares for price in _prices_of(one, rows)]
        # What one share alone asks follows from a rule, and not from the price list: a contract has a rate of its own.
        if len(shares) > 1 and prices and asked > max(prices):
            yield f"visit {visit}, row {row}: {asked} is asked for, and its price is {max(prices)}"
    first = Counter(
        (one.person_id, one.claim.accident_on, one.discipline)
        for one in out
        if one.item == Item.INITIAL and one.claim is not None
    )
    for (person, accident, discipline), times in first.items():
        if times > 1:
            yield f"person {person}, accident of {accident}: {times} first visits of {discipline}"


def _prices_of(line: InvoiceLine, rows: list[Price]) -> Iterator[Decimal]:
    """Every price that ever stood for a visit: a line was asked for on the terms of its day of sending."""
    for minutes in {None, line.minutes}:
        newest = date.min
        for one in rows:
            is_of_it = (one.discipline, one.item, one.minutes) == (line.discipline, line.item, minutes)
            if is_of_it and newest <= one.from_day <= line.service_date:
                newest = one.from_day
                yield one.amount


def _move(found: Balances, line: int, debit: str, credit: str, amount: Decimal) -> None:
    found[line, debit] += amount
    found[line, credit] -= amount


def _without_nothing(found: Balances) -> Balances:
    return {key: amount for key, amount in found.items() if amount != ZERO}
