"""The request for more visits: due in time, seen by the desk, begun with what the signed plan still holds."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.roles import CLINIC_LEAD
from clinic.chart.models import Person
from clinic.claims.lapsing import endings
from tests.clinic import build
from tests.clinic.claims.desk import ACCIDENT, Desk, a_claimant, a_visit

RETEST = date(2026, 4, 13)
TODAY = date(2026, 3, 16)
"""Two weeks before the window of the accident ends (operations 1.2)."""


@pytest.fixture
def person(desk: Desk) -> Person:
    found = a_claimant(desk)
    item = {"intervention": "dcf_stage1", "dose": {"sets": 2, "reps": [5, 10], "hold_s": 10, "per_day": 2}}
    plan = {
        "date": "2026-03-02", "headache": "A", "phase": "relief", "items": [item],
        "visits_per_week": {"physiotherapist": 2}, "retest": RETEST.isoformat(),
    }  # fmt: skip
    with desk.at(date(2026, 3, 2)):
        build.an_entry(desk.physio, found, on=date(2026, 3, 2), kind="history", content={"headaches": [{"id": "A"}]})
        build.an_entry(desk.physio, found, on=date(2026, 3, 2), kind="plan", content={"plans": [plan]})
    a_visit(desk.physio, found, date(2026, 3, 3))
    return found


def test_it_is_due_two_weeks_before_the_window_ends(desk: Desk, person: Person) -> None:
    _ends, due, _people = endings(desk.by, TODAY - timedelta(days=8))
    assert due == []
    _ends, due, _people = endings(desk.by, TODAY)
    (one,) = due
    assert (one.person, one.ending.due, one.ending.until) == (person, TODAY, ACCIDENT + timedelta(days=84))
    assert (one.ending.asked, one.ending.weeks) == (8, 4)


def test_what_was_asked_for_is_not_due_again(desk: Desk, person: Person) -> None:
    other = a_claimant(desk, "Asked", visits={"treatment_plan_status": {"physiotherapy": "sent"}})
    a_visit(desk.physio, other, date(2026, 3, 3))
    assert [one.person for one in endings(desk.by, TODAY)[1]] == [person]


def test_who_signs_begins_with_the_visits_of_the_plan(desk: Desk, person: Person, client: Client) -> None:
    client.force_login(build.a_user(desk.clinic, CLINIC_LEAD))
    with desk.at(TODAY):
        page = client.get("/claims/owed/").text
        link = f"/people/{person.pk}/letters/write/extension/?visits:physiotherapy=8&amp;weeks=4"
        assert link in page
        letter = client.get(link.replace("&amp;", "&")).text
    assert 'name="visits:physiotherapy" inputmode="numeric" value="8"' in letter
    assert 'name="weeks" inputmode="numeric" value="4"' in letter


@pytest.mark.parametrize("query", ["weeks=<script>", "visits:physiotherapy=%00", "visits:nobody=3", "to=somebody"])
def test_a_link_begins_with_nothing_else(desk: Desk, person: Person, client: Client, query: str) -> None:
    assert desk.physio.user is not None
    client.force_login(desk.physio.user)
    with desk.at(TODAY):
        answer: Any = client.get(f"/people/{person.pk}/letters/write/extension/?{query}")
    assert answer.status_code == 200
    assert "<script>" not in answer.text.partition("<main")[2]
    assert ">somebody" not in answer.text


def test_the_window_that_ends_this_week(desk: Desk, person: Person) -> None:
    ends, _due, _people = endings(desk.by, ACCIDENT + timedelta(days=80))
    assert [(one.person, one.ending.left) for one in ends] == [(person, 24)]
