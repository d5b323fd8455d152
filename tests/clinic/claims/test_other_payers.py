"""WorkSafeBC and MSP on a bill, and what the library warns of on the pages of the desk."""

import html
import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clinic.chart.actions import sign_entry
from clinic.chart.models import Person
from clinic.claims.actions import accept, propose_lines, say_terms, send
from clinic.claims.actions.propose import Month
from clinic.claims.expected import expected
from clinic.claims.models import FeeLimit, Invoice, Price
from clinic.claims.said import record_of
from clinic.claims.terms import terms_of
from clinic.claims.work import work_of
from concordant.coverage import coverage_of
from tests.clinic.claims.desk import ACCIDENT, INITIAL_PRICE, PRICE, SINCE, TODAY, Desk, a_claimant, a_visit
from tests.clinic.claims.test_propose import codes

DAY, LATER = date(2026, 2, 3), date(2026, 2, 10)
PLAN = {
    "plans": {
        "physiotherapy": [
            {
                "treatment_plan_status": "approved",
                "treatment_plan_visits": 10,
                "treatment_plan_start_date": "2026-01-20",
                "treatment_plan_end_date": "2026-06-30",
            }
        ]
    }
}
ALONE: dict[str, Any] = {"payer": "private", "number": "", "accident_on": None}


def contract(desk: Desk, *amounts: str) -> None:
    """What WorkSafeBC pays for a first and a further visit, as the clinic typed it."""
    with desk.at():
        for item, amount in zip(("initial", "standard"), amounts, strict=True):
            row = {"discipline": "physiotherapy", "item": item, "from_day": SINCE, "source": "our contract"}
            say_terms(by=desk.by, row=FeeLimit(payer="worksafebc", amount=Decimal(amount), **row))


def a_worker(desk: Desk, **more: Any) -> Person:
    return a_claimant(desk, payer="worksafebc", number="12345678", **more)


def quoted(desk: Desk, person: Person, day: date = TODAY) -> Any:
    with desk.at():
        work, terms = work_of([person])[person.pk], terms_of(desk.clinic.pk)
        cover = coverage_of(record_of(work, TODAY), TODAY, terms.for_library())
        return expected(work, cover, terms, "physiotherapy", day, 60)


def test_with_the_contract_rate_an_approved_plan_is_billed(desk: Desk) -> None:
    contract(desk, "70.00", "60.00")
    person = a_worker(desk, visits=PLAN)
    for day in (DAY, LATER):
        a_visit(desk.physio, person, day)
    desk.propose()
    found = [(one.payer, one.item, one.net, one.state, codes(one)) for one in desk.lines()]
    assert found == [
        ("worksafebc", "initial", Decimal("70.00"), "checked", []),
        ("worksafebc", "standard", Decimal("60.00"), "checked", []),
    ]
    with desk.at():
        send(by=desk.by, lines=[one.pk for one in desk.lines()], key=uuid.uuid4())
    assert Invoice.objects.get().vendor_number == "", "that number is ICBC's"
    assert quoted(desk, person).net == Decimal("0.00")


def test_the_rate_is_the_contracts_whatever_the_price(desk: Desk) -> None:
    contract(desk, "200.00", "200.00")
    a_visit(desk.physio, a_worker(desk, visits=PLAN), DAY)
    desk.propose()
    assert [one.net for one in desk.lines()] == [Decimal("200.00")]


def test_without_the_rate_the_line_says_where_to_write_it(desk: Desk) -> None:
    with desk.at():
        row = FeeLimit(discipline="physiotherapy", item="initial", amount=PRICE, source="a letter", from_day=SINCE)
        say_terms(by=desk.by, row=row)
    a_visit(desk.physio, a_worker(desk, visits=PLAN), DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.for_patient, line.net, line.state) == (False, None, "draft")
    assert [one["code"] for one in line.problems] == ["fee"]
    assert "write it down in the clinic's terms" in line.problems[0]["detail"]


def test_without_a_plan_the_worker_is_not_the_way_out(desk: Desk) -> None:
    contract(desk, "70.00", "60.00")
    person = a_worker(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.payer, line.for_patient, line.net, line.state, codes(line)) == (
        "worksafebc", False, None, "draft", ["approval"],
    )  # fmt: skip
    with desk.at(), pytest.raises(ValidationError, match="waits for the patient"):
        accept(by=desk.by, line_id=line.pk, reason="they would pay")
    told = quoted(desk, person)
    assert (told.is_covered, told.total) == (False, Decimal("0.00"))


def test_what_is_missing_is_named(desk: Desk) -> None:
    """Also where no fact would settle it: of the old Part 7 a rule says why."""
    person = a_claimant(desk, accident_on=date(2019, 3, 1))
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert codes(line) == ["coverage"]
    assert "R01" in line.problems[0]["detail"]


