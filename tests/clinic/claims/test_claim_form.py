"""The form of who is billed: every fact that coverage asks for, and which claim counts from when."""

import importlib
import pkgutil
import re
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

import concordant.coverage
from clinic import clock
from clinic.chart.models import Person
from clinic.claims.forms import TERMS
from clinic.claims.models import Claim
from clinic.claims.said import record_of
from clinic.claims.work import work_of
from concordant.facts import DICTIONARY, UNKNOWN, Fact
from concordant.facts.fact import Room, Supplier
from concordant.facts.kinds import Table
from concordant.facts.values import Span
from concordant.payers import CLAIMED
from concordant.record.case import Stated
from tests.clinic import build
from tests.clinic.claims.desk import TODAY, Desk, a_claimant, a_visit

SECOND = "2026-02-18"
ON_A_CARD = {
    "payer": "payer_kind",
    "accident_on": "claim_accident_date",
    "number": "claim_number",
    "checked_on": "claim_number_checked_date",
}
ON_TERMS = {"is_member": "recovery_network_member"}
NOT_OF_THE_DESK = {"discharge_date"}
"""Of the plan of care; nobody is asked for it here."""


def form_of(page: str) -> dict[str, Any]:
    """What the form on a page holds, as a browser would send it."""
    form = page[page.index('id="write-claim"') :]
    form = form[: form.index("</form>")]
    found: dict[str, Any] = {"do": "claim"}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value, kind = (_of(tag, one) for one in ("name", "value", "type"))
        if name and (kind not in ("radio", "checkbox") or " checked" in tag):
            found[name] = [*found.get(name, []), value] if kind == "checkbox" else value
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def _of(tag: str, name: str) -> str:
    match = re.search(rf' {name}="([^"]*)"', tag)
    return match[1] if match else ""


def write(client: Client, desk: Desk, person: Person, address: str = "", **said: Any) -> Any:
    """Open the page, at the form for another claim where one is written, change some fields and send it."""
    address = address or ("?claim=another" if said.get("which") == "another" else "")
    with desk.at():
        page = client.get(f"/claims/people/{person.pk}/{address}").text
        return client.post(f"/claims/people/{person.pk}/", {**form_of(page), **said})


def asked_by_coverage() -> dict[str, Fact[Any]]:
    """Every fact of the dictionary that a module of coverage names, but what is computed."""
    found: dict[str, Fact[Any]] = {}
    for module in pkgutil.iter_modules(concordant.coverage.__path__):
        for one in vars(importlib.import_module(f"concordant.coverage.{module.name}")).values():
            for fact in one if isinstance(one, tuple) else (one,):
                if isinstance(fact, Fact) and fact.name in DICTIONARY and fact.supplied_by is not Supplier.COMPUTED:
                    found[fact.name] = fact
    return found


def test_every_fact_that_coverage_asks_for_has_a_field(desk: Desk, at_desk: Client) -> None:
    asked = asked_by_coverage()
    assert len(asked) > 12
    assert {one.room for name, one in asked.items() if name not in NOT_OF_THE_DESK} == {Room.COVERAGE}
    fields = form_of(at_desk.get(f"/claims/people/{build.a_person(desk.clinic).pk}/").text)
    page = {ON_A_CARD.get(name, name.partition(":")[0]) for name in fields} | {"education_duties_done"}
    terms = {ON_TERMS.get(name, name) for form in TERMS.values() for name in form.base_fields}
    assert set(asked) - page - terms == NOT_OF_THE_DESK


ANSWERS: dict[str, tuple[str, Any]] = {
    "physician_referral_on_file": ("yes", True),
    "msp_supplementary": ("no", False),
    "msp_visits_elsewhere_this_year": ("0", 0),
    "education_duties_done": ("early_return", frozenset({"early_return"})),
    "visits_elsewhere_count": ("0", 0),
    "initial_visit_billed": ("no", False),
    "treatment_plan_status": ("approved", "approved"),
    "treatment_plan_visits": ("6", 6),
    "treatment_plan_start_date": ("2026-02-01", date(2026, 2, 1)),
    "treatment_plan_end_date": ("2026-03-01", date(2026, 3, 1)),
    "extended_percent_paid": ("80", 80),
    "extended_left_this_year": ("500", 500),
}


