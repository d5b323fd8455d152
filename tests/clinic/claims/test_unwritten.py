"""A visit that took place and has no signed note is told beside the bills: no line can stand for it."""

import html
from datetime import date, timedelta

import pytest
from django.test import Client

from clinic.claims.disciplines import Discipline
from clinic.claims.unwritten import unwritten
from tests.clinic.claims.desk import MONTH, TODAY, Desk, a_claimant, a_visit, an_appointment

DAY = date(2026, 2, 3)


def left(desk: Desk) -> list[tuple[date, str]]:
    with desk.at():
        return [(one.on, one.discipline) for one in unwritten(desk.by, MONTH)]


@pytest.mark.parametrize("status", ["arrived", "in_room", "done"])
def test_whoever_came_needs_a_note(desk: Desk, status: str) -> None:
    person = a_claimant(desk)
    an_appointment(desk, person, DAY, status=status)
    assert left(desk) == [(DAY, Discipline.PHYSIOTHERAPY)]
    a_visit(desk.rmt, person, DAY, "rmt")
    assert left(desk) == [(DAY, Discipline.PHYSIOTHERAPY)], "a note of another discipline is none of this visit"
    a_visit(desk.physio, person, DAY)
    assert left(desk) == []


@pytest.mark.parametrize("status", ["booked", "confirmed", "cancelled", "late_cancelled", "no_show"])
def test_nobody_came(desk: Desk, status: str) -> None:
    an_appointment(desk, a_claimant(desk), DAY, status=status)
    assert left(desk) == []


def test_today_and_other_months_are_not_asked_for(desk: Desk) -> None:
    person = a_claimant(desk)
    for day in (TODAY, date(2026, 1, 30), TODAY + timedelta(days=5)):
        an_appointment(desk, person, day, status="done")
    assert left(desk) == []


def test_the_page_of_the_month_says_so_and_so_does_the_press(desk: Desk, at_desk: Client) -> None:
    person = a_claimant(desk)
    an_appointment(desk, person, DAY, status="done")
    with desk.at():
        page = html.unescape(at_desk.get("/claims/?month=2026-02").text)
        told = html.unescape(at_desk.post("/claims/propose/", {"month": "2026-02"}, follow=True).text)
    assert "1 visit without a signed note" in page
    assert person.name in page
    assert "1 visit took place and has no signed note: it cannot be billed yet." in told
