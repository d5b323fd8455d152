"""What a visit costs the person is told before it is booked and on the day, by the clinic's own terms."""

import html
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from clinic.calendar.pages.paying import paying_for
from clinic.chart.models import Person
from clinic.claims.actions import keep_claim, propose_lines, say_terms
from clinic.claims.actions.propose import Month
from clinic.claims.models import Claim, Membership, Price, TaxRule
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, NOW, Desk
from tests.clinic.conftest import Statements

SINCE = date(2025, 4, 1)
DAY_LIST = "/desk/?day=2026-01-12"


@pytest.fixture
def priced(desk: Desk) -> Desk:
    """A member of the network. Massage costs by its length, and is taxed."""
    rows: list[Any] = [Membership(from_day=SINCE, is_member=True)]
    # ICBC pays 95.00 of a further visit to the physiotherapist, and 105.00 of a further massage.
    for discipline, minutes, price in (
        ("physiotherapy", None, "110.00"),
        ("massage_therapy", 60, "135.00"),
        ("massage_therapy", 45, "115.00"),
    ):
        for item in ("initial", "standard"):
            said = {"discipline": discipline, "item": item, "from_day": SINCE}
            rows.append(Price(**said, minutes=minutes, amount=Decimal(price)))
    for discipline in ("physiotherapy", "massage_therapy"):
        rows.append(TaxRule(discipline=discipline, is_taxed=discipline == "massage_therapy", from_day=SINCE))
    for row in rows:
        say_terms(by=desk.by, row=row)
    return desk


def under_a_claim(desk: Desk, person: Person, **more: Any) -> None:
    said = {
        "payer": "icbc",
        "number": "ZZ000001",
        "accident_on": date(2025, 12, 15),
        "legal_given_name": "Ana",
        "legal_family_name": "Moreau",
        "born_on": date(1988, 4, 2),
        "visits": {
            "visits_elsewhere_count": {"physiotherapy": 0, "massage_therapy": 0},
            "initial_visit_billed": {"physiotherapy": True, "massage_therapy": True},
        },
    }
    keep_claim(by=desk.by, person_id=person.pk, claim=Claim(**{**said, **more}))


def before_booking(browser: Client, desk: Desk, person: Person, who: Any, **more: Any) -> str:
    query = {"day": "2026-01-12", "at": "10:00", "clinician": who.pk, "person": person.pk, **more}
    return html.unescape(browser.get("/calendar/book/", query).text)


def test_the_share_is_told_before_booking(browser_of_desk: Client, priced: Desk, person: Person) -> None:
    under_a_claim(priced, person)
    assert "$15.00" in before_booking(browser_of_desk, priced, person, priced.physio)
    massage = before_booking(browser_of_desk, priced, person, priced.rmt, minutes=60)
    assert "$31.50" in massage  # 120 less 90, and 5 % of it
    assert "with $1.50 GST" in massage
    assert "$10.50" in before_booking(browser_of_desk, priced, person, priced.rmt, minutes=45)
    assert "not known." in before_booking(browser_of_desk, priced, person, priced.rmt, minutes=30)


def test_the_page_of_a_person_says_what_a_visit_costs_them(
    browser_of_desk: Client, priced: Desk, person: Person
) -> None:
    under_a_claim(priced, person)
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    assert "Physio, 60 minutes: the person pays $15.00" in text
    assert "Massage, 60 minutes: the person pays $31.50" in text


def test_the_day_list_says_what_to_collect(browser_of_desk: Client, priced: Desk, person: Person) -> None:
    under_a_claim(priced, person)
    alone = build.a_person(priced.clinic, "Alone")
    keep_claim(by=priced.by, person_id=alone.pk, claim=Claim(payer="private"))
    priced.book(person, priced.at(10))
    priced.book_massage(alone, priced.at(11))
    text = browser_of_desk.get(DAY_LIST).text
    assert "$15.00" in text
    assert "$141.75" in text


def test_what_the_payer_may_refuse_is_told_before_booking(
    browser_of_desk: Client, priced: Desk, person: Person
) -> None:
    under_a_claim(priced, person)
    by_day = [
        "By a stricter count" in before_booking(browser_of_desk, priced, person, priced.physio, day=day)
        for day in ("2026-03-07", "2026-03-08", "2026-03-09")
    ]
    assert by_day == [False, True, True]  # 82 to 84 days after 15 December
    by_length = [
        "It is short: two clinics say" in before_booking(browser_of_desk, priced, person, priced.rmt, minutes=minutes)
        for minutes in (30, 45)
    ]
    assert by_length == [True, False]
    under_a_claim(priced, person, accident_on=NOW.date() - timedelta(days=84))
    text = html.unescape(browser_of_desk.get(f"/desk/{person.pk}/").text)
    assert 'Physio, 60 minutes: the person pays $15.00 <span class="small">⚠ By a stricter count' in text