def test_what_is_typed_is_known_shown_and_can_be_emptied(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk, visits={})
    tables = {name for name in ANSWERS if isinstance(DICTIONARY[name].kind, Table)}
    names = {
        field: name
        for name in ANSWERS
        for field in ([f"{name}:{one}" for one in CLAIMED.values()] if name in tables else [name])
    }
    typed = {field: ANSWERS[name][0] for field, name in names.items()}
    assert set(ANSWERS) | set(ON_A_CARD.values()) | set(ON_TERMS.values()) | NOT_OF_THE_DESK >= set(asked_by_coverage())
    assert write(at_desk, desk, person, **typed).status_code == 302
    for name, (_text, value) in ANSWERS.items():
        whole = dict.fromkeys(CLAIMED.values(), value) if name in tables else value
        assert said_of(desk, person, name) == whole
    with desk.at():
        shown = form_of(at_desk.get(f"/claims/people/{person.pk}/").text)
    assert {field: shown[field] for field in typed} == {**typed, "education_duties_done": ["early_return"]}
    empty: dict[str, Any] = {**dict.fromkeys(typed, ""), "education_duties_done": []}
    assert write(at_desk, desk, person, **empty).status_code == 302
    assert {said_of(desk, person, name) for name in ANSWERS} == {UNKNOWN}


def said_of(desk: Desk, person: Person, fact: str) -> Any:
    with desk.at():
        value = record_of(work_of([person])[person.pk], TODAY).value(fact)
    return value.low if isinstance(value, Span) else value


def test_a_second_plan_has_fields_of_its_own(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk, accident_on=date(2025, 9, 1), visits={"visits_elsewhere_count": {"physiotherapy": 0}})
    plan = {"status": "approved", "visits": "10", "start_date": "2026-02-01", "end_date": "2026-02-14"}
    first = {f"treatment_plan_{name}:physiotherapy": value for name, value in plan.items()}
    assert write(at_desk, desk, person, **first).status_code == 302
    later = {**plan, "start_date": "2026-02-15", "end_date": "2026-03-31"}
    second = {f"treatment_plan_{name}:physiotherapy:1": value for name, value in later.items()}
    assert write(at_desk, desk, person, **second).status_code == 302
    for day in (3, 17):
        a_visit(desk.physio, person, date(2026, 2, day))
    desk.propose()
    assert [one.state for one in desk.lines(for_patient=False)] == ["checked", "checked"]
    # A day that was mistyped leaves no second plan behind, and an emptied one pays nothing any more.
    assert write(at_desk, desk, person, **{"treatment_plan_start_date:physiotherapy": "2026-02-04"}).status_code == 302
    assert write(at_desk, desk, person, **dict.fromkeys(second, "")).status_code == 302
    desk.propose()
    assert {one.state for one in desk.lines(for_patient=False)} == {"withdrawn"}
    assert len(Claim.objects.latest("id").visits["plans"]["physiotherapy"]) == 1


def test_another_accident_is_asked_about(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    answer = write(at_desk, desk, person, accident_on=SECOND)
    assert answer.status_code == 422
    assert "Say that it was a slip, or write down another claim" in answer.text
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ({"which": "another", "accident_on": SECOND}, date(2026, 2, 18)),
        ({"which": "another", "accident_on": SECOND, "since": "2026-02-20"}, date(2026, 2, 20)),
        ({"which": "another", "payer": "private", "accident_on": "", "number": ""}, TODAY),
        ({"which": "another", "payer": "private"}, TODAY),
        ({"is_slip": "on", "accident_on": "2026-01-06"}, None),
        ({"adjuster": "B. Li"}, None),
        ({"since": "2026-01-20"}, date(2026, 1, 20)),
    ],
)
def test_from_when_a_claim_counts(
    desk: Desk,
    at_desk: Client,
    said: dict[str, str],
    since: date | None,
) -> None:
    person = a_claimant(desk)
    first = Claim.objects.get()
    assert write(at_desk, desk, person, **said).status_code == 302
    made = Claim.objects.exclude(pk=first.pk).latest("id")
    assert (made.since, made.mends) == (since, None if said.get("which") == "another" else first)


