"""A clinic is closed on the statutory holidays of its province, unless it says otherwise."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import PHYSIOTHERAPIST
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import check_place, free_hours, propose_series
from clinic.calendar.errors import RulesBroken
from clinic.calendar.holidays.choosing import keep_holidays_of, open_on
from clinic.calendar.holidays.kept import kept_by
from clinic.calendar.models import PublicHolidays
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_desk, a_series

FAMILY_DAY = date(2026, 2, 16)
AHEAD = (FAMILY_DAY - MONDAY).days


def test_nothing_is_proposed_on_it(desk: Desk, person: Person) -> None:
    series = a_series(desk, person, {}, starts=FAMILY_DAY - timedelta(days=1))
    series.visits.update(earliest=FAMILY_DAY, latest=FAMILY_DAY)
    (choice,) = propose_series(desk.by, series).choices
    assert not choice.placed
    assert [one.code.value for one in choice.unplaced[0].reasons] == ["clinician_never_works"]
    open_on(desk.by, FAMILY_DAY, is_open=True)
    assert len(propose_series(desk.by, series).choices[0].placed) == 1


def test_booking_by_hand_is_told_and_asks_why(desk: Desk, person: Person) -> None:
    said = desk.wanted(person, desk.at(10, days=AHEAD))
    assert [(one.rule, one.says, one.is_hard) for one in check_place(desk.by, **said)] == [
        ("public_holiday", "Public holiday: Family Day.", False)
    ]
    with pytest.raises(RulesBroken, match="Family Day"):
        desk.book(person, desk.at(10, days=AHEAD))
    assert {one.starts_at.astimezone(desk.clinic.zone).date() for one in free_hours(desk.by, **said)}.isdisjoint(
        {FAMILY_DAY}
    )
    desk.book(person, desk.at(10, days=AHEAD), override_reason="open for one")


def test_another_day_says_nothing(desk: Desk, person: Person) -> None:
    assert check_place(desk.by, **desk.wanted(person, desk.at(10, days=AHEAD + 1))) == ()


def test_a_clinic_may_keep_none_or_open_on_one(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    said = desk.wanted(person, desk.at(10, days=AHEAD))
    open_on(desk.by, FAMILY_DAY, is_open=True)
    assert check_place(desk.by, **said) == ()
    assert kept_by(other_clinic).is_closed(FAMILY_DAY)
    open_on(desk.by, FAMILY_DAY, is_open=False)
    assert check_place(desk.by, **said)
    keep_holidays_of(desk.by, "")
    assert check_place(desk.by, **said) == ()
    assert AuditEvent.objects.filter(subject_kind="public holidays").count() == 3


@pytest.mark.parametrize("province", ["on", "BC", "x" * 50, "\x00"])
def test_a_province_without_rules(desk: Desk, province: str) -> None:
    with pytest.raises(ValidationError):
        keep_holidays_of(desk.by, province)
    assert not PublicHolidays.objects.exclude(province="bc").exists()


def test_a_day_that_is_no_holiday(desk: Desk) -> None:
    with pytest.raises(ValidationError, match="no public holiday"):
        open_on(desk.by, FAMILY_DAY + timedelta(days=1), is_open=True)


def test_who_may_not(desk: Desk) -> None:
    by = build.an_actor(desk.clinic, PHYSIOTHERAPIST)
    with pytest.raises(PermissionDenied):
        open_on(by, FAMILY_DAY, is_open=True)
    with pytest.raises(PermissionDenied):
        keep_holidays_of(by, "")


def test_the_pages_name_it(client: Client, desk: Desk) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    for address in ("/calendar/", "/calendar/week/", "/desk/"):
        text = client.get(f"{address}?day={FAMILY_DAY}").text
        assert "Mon 16 Feb 2026 is a public holiday: Family Day. The clinic is closed" in text
        assert "public holiday" not in client.get(f"{address}?day={FAMILY_DAY + timedelta(days=8)}").text
    text = client.get("/calendar/holidays/").text
    assert text.count("Open on this day") == 11
    answer = client.post("/calendar/holidays/", {"do": "open", "day": FAMILY_DAY.isoformat()}, follow=True)
    assert "Saved." in answer.text
    assert "The clinic is open." in client.get(f"/calendar/?day={FAMILY_DAY}").text
    client.post("/calendar/holidays/", {"do": "close", "day": FAMILY_DAY.isoformat()})
    client.post("/calendar/holidays/", {"do": "province", "province": ""})
    assert "keeps no public holidays" in client.get("/calendar/holidays/").text


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, 400),
        ({"do": "x"}, 400),
        ({"do": "open"}, 400),
        ({"do": "open", "day": "2026-02-30"}, 400),
        ({"do": "open", "day": "2026-02-17"}, 302),
        ({"do": "province", "province": "\x00"}, 302),
    ],
)
def test_forms_that_mean_nothing(client: Client, desk: Desk, said: dict[str, str], status: int) -> None:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    assert client.post("/calendar/holidays/", said).status_code == status
    assert kept_by(desk.clinic).is_closed(FAMILY_DAY)


def test_a_clinician_looks_and_changes_nothing(client: Client, desk: Desk, other_clinic: Clinic) -> None:
    a_desk(other_clinic)
    client.force_login(desk.physio)
    assert "Open on this day" not in client.get("/calendar/holidays/").text
    assert client.post("/calendar/holidays/", {"do": "province", "province": ""}).status_code == 403
