"""The bills of the demo clinic: its terms, who pays for whom, and two months of lines. Every number is made up."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.claims.actions import (
    accept,
    adjust,
    correct_visit,
    keep_claim,
    mark_paid,
    pay,
    propose_lines,
    reject,
    say_terms,
    send,
)
from clinic.claims.actions.propose import Month
from clinic.claims.models import (
    Claim,
    FeeLimit,
    InvoiceLine,
    Licence,
    Membership,
    Payment,
    Price,
    State,
    TaxRule,
    VendorNumber,
)
from clinic.claims.problems import ACCEPTABLE
from concordant.payers import fee_table

SINCE = date(2020, 1, 1)
BORN = date(1985, 1, 2)
SOURCE = "made up for the demo"
PRICES = (
    ("physiotherapy", "initial", Decimal("155.00"), Decimal("144.00")),
    ("physiotherapy", "standard", Decimal("111.00"), Decimal("99.00")),
    ("massage_therapy", "initial", Decimal("133.00"), Decimal("122.00")),
    ("massage_therapy", "standard", Decimal("111.00"), Decimal("99.00")),
)
"""Discipline, visit, price, fee limit."""
TAXED = {"physiotherapy": False, "massage_therapy": True}


def open_books(clinic: Clinic, staff: dict[str, User], today: date) -> None:
    """The clinic's terms, and what the desk was told of each claim."""
    by = Actor(staff["desk"])
    last, this = _months(today)
    with clock.set_to(_morning(clinic, last.first)):
        for row in _terms(staff, (last.first, this.first)):
            say_terms(by=by, row=row)
    _keep_claims(by, clinic, last.first)


def bill(clinic: Clinic, staff: dict[str, User], today: date) -> None:
    """Last month is sent, and some of it came back; this month is proposed."""
    by = Actor(staff["desk"])
    last, this = _months(today)
    with clock.set_to(_morning(clinic, this.first)):
        propose_lines(by=by, month=last)
        _send(by, last)
        _come_back(by, last)
    propose_lines(by=by, month=this)


def _months(today: date) -> tuple[Month, Month]:
    """The last and this one."""
    before = today.replace(day=1) - timedelta(days=1)
    return Month(before.year, before.month), Month(today.year, today.month)


def _morning(clinic: Clinic, day: date) -> datetime:
    return min(datetime.combine(day, time(9), clinic.zone), clock.now())


def _terms(staff: dict[str, User], firsts: Iterable[date]) -> list[Any]:
    rows: list[Any] = [Membership(is_member=True, from_day=SINCE), VendorNumber(number="DEMO-VENDOR", from_day=SINCE)]
    for discipline, is_taxed in TAXED.items():
        rows.append(TaxRule(discipline=discipline, is_taxed=is_taxed, from_day=SINCE))
    for discipline, item, price, limit in PRICES:
        rows.append(Price(discipline=discipline, item=item, amount=price, from_day=SINCE))
        # A blank in the published tables stands until the next row, so each month says it anew; what was read stands.
        rows += [
            FeeLimit(discipline=discipline, item=item, amount=limit, source=SOURCE, from_day=first)
            for first in firsts
            if fee_table().published(discipline, item, first) is None
        ]
    for name, discipline in (("physio", "physiotherapy"), ("lead", "physiotherapy"), ("rmt", "massage_therapy")):
        rows.append(
            Licence(
                practitioner=staff[name],
                discipline=discipline,
                college="Made-up college (demo)",
                number=f"DEMO-{staff[name].username}",
                from_day=SINCE,
            )
        )
    return rows


def _keep_claims(by: Actor, clinic: Clinic, first: date) -> None:
    """What each chart says of its payer, on that day or when it was said; where it says nothing the person pays."""
    payers: dict[int, dict[str, str]] = {}
    said: dict[int, date] = {}
    for entry in Entry.objects.filter(person__clinic=clinic, content__episode__has_key="payer").order_by("id"):
        payers[entry.person_id] = entry.content["episode"]["payer"]
        said[entry.person_id] = entry.on
    under_a_claim = sorted(pk for pk, payer in payers.items() if payer["kind"] == "icbc")
    for person in Person.objects.filter(clinic=clinic).exclude(chart_number__startswith="PUB-").order_by("pk"):
        claim = _claim(person, payers.get(person.pk, {"kind": "private"}))
        if len(under_a_claim) > 1 and person.pk == under_a_claim[1]:
            claim.born_on = None  # somebody forgot to ask, as happens
        with clock.set_to(_morning(clinic, max(first, said.get(person.pk, first)))):
            keep_claim(by=by, person_id=person.pk, claim=claim)


def _claim(person: Person, payer: dict[str, str]) -> Claim:
    claim = Claim(payer=payer["kind"], legal_given_name=person.given_name, legal_family_name=person.family_name)
    if payer["kind"] == "icbc":
        claim.number = payer.get("claim", "").replace("-", "")
        claim.accident_on = date.fromisoformat(payer["accident_date"]) if "accident_date" in payer else None
        claim.born_on = BORN
        claim.visits = {
            "visits_elsewhere_count": {"physiotherapy": 0, "massage_therapy": 0},
            "initial_visit_billed": {"physiotherapy": False, "massage_therapy": False},
        }
    return claim


def _send(by: Actor, month: Month) -> None:
    waiting = [one for one in _lines(by, month) if one.state == State.DRAFT and one.for_patient]
    for line in waiting[:2]:
        if any(one["code"] in ACCEPTABLE for one in line.problems):
            accept(by=by, line_id=line.pk, reason="Told at the desk (demo)")
    if ready := [one.pk for one in _lines(by, month) if one.state == State.CHECKED]:
        send(by=by, lines=ready, key=uuid.uuid4())


def _come_back(by: Actor, month: Month) -> None:
    """Most are paid; a few show what else happens."""
    sent = [one for one in _lines(by, month) if one.state == State.SENT]
    insurer, own = [one for one in sent if not one.for_patient], [one for one in sent if one.for_patient]
    if len(insurer) >= 5:
        first, second, third, fourth, *rest = insurer
        reject(by=by, line_id=first.pk, reason="Claim number not found (demo)")
        adjust(
            by=by, line_id=second.pk, amount=Decimal("4.00"), reason="Paid at the rate before (demo)", key=uuid.uuid4()
        )
        pay(
            by=by, amounts={third.pk: Decimal("50.00")}, way=Payment.Way.STATEMENT, key=uuid.uuid4(), reference="DEMO-1"
        )
        correct_visit(by=by, line_id=fourth.pk, reason="Sent under the wrong day (demo)", key=uuid.uuid4())
        if paid := [one.pk for one in rest[: len(rest) * 2 // 3]]:
            mark_paid(by=by, lines=paid, key=uuid.uuid4(), reference="DEMO-1")
    if amounts := {one.pk: one.total for one in own[: len(own) // 2]}:
        pay(by=by, amounts=amounts, way=Payment.Way.CARD, key=uuid.uuid4())


def _lines(by: Actor, month: Month) -> list[Any]:
    lines = InvoiceLine.objects.of_clinic(by.clinic_id).filter(
        service_date__gte=month.first, service_date__lt=month.after
    )
    return list(lines.with_state().order_by("service_date", "id"))
