"""Whether tax is added is said in one place, with a day; what nobody has said stops; parts carry the tax of a whole."""

import importlib
import uuid
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.accounts.roles import RMT
from clinic.claims.actions import keep_claim, no_show_fee, propose_lines, say_terms, send, withdraw_terms
from clinic.claims.actions.propose import Month
from clinic.claims.disciplines import Discipline
from clinic.claims.models import FeeLimit, Item, Licence, Price, TaxRule
from clinic.claims.recount import faults
from concordant.payers import gst
from tests.clinic import build
from tests.clinic.claims.desk import SINCE, Desk, a_claim, a_claimant, a_visit, an_appointment

DAY = date(2026, 2, 3)
MASSAGE = "massage_therapy"


def say(desk: Desk, *rows: Any) -> None:
    with desk.at():
        for row in rows:
            say_terms(by=desk.by, row=row)


def tax(desk: Desk, is_taxed: bool, from_day: date = SINCE, discipline: str = MASSAGE, **more: Any) -> None:
    say(desk, TaxRule(discipline=discipline, is_taxed=is_taxed, from_day=from_day, **more))


def unsaid(desk: Desk, discipline: str = MASSAGE) -> None:
    """As if nobody had said whether a discipline is taxed."""
    for one in TaxRule.objects.filter(clinic=desk.clinic, discipline=discipline):
        with desk.at():
            withdraw_terms(by=desk.by, kind="gst", row_id=one.pk, reason="not asked yet")


def codes(line: Any) -> list[str]:
    return [one["code"] for one in line.problems]


def test_it_holds_from_its_day_on(desk: Desk) -> None:
    tax(desk, is_taxed=False, from_day=date(2026, 2, 10))
    person = a_claimant(desk, payer="private")
    for day in (DAY, date(2026, 2, 10)):
        a_visit(desk.rmt, person, day, "rmt")
    desk.propose()
    assert [(one.net, one.gst) for one in desk.lines()] == [
        (Decimal("160.00"), Decimal("8.00")),
        (Decimal("110.00"), Decimal("0.00")),
    ]


def test_what_nobody_has_said_stops_every_line(desk: Desk) -> None:
    unsaid(desk)
    a_visit(desk.rmt, a_claimant(desk), DAY, "rmt")
    desk.propose()
    assert [codes(one) for one in desk.lines()] == [["gst"], ["gst"]]
    tax(desk, is_taxed=True)
    desk.propose()
    assert [one.state for one in desk.lines() if one.state != "withdrawn"] == ["checked", "checked"]


def test_a_practitioner_may_differ(desk: Desk) -> None:
    other = build.an_actor(desk.clinic, RMT)
    say(desk, Licence(practitioner=other.user, discipline=MASSAGE, college="A", number="L-2", from_day=SINCE))
    tax(desk, is_taxed=False, practitioner=other.user)
    a_visit(desk.rmt, a_claimant(desk, payer="private"), DAY, "rmt")
    a_visit(other, a_claimant(desk, "Another", payer="private"), DAY, "rmt")
    desk.propose()
    assert [one.gst for one in desk.lines()] == [Decimal("8.00"), Decimal("0.00")]


def test_a_kind_of_visit_may_differ_but_the_practitioner_goes_first(desk: Desk) -> None:
    tax(desk, is_taxed=False, item=Item.INITIAL)
    person = a_claimant(desk, payer="private")
    for day in (DAY, date(2026, 2, 10)):
        a_visit(desk.rmt, person, day, "rmt")
    desk.propose()
    assert [one.gst for one in desk.lines()] == [Decimal("0.00"), Decimal("5.50")]
    tax(desk, is_taxed=True, practitioner=desk.rmt.user)
    desk.propose()
    assert [one.gst for one in desk.lines() if one.state == "checked"] == [Decimal("5.50"), Decimal("8.00")]