def test_a_claim_like_the_one_that_stands_is_no_other(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    answer = write(at_desk, desk, person, which="another", payer="icbc", accident_on="2026-01-05")
    assert answer.status_code == 422
    assert "Payer and accident are those of the claim that stands" in answer.text


def test_the_same_form_sent_twice_makes_one_claim(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    with desk.at():
        form = form_of(at_desk.get(f"/claims/people/{person.pk}/?claim=another").text)
        form |= {"accident_on": SECOND, "number": "ZZ000002"}
        for _ in range(2):
            assert at_desk.post(f"/claims/people/{person.pk}/", form).status_code == 302
        form["number"] = "ZZ000004"
        assert at_desk.post(f"/claims/people/{person.pk}/", form).status_code == 422
    assert Claim.objects.count() == 2


def test_another_claim_begins_with_nothing_that_was_told_of_the_last(desk: Desk, at_desk: Client) -> None:
    plan = {"treatment_plan_status": "approved", "treatment_plan_visits": 10}
    told = {"visits_elsewhere_count": {"physiotherapy": 24}, "plans": {"physiotherapy": [plan]}}
    person = a_claimant(desk, visits=told, health_number="9736504212", adjuster="A. Wu")
    assert write(at_desk, desk, person, which="another", accident_on=SECOND, number="ZZ000002").status_code == 302
    made = Claim.objects.latest("id")
    assert (made.visits, made.adjuster, made.health_number) == ({}, "", "9736504212")


def test_a_claim_does_not_count_before_its_accident(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    answer = write(at_desk, desk, person, which="another", accident_on=SECOND, since="2026-02-01")
    assert answer.status_code == 422
    assert "It cannot count before its accident." in answer.text


def test_the_page_says_which_claim_counts_from_when(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    first = Claim.objects.get()
    assert write(at_desk, desk, person, which="another", accident_on=SECOND, number="ZZ000002").status_code == 302
    with desk.at():
        page = " ".join(at_desk.get(f"/claims/people/{person.pk}/").text.split())
    for words in (
        "<b>ICBC ZZ000001</b>, accident of 5 Jan 2026: visits until 17 Feb 2026.",
        "<b>ICBC ZZ000002</b>, accident of 18 Feb 2026: visits from 18 Feb 2026 on.",
    ):
        assert words in page, words
    # The other claim is mended by its own link.
    assert write(at_desk, desk, person, f"?claim={first.pk}", adjuster="B. Li").status_code == 302
    assert Claim.objects.latest("id").mends == first


@pytest.mark.parametrize(
    "said",
    [
        {"which": "neither"},
        {"which": "another", "since": "0001-01-01"},
        {"which": "another", "since": "x"},
        {"told_on:extended_left_this_year": "2099-01-01"},
        {"extended_percent_paid:physiotherapy": "101"},
        {"education_duties_done": "nothing"},
        {"shown": "-1"},
    ],
)
def test_hostile_answers(desk: Desk, at_desk: Client, said: dict[str, str]) -> None:
    person = a_claimant(desk)
    assert write(at_desk, desk, person, **said).status_code == 422
    assert Claim.objects.count() == 1


def test_a_claim_of_somebody_else_is_not_shown_or_mended(desk: Desk, at_desk: Client) -> None:
    person, other = a_claimant(desk), a_claimant(desk, "Other", number="ZZ000008")
    theirs = Claim.objects.get(person=other)
    with desk.at():
        assert "ZZ000008" not in at_desk.get(f"/claims/people/{person.pk}/?claim={theirs.pk}").text
    assert write(at_desk, desk, person, shown=str(theirs.pk), adjuster="B. Li").status_code == 302
    assert Claim.objects.latest("id").mends == Claim.objects.filter(person=person).earliest("id")


def test_what_runs_by_the_year_holds_as_of_the_day_it_was_told(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk, payer="extended", number="", accident_on=None, visits={})
    name = "extended_left_this_year"
    told = {f"{name}:physiotherapy": "500", f"told_on:{name}": "2026-02-01"}
    assert write(at_desk, desk, person, **told).status_code == 302
    assert write(at_desk, desk, person, adjuster="B. Li").status_code == 302
    assert _days(desk, person, name) == [date(2026, 2, 1)], "another answer says nothing of this one"
    assert write(at_desk, desk, person, **{f"{name}:physiotherapy": "400"}).status_code == 302
    assert _days(desk, person, name) == [TODAY]


def _days(desk: Desk, person: Person, name: str) -> list[date | None]:
    with desk.at():
        found: tuple[Stated, ...] = record_of(work_of([person])[person.pk], TODAY).case.facts[name]
    return [one.on for one in found]


def test_the_day_of_the_page_is_the_day_of_the_clinic(desk: Desk, at_desk: Client) -> None:
    """Half past midnight in Toronto is the evening before in Vancouver."""
    desk.clinic.time_zone = "America/Toronto"
    desk.clinic.save()
    person = a_claimant(desk)
    with clock.set_to(datetime(2026, 2, 27, 0, 30, tzinfo=desk.clinic.zone)):
        page = at_desk.get(f"/claims/people/{person.pk}/").text
        form = {**form_of(page), "which": "another", "payer": "private", "accident_on": "", "checked_on": "2026-02-27"}
        assert at_desk.post(f"/claims/people/{person.pk}/", form).status_code == 302
        assert at_desk.post(f"/claims/people/{person.pk}/", {**form, "checked_on": "2026-02-28"}).status_code == 422
    assert Claim.objects.latest("id").since == date(2026, 2, 27)
