"""A line for every signed visit, and what it follows."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from clinic.audit.models import AuditEvent
from clinic.chart.actions import correct_entry
from clinic.claims.actions import accept, check_lines, keep_claim, propose_lines, say_terms
from clinic.claims.models import InvoiceLine, LineEvent, Price
from tests.clinic import build
from tests.clinic.claims.desk import (
    ACCIDENT,
    FEE,
    INITIAL_FEE,
    INITIAL_PRICE,
    MONTH,
    PRICE,
    Desk,
    a_claim,
    a_claimant,
    a_visit,
)

DAY = date(2026, 2, 3)


def codes(line: Any) -> list[str]:
    return [one["code"] for one in line.problems]


def test_a_first_visit_is_the_insurers_up_to_its_limit_and_the_rest_the_persons(desk: Desk) -> None:
    person = a_claimant(desk)
    entry = a_visit(desk.physio, person, DAY)
    desk.propose()
    insurer, rest = desk.lines()
    assert (insurer.payer, insurer.item, insurer.net, insurer.gst) == ("icbc", "initial", INITIAL_FEE, Decimal("0.00"))
    assert (rest.payer, rest.net) == ("private", INITIAL_PRICE - INITIAL_FEE)
    assert {insurer.entry_id, rest.entry_id} == {entry.pk}
    assert (insurer.state, rest.state, insurer.route) == ("checked", "checked", "portal")
    assert {"R07", "R11"} <= set(insurer.because)


def test_the_second_visit_is_a_further_one(desk: Desk) -> None:
    person = a_claimant(desk)
    for day in (DAY, date(2026, 2, 10)):
        a_visit(desk.physio, person, day)
    desk.propose()
    assert [one.net for one in desk.lines(for_patient=False)] == [INITIAL_FEE, FEE]


def test_tax_is_five_percent_where_the_clinic_says_so(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.rmt, person, DAY, "rmt")
    desk.propose()
    insurer, rest = desk.lines()
    assert (insurer.net, insurer.gst) == (Decimal("128.00"), Decimal("6.40"))
    assert (rest.net, rest.gst) == (Decimal("32.00"), Decimal("1.60"))


def test_again_it_writes_nothing(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    before = InvoiceLine.objects.count(), LineEvent.objects.count()
    again = desk.propose()
    assert again.new == ()
    assert (InvoiceLine.objects.count(), LineEvent.objects.count()) == before


def test_an_amended_visit_takes_its_line_along(desk: Desk) -> None:
    person = a_claimant(desk)
    entry = a_visit(desk.physio, person, DAY)
    desk.propose()
    row = {"date": "2026-02-04", "discipline": "physiotherapist", "minutes": 60}
    with desk.at():
        correct_entry(
            by=desk.physio, entry_id=entry.pk, content={"treatments": [row]}, reason="the day was wrong",
            idempotency_key=uuid.uuid4(), on=date(2026, 2, 4),
        )  # fmt: skip
    desk.propose()
    old, _old_rest, new, _new_rest = desk.lines()
    assert (old.state, new.state) == ("withdrawn", "checked")
    assert (new.replaces_id, new.service_date, new.visit) == (old.pk, date(2026, 2, 4), entry.pk)


def test_a_visit_that_was_taken_back_is_not_billed(desk: Desk) -> None:
    person = a_claimant(desk)
    entry = a_visit(desk.physio, person, DAY)
    desk.propose()
    with desk.at():
        correct_entry(by=desk.physio, entry_id=entry.pk, content={}, reason="nobody came", idempotency_key=uuid.uuid4())
    desk.propose()
    assert {one.state for one in desk.lines()} == {"withdrawn"}
    assert desk.propose().new == ()


def test_a_price_that_changes_changes_what_was_not_sent(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    with desk.at():
        say_terms(
            by=desk.by,
            row=Price(discipline="physiotherapy", item="initial", amount=INITIAL_FEE, from_day=DAY),
        )
    desk.propose()
    assert [(one.state, one.for_patient) for one in desk.lines()] == [("checked", False), ("withdrawn", True)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"number": ""}, "claim_number"),
        ({"legal_given_name": ""}, "identity"),
        ({"born_on": None}, "identity"),
        ({"visits": {}}, "coverage"),
        ({"accident_on": None}, "coverage"),
        ({"accident_on": date(2026, 2, 20)}, "before_accident"),
    ],
)
def test_what_stands_against_a_line_is_data(desk: Desk, said: dict[str, Any], code: str) -> None:
    person = a_claimant(desk, **said)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    first = desk.lines()[0]
    assert first.state == "draft"
    assert code in codes(first)


def test_nobody_has_said_who_pays(desk: Desk) -> None:
    a_visit(desk.physio, build.a_person(desk.clinic), DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.state, line.net, codes(line)) == ("draft", None, ["no_claim"])


def test_the_practitioner_needs_a_licence_of_the_discipline(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY, "rmt")
    desk.propose()
    assert "practitioner" in codes(desk.lines()[0])


def test_a_fee_that_nobody_knows_is_not_guessed(desk: Desk) -> None:
    person = a_claimant(desk, accident_on=date(2026, 3, 20))
    a_visit(desk.physio, person, date(2026, 4, 2))
    with desk.at(date(2026, 4, 30)):
        propose_lines(by=desk.by, month=type(MONTH)(2026, 4))
    (line,) = desk.lines()
    assert (line.net, line.state, codes(line)) == (None, "draft", ["fee"])


def test_two_notes_of_one_day_are_billed_once(desk: Desk) -> None:
    person = a_claimant(desk)
    for _ in range(2):
        a_visit(desk.physio, person, DAY)
    desk.propose()
    insurer = [one for one in desk.lines() if not one.for_patient]
    assert len(insurer) == 1
    twice = [one for one in desk.lines() if codes(one) == ["duplicate"]]
    assert [(one.net, one.state) for one in twice] == [(None, "draft")]


def test_massage_and_physiotherapy_on_one_day_are_both_billed(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.rmt, person, DAY, "rmt")
    a_visit(desk.physio, person, DAY)
    desk.propose()
    assert {one.discipline for one in desk.lines(for_patient=False)} == {"physiotherapy", "massage_therapy"}
    assert {one.state for one in desk.lines()} == {"checked"}


@pytest.mark.parametrize(
    ("elsewhere", "accident", "code"), [(25, ACCIDENT, "budget"), (1, date(2025, 10, 1), "window")]
)
def test_what_the_insurer_does_not_cover_waits_for_the_patients_word(
    desk: Desk, elsewhere: int, accident: date, code: str
) -> None:
    visits = {"visits_elsewhere_count": {"physiotherapy": elsewhere}, "initial_visit_billed": {"physiotherapy": True}}
    person = a_claimant(desk, accident_on=accident, visits=visits)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.for_patient, line.net, codes(line)) == (True, PRICE, [code])
    with desk.at():
        accept(by=desk.by, line_id=line.pk, reason="Told at the desk, agreed")
        assert check_lines(by=desk.by, lines=[line.pk]) == {line.pk: []}
    desk.propose()
    assert [one.state for one in desk.lines()] == ["checked"]


def test_an_approved_plan_pays_after_the_window(desk: Desk) -> None:
    person = a_claimant(desk, accident_on=date(2025, 10, 1))
    visits = {
        "visits_elsewhere_count": {"physiotherapy": 3},
        "initial_visit_billed": {"physiotherapy": True},
        "treatment_plan_status": {"physiotherapy": "approved"},
        "treatment_plan_visits": {"physiotherapy": 1},
        "treatment_plan_start_date": {"physiotherapy": "2026-01-10"},
        "treatment_plan_end_date": {"physiotherapy": "2026-03-10"},
    }
    with desk.at(date(2026, 1, 10)):
        keep_claim(by=desk.by, person_id=person.pk, claim=a_claim(accident_on=date(2025, 10, 1), visits=visits))
    for day in (DAY, date(2026, 2, 10)):
        a_visit(desk.physio, person, day)
    desk.propose()
    found = {(one.service_date, one.for_patient): one for one in desk.lines()}
    assert found[DAY, False].net == FEE
    assert "R18" in found[DAY, False].because
    assert found[date(2026, 2, 10), True].net == PRICE
    assert (date(2026, 2, 10), False) not in found


def test_without_the_network_the_patient_pays_and_is_paid_back(db: None) -> None:
    from tests.clinic.claims.desk import a_desk

    desk = a_desk(is_member=False)
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    (line,) = desk.lines()
    assert (line.for_patient, line.route, line.net, line.state) == (True, "patient", INITIAL_PRICE, "checked")


def test_who_pays_alone_needs_no_claim_number(desk: Desk) -> None:
    person = a_claimant(desk, payer="private", number="", accident_on=None, visits={}, born_on=None)
    a_visit(desk.physio, person, DAY)
    with desk.at():
        say_terms(
            by=desk.by,
            row=Price(discipline="physiotherapy", item="initial", amount=PRICE, from_day=DAY),
        )
    desk.propose()
    (line,) = desk.lines()
    assert (line.payer, line.net, line.state) == ("private", PRICE, "checked")


def test_the_chart_and_the_claim_must_agree(desk: Desk) -> None:
    person = a_claimant(desk)
    with desk.at(DAY):
        build.an_entry(
            desk.physio, person, on=DAY, kind="history",
            content={"episode": {"payer": {"kind": "icbc", "accident_date": "2026-01-09"}}},
        )  # fmt: skip
    a_visit(desk.physio, person, DAY)
    desk.propose()
    assert "claim_differs" in codes(desk.lines()[0])


def test_whose_chart_was_drawn_upon_stands_in_the_log(desk: Desk) -> None:
    person = a_claimant(desk)
    a_visit(desk.physio, person, DAY)
    desk.propose()
    event = AuditEvent.objects.filter(action="propose bills").get()
    assert person.chart_number in event.reason
    assert not AuditEvent.objects.filter(action="view").exists()


def test_who_keeps_no_bills_proposes_none(desk: Desk) -> None:
    with pytest.raises(PermissionDenied):
        propose_lines(by=desk.physio, month=MONTH)


def test_people_of_another_clinic_are_not_there(desk: Desk, other_clinic: Any) -> None:
    stranger = build.a_person(other_clinic)
    a_visit(build.an_actor(other_clinic), stranger, DAY)
    assert desk.propose().looked_at == 0
    with pytest.raises(Http404):
        desk.propose(person_id=stranger.pk)


def test_statements_do_not_grow_with_the_month(desk: Desk, statements: Any) -> None:
    def proposed(number: int) -> int:
        for place in range(number):
            person = a_claimant(desk, f"Person {place}")
            for day in range(2, 2 + number):
                a_visit(desk.physio, person, date(2026, 2, day))
        before = len(statements.texts)
        desk.propose()
        return len(statements.texts) - before

    few = proposed(1)
    assert proposed(4) <= few