def test_a_worker_is_told_nothing_of_a_price(browser_of_desk: Client, priced: Desk, person: Person) -> None:
    under_a_claim(priced, person, payer="worksafebc")
    text = before_booking(browser_of_desk, priced, person, priced.physio)
    assert "$0.00" in text
    assert "The worker is not charged" in text


def test_the_quote_is_of_the_claim_that_counts_then(browser_of_desk: Client, priced: Desk, person: Person) -> None:
    under_a_claim(priced, person)
    keep_claim(by=priced.by, person_id=person.pk, claim=Claim(payer="private", since=date(2026, 1, 13)))
    days = {
        day: before_booking(browser_of_desk, priced, person, priced.physio, day=day)
        for day in ("2026-01-12", "2026-01-13")
    }
    assert ["$15.00" in text for text in days.values()] == [True, False]
    assert "$110.00" in days["2026-01-13"]


def test_new_terms_are_told_at_once(browser_of_desk: Client, priced: Desk, person: Person) -> None:
    under_a_claim(priced, person)
    assert "$15.00" in before_booking(browser_of_desk, priced, person, priced.physio)
    for item in ("initial", "standard"):
        row = Price(discipline="physiotherapy", item=item, amount=Decimal("125.00"), from_day=MONDAY)
        say_terms(by=priced.by, row=row)
    assert "$30.00" in before_booking(browser_of_desk, priced, person, priced.physio)


def test_what_is_not_known_of_tax_is_not_known_of_the_price(
    browser_of_desk: Client, priced: Desk, person: Person
) -> None:
    under_a_claim(priced, person)
    differs = TaxRule(discipline="massage_therapy", practitioner=priced.rmt, is_taxed=False, from_day=SINCE)
    say_terms(by=priced.by, row=differs)
    assert "whether GST is added" in before_booking(browser_of_desk, priced, person, priced.rmt, minutes=60)
    for item in ("initial", "standard"):
        row = Price(discipline="massage_therapy", item=item, minutes=60, amount=Decimal("90.00"), from_day=MONDAY)
        say_terms(by=priced.by, row=row)
    massage = before_booking(browser_of_desk, priced, person, priced.rmt, minutes=60)
    assert "$0.00" in massage, "the payer pays all of it, and tax on nothing is nothing"


def test_whether_the_insurer_would_know_them_is_told_and_not_what_by(
    browser_of_desk: Client, priced: Desk, person: Person
) -> None:
    under_a_claim(priced, person, number="", born_on=None)
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    for words in ("Claim number", "Legal name and birth date", "Personal health number (PHN)"):
        assert f"<li>{words}" in text
    under_a_claim(priced, person, health_number="9736504212")
    text = browser_of_desk.get(f"/desk/{person.pk}/").text
    assert "Personal health number" not in text
    assert "<li>Claim number" not in text
    assert "9736504212" not in text
    assert f"/claims/people/{person.pk}/" in text


def test_another_clinics_terms_are_not_read(priced: Desk, other_clinic: Any) -> None:
    stranger = build.a_person(other_clinic)
    lead = build.an_actor(other_clinic)
    build.an_entry(lead, stranger, kind="history", on=NOW.date(), content={"facts": {"payer_kind": "private"}})
    (found,) = paying_for(other_clinic, [stranger]).values()
    assert found.share("physio", 60) is not None
    assert found.share("physio", 60).total is None  # type: ignore[union-attr]


@pytest.mark.parametrize("many", [1, 6])
def test_many_are_read_in_as_many_statements(priced: Desk, statements: Statements, many: int) -> None:
    people = [build.a_person(priced.clinic) for _ in range(many)]
    for one in people:
        under_a_claim(priced, one)
    for expected in (10, 2):
        before = len(statements.texts)
        paying_for(priced.clinic, people)
        assert len(statements.texts) - before == expected


def test_bills_to_send_and_requests_due_stand_beside_the_list(
    browser_of_desk: Client, priced: Desk, person: Person
) -> None:
    under_a_claim(priced, person)
    first = Price(discipline="physiotherapy", item="initial", amount=Decimal("160.00"), from_day=MONDAY.replace(day=1))
    say_terms(by=priced.by, row=first)
    treated = {"treatments": [{"date": "2026-01-08", "discipline": "physiotherapist", "minutes": 60}]}
    build.an_entry(build.an_actor(priced.clinic), person, kind="treatment", on=date(2026, 1, 8), content=treated)
    propose_lines(by=priced.by, month=Month(2026, 1))
    answer = browser_of_desk.get(DAY_LIST)
    assert answer.context["side"].unsent == 2  # the insurer's part and the person's
    assert "2 lines of bills not sent" in answer.text
    assert 'hx-get="/claims/owed/due/"' in answer.text
    assert "0 requests for more visits are due" in browser_of_desk.get("/claims/owed/due/").text


def test_who_keeps_no_bills_sees_none(client: Client, priced: Desk, person: Person) -> None:
    client.force_login(priced.rmt)
    assert "/claims/" not in client.get(DAY_LIST).text
    assert "/claims/" not in client.get(f"/desk/{person.pk}/").text
    assert client.get("/claims/owed/due/").status_code == 403