def test_two_who_pay_one_price_pay_the_tax_of_the_whole(desk: Desk) -> None:
    """On a day for which no fee is published."""
    amounts = {"amount": Decimal("110.20")}, {"amount": Decimal("105.10"), "source": "made up"}
    gap, today = date(2026, 4, 1), date(2026, 4, 10)
    for item in ("initial", "standard"):
        say(desk, Price(discipline=MASSAGE, item=item, from_day=gap, **amounts[0]))
        say(desk, FeeLimit(discipline=MASSAGE, item=item, from_day=gap, **amounts[1]))
    person = build.a_person(desk.clinic)
    with desk.at(gap):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(accident_on=date(2026, 3, 2)))
    a_visit(desk.rmt, person, date(2026, 4, 2), "rmt")
    with desk.at(today):
        propose_lines(by=desk.by, month=Month(2026, 4))
    insurer, patient = desk.lines()
    assert (insurer.net, insurer.gst) == (Decimal("105.10"), Decimal("5.26"))
    assert (patient.net, patient.gst) == (Decimal("5.10"), Decimal("0.25"))
    assert insurer.gst + patient.gst == gst(Decimal("110.20"))
    with desk.at(today):
        send(by=desk.by, lines=[insurer.pk, patient.pk], key=uuid.uuid4())
    assert list(faults(desk.clinic.pk)) == []


def missed(desk: Desk, discipline: Discipline, **more: Any) -> Any:
    person = more.pop("person", None) or a_claimant(desk)
    with desk.at():
        return no_show_fee(
            by=desk.by, person_id=person.pk, on=DAY, discipline=discipline, item=Item.NO_SHOW, amount=Decimal("60.00"),
            **more,
        )  # fmt: skip


def test_a_missed_fee_has_the_tax_of_its_discipline(desk: Desk) -> None:
    assert missed(desk, Discipline.MASSAGE_THERAPY).gst == Decimal("3.00")
    assert missed(desk, Discipline.PHYSIOTHERAPY).gst == Decimal("0.00")
    tax(desk, is_taxed=False, item=Item.NO_SHOW)
    assert missed(desk, Discipline.MASSAGE_THERAPY).gst == Decimal("0.00")


def test_a_missed_fee_of_which_nobody_has_said_it_is_not_written_down(desk: Desk) -> None:
    unsaid(desk)
    with pytest.raises(ValidationError, match="Whether GST is added"):
        missed(desk, Discipline.MASSAGE_THERAPY)
    assert desk.lines() == []


def test_a_missed_hour_has_the_tax_of_whose_hour_it_was(desk: Desk) -> None:
    tax(desk, is_taxed=True, discipline="physiotherapy", practitioner=desk.physio.user)
    person = a_claimant(desk)
    key = an_appointment(desk, person, DAY).pk
    assert missed(desk, Discipline.PHYSIOTHERAPY, person=person, appointment=key).gst == Decimal("3.00")


def test_at_the_page(desk: Desk, client: Client) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    stranger = build.a_user(build.a_clinic("Elsewhere"), RMT)
    said = {
        "do": "gst",
        "discipline": MASSAGE,
        "item": "",
        "practitioner": "",
        "is_taxed": "no",
        "from_day": "2026-03-01",
    }
    before = TaxRule.objects.count()
    for hostile in ({"practitioner": stranger.pk}, {"item": "x"}, {"is_taxed": "maybe"}, {"from_day": "1 March"}):
        assert client.post("/claims/terms/", {**said, **hostile}).status_code == 422
    assert TaxRule.objects.count() == before
    assert client.post("/claims/terms/", said).status_code == 302
    assert "not added from 1 Mar 2026" in client.get("/claims/terms/").text


def price(item: str, is_taxed: bool, day: date = SINCE, minutes: int | None = None, pk: int = 1) -> SimpleNamespace:
    return SimpleNamespace(item=item, is_taxed=is_taxed, from_day=day, minutes=minutes, pk=pk)


LATER = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("prices", "rows"),
    [
        ([price("initial", True), price("standard", True)], [("", SINCE, True)]),
        ([price("initial", False), price("initial", True, LATER)], [("", SINCE, False), ("", LATER, True)]),
        ([price("initial", True), price("standard", False)], [("initial", SINCE, True), ("standard", SINCE, False)]),
        ([price("initial", True, pk=1), price("initial", False, pk=2)], [("", SINCE, False)]),
        ([price("standard", True, minutes=45), price("standard", False, minutes=60)], []),
        ([price("standard", True), price("standard", True, LATER, 60)], [("", SINCE, True)]),
        ([], []),
    ],
)  # fmt: skip
def test_what_prices_said_of_tax_goes_over(prices: list[Any], rows: list[Any]) -> None:
    module = importlib.import_module("clinic.claims.migrations.0004_gst_withdrawals_and_ends")
    assert list(module.rows_of(prices)) == rows