def test_a_contract_rate_is_typed_under_terms(desk: Desk, at_desk: Client) -> None:
    form = {
        "do": "fee", "payer": "worksafebc", "discipline": "physiotherapy", "item": "initial", "amount": "70.00",
        "source": "Our contract", "from_day": "2026-01-01",
    }  # fmt: skip
    assert at_desk.post("/claims/terms/", form).status_code == 302
    assert at_desk.post("/claims/terms/", {**form, "payer": "private"}).status_code == 422
    assert FeeLimit.objects.get().payer == "worksafebc"
    assert "WorkSafeBC: Physiotherapy, First visit" in at_desk.get("/claims/terms/").text


MSP = {"msp_supplementary": True}
ELSEWHERE = "msp_visits_elsewhere_this_year"


@pytest.mark.parametrize(
    ("told", "net", "paid", "wrong"),
    [
        ({**MSP, ELSEWHERE: 0}, Decimal("137.00"), Decimal("23.00"), []),
        ({**MSP, ELSEWHERE: 10}, INITIAL_PRICE, Decimal("0.00"), []),
        (MSP, None, None, ["coverage"]),
        ({"msp_supplementary": False}, INITIAL_PRICE, Decimal("0.00"), []),
        ({}, INITIAL_PRICE, Decimal("0.00"), []),
    ],
)
def test_bill_quote_and_library_agree_on_msp(
    desk: Desk, told: dict[str, Any], net: Decimal | None, paid: Decimal | None, wrong: list[str]
) -> None:
    person = a_claimant(desk, visits=told, **ALONE)
    assert quoted(desk, person, DAY).net == net
    a_visit(desk.physio, person, DAY)
    desk.propose()
    assert [(one.for_patient, one.net, codes(one)) for one in desk.lines()] == [(True, net, wrong)]
    with desk.at():
        record = record_of(work_of([person])[person.pk], TODAY)
        terms = terms_of(desk.clinic.pk)
        (cover,) = coverage_of(record, TODAY, terms.for_library()).visits
    assert cover.payer_share == paid


def test_a_visit_that_costs_no_more_than_msp_pays_is_no_line_of_the_patient(desk: Desk) -> None:
    with desk.at():
        row = {"discipline": "physiotherapy", "item": "initial", "from_day": SINCE}
        say_terms(by=desk.by, row=Price(amount=Decimal("23.00"), **row))
    told = {"msp_supplementary": True, "msp_visits_elsewhere_this_year": 0}
    a_visit(desk.physio, a_claimant(desk, visits=told, **ALONE), DAY)
    desk.propose()
    assert desk.lines() == []


def test_the_page_of_a_person_warns_from_day_83_on_and_of_short_massage(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    for day in (82, 83):
        a_visit(desk.physio, person, ACCIDENT + timedelta(days=day))
    a_visit(desk.rmt, person, DAY, "rmt", minutes=30)
    with desk.at(date(2026, 4, 10)):
        page = html.unescape(at_desk.get(f"/claims/people/{person.pk}/").text)
    assert "29 Mar 2026, Physiotherapy: By a stricter count the 12 weeks" in page
    assert "28 Mar 2026, Physiotherapy: By a stricter" not in page
    assert "3 Feb 2026, Massage therapy: It is short" in page


def test_visits_in_the_record_are_not_counted_twice(desk: Desk, at_desk: Client) -> None:
    told = {"visits_elsewhere_count": {"physiotherapy": 14}, "initial_visit_billed": {"physiotherapy": True}}
    person = a_claimant(desk, visits=told)
    days = [(ACCIDENT + timedelta(days=place)).isoformat() for place in range(13)]
    rows = [{"date": day, "discipline": "physiotherapist"} for day in days]
    with desk.at(date(2026, 2, 2)):
        sign_entry(
            by=desk.physio, person_id=person.pk, on=date(2026, 2, 2), kind="case file",
            content={"treatments": rows}, idempotency_key=uuid.uuid4(),
        )  # fmt: skip
    a_visit(desk.physio, person, DAY)
    with desk.at():
        budget = coverage_of(record_of(work_of([person])[person.pk], TODAY), TODAY).disciplines["physiotherapist"]
        page = at_desk.get(f"/claims/people/{person.pk}/").text
    assert (budget.used_here, budget.used_elsewhere, budget.left) == (14, 1, 10)
    assert "In the record already, and counted once: 5 Jan 2026, 6 Jan 2026" in page
    desk.propose()
    assert [(one.item, one.state) for one in desk.lines(for_patient=False)] == [("standard", "checked")]


def test_what_was_told_of_a_year_is_of_that_year(desk: Desk) -> None:
    told = {
        "msp_supplementary": True,
        "msp_visits_elsewhere_this_year": 9,
        "told_on": {"msp_visits_elsewhere_this_year": "2025-12-01"},
    }
    person = a_claimant(desk, visits=told, **ALONE)
    a_visit(desk.physio, person, DAY)
    with desk.at():
        propose_lines(by=desk.by, month=Month(2026, 2))
    assert [codes(one) for one in desk.lines()] == [["coverage"]]
