"""The front desk at work: a series in one press, a visit carried by keyboard and by pointer, a clinician who is ill."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from clinic.calendar.actions import book, prescribe_series
from clinic.calendar.clocks import moment
from clinic.calendar.holidays.kept import Kept
from clinic.calendar.models import Appointment, Practice, Room, Waiting, WeeklyHours
from clinic.chart.models import Person
from tests.browser.scene import today
from tests.clinic import build
from tests.clinic.calendar.another_process import environment
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

LONG_AGO = date(2020, 1, 1)


def a_weekday() -> date:
    """The next one on which a whole day is still ahead, and the clinic is open."""
    day = today() + timedelta(days=1)
    while day.weekday() > 4 or Kept().is_closed(day):
        day += timedelta(days=1)
    return day


@pytest.fixture
def clinic(live_server: LiveServer) -> Clinic:
    """Two physiotherapists, one massage therapist, three rooms."""
    clinic = build.a_clinic()
    for name, role in (("Ana Bell", PHYSIOTHERAPIST), ("Bo Cole", PHYSIOTHERAPIST), ("Cy Dorn", RMT)):
        given, family = name.split()
        user = build.a_user(clinic, role, username=given.lower(), first_name=given, last_name=family)
        is_rmt = role is RMT
        practice = Practice.objects.create(
            clinician=user,
            discipline="rmt" if is_rmt else "physio",
            turnover_minutes=15 if is_rmt else 0,
            max_minutes_per_day=420,
        )
        for weekday in range(5):
            WeeklyHours.objects.create(
                practice=practice, weekday=weekday, starts=time(8), ends=time(17), valid_from=LONG_AGO
            )
        Room.objects.create(clinic=clinic, name=f"Room of {given}")
    build.a_user(clinic, FRONT_DESK, username="desk", first_name="Mika", last_name="Sato")
    return clinic


@pytest.fixture
def person(clinic: Clinic) -> Person:
    """With a signed plan: physiotherapy twice a week, massage once."""
    person = build.a_person(clinic, "Moreau", given_name="Noor")
    plan = {
        "date": (today() - timedelta(days=1)).isoformat(),
        "headache": "A",
        "phase": "relief",
        "visits_per_week": {"physiotherapist": 2, "rmt": 1},
        "retest": (today() + timedelta(days=27)).isoformat(),
        "items": [],
    }
    physio = Actor(clinic.users.get(username="ana"))
    content = {"headaches": [{"id": "A", "facts": {}}], "plans": [plan]}
    build.an_entry(physio, person, on=today(), kind="plan", content=content)
    return person


def booked(clinic: Clinic, person: Person, hour: int, username: str = "ana") -> Appointment:
    day, desk = a_weekday(), Actor(clinic.users.get(username="desk"))
    return book(
        desk,
        person=person,
        clinician=clinic.users.get(username=username),
        room=Room.objects.get(clinic=clinic, name=f"Room of {username.title()}"),
        starts_at=moment(day, time(hour), clinic.zone),
        discipline="physio",
        kind="treatment",
        minutes=60,
    )


def test_the_proposed_series_is_booked_with_one_press(page: Page, live_server: LiveServer, person: Person) -> None:
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/desk/{person.pk}/")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Propose hours").click()
    expect(page.get_by_role("heading", name="Series of Noor Moreau")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Book all").first.click()
    expect(page.get_by_role("status")).to_contain_text("are booked")
    made = Appointment.objects.filter(person=person)
    waits = Waiting.objects.filter(person=person, ended_at__isnull=True).count()
    assert made.count() > 4
    assert made.count() + waits == person.series.get().visits.count()
    expect(page.locator(".trips .half.rmt").first).to_be_visible()


def test_a_list_is_followed_stopped_and_booked(
    page: Page,
    live_server: LiveServer,
    clinic: Clinic,
    person: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The process that works it out is a real one."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    prescribe_series(Actor(clinic.users.get(username="desk")), person, starts=a_weekday())
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/calendar/series/")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Look for hours for these together").click()
    expect(page.get_by_role("heading", name="Looking for hours")).to_be_visible()
    assert_no_axe_violations(page)
    expect(page.locator("#progress")).to_contain_text("without an hour after", timeout=60_000)
    page.get_by_role("button", name="Stop, and take the best so far").click()
    expect(page.get_by_role("heading", name="As many visits as possible")).to_be_visible(timeout=60_000)
    assert_no_axe_violations(page)
    assert not Appointment.objects.exists()
    page.get_by_role("button", name="Book all").first.click()
    expect(page.get_by_role("status")).to_contain_text("are booked")
    assert Appointment.objects.filter(person=person).count() > 4


def test_beside_the_list_of_the_day_stands_what_is_due(page: Page, live_server: LiveServer, clinic: Clinic) -> None:
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/desk/")
    page.get_by_role("link", name="0 requests for more visits are due").click()
    expect(page.get_by_role("heading", name="Requests for more visits")).to_be_visible()


def test_a_visit_is_carried_by_keyboard_and_undone(
    page: Page, live_server: LiveServer, clinic: Clinic, person: Person
) -> None:
    visit = booked(clinic, person, 10)
    booked(clinic, build.a_person(clinic, "Other"), 13)
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/calendar/?day={a_weekday().isoformat()}")
    assert_no_axe_violations(page)
    said = page.locator("#said")
    page.locator(f'.visit[data-id="{visit.pk}"] a').focus()
    page.keyboard.press("m")
    expect(said).to_contain_text("Taken along: Noor Moreau")
    for _ in range(12):
        page.keyboard.press("ArrowDown")
    expect(said).to_contain_text("13:00, Ana Bell.")
    expect(said).to_contain_text("Not possible")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("13:00, Bo Cole. Free.")
    assert_no_axe_violations(page)
    page.keyboard.press("Escape")
    expect(said).to_have_text("Let go. Nothing was changed.")
    expect(page.locator(f'.visit[data-id="{visit.pk}"] a')).to_be_focused()
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".undo")).to_contain_text("10:15 with Ana Bell")
    visit.refresh_from_db()
    assert visit.starts_at == moment(a_weekday(), time(10, 15), clinic.zone)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").first).to_contain_text("Undone")
    visit.refresh_from_db()
    assert visit.starts_at == moment(a_weekday(), time(10), clinic.zone)


def test_a_visit_is_dragged_to_a_colleague_and_opened_beside(
    page: Page, live_server: LiveServer, clinic: Clinic, person: Person
) -> None:
    visit = booked(clinic, person, 10)
    page.set_viewport_size({"width": 1400, "height": 1000})
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/calendar/?day={a_weekday().isoformat()}")
    here = page.locator(f'.visit[data-id="{visit.pk}"]')
    here.locator("a").click()
    expect(page.locator("#panel").get_by_role("heading", name="Noor Moreau")).to_be_focused()
    assert_no_axe_violations(page)
    page.keyboard.press("Escape")
    expect(here.locator("a")).to_be_focused()
    start = here.bounding_box()
    column = page.locator(".column", has_text="Bo Cole")
    there = column.get_by_role("link", name="Free 14:00").bounding_box()
    assert start is not None
    assert there is not None
    page.mouse.move(start["x"] + 20, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(there["x"] + 20, there["y"] + 2, steps=5)
    page.mouse.move(there["x"] + 30, there["y"] + 6)
    with page.expect_navigation():
        page.mouse.up()
    expect(page.locator(".undo")).to_contain_text("14:00 with Bo Cole")


def test_ill_today_leads_to_the_calls_to_make(
    page: Page,
    live_server: LiveServer,
    clinic: Clinic,
    person: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Within twenty seconds, by a process of its own."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    visit = booked(clinic, person, 10)
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/calendar/?day={a_weekday().isoformat()}")
    page.get_by_role("link", name=re.compile("Away.*Ana Bell")).click()
    expect(page.get_by_role("heading", name="Ana Bell is away")).to_be_visible()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Take these hours out").click()
    expect(page.get_by_text("Looking for other hours")).to_be_visible()
    assert_no_axe_violations(page)
    expect(page.get_by_role("row", name="Noor Moreau")).to_be_visible(timeout=60_000)
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", name="Calls to make")).to_be_visible()
    visit.refresh_from_db()
    ana = clinic.users.get(username="ana")
    assert visit.clinician != ana or visit.starts_at.astimezone(clinic.zone).date() != a_weekday()


def test_without_a_script_everything_is_a_link(
    page: Page, live_server: LiveServer, clinic: Clinic, person: Person
) -> None:
    visit = booked(clinic, person, 10)
    page.route("**/*.js", lambda route: route.abort())
    sign_in(page, live_server.url, "desk")
    page.goto(f"{live_server.url}/calendar/?day={a_weekday().isoformat()}")
    page.get_by_role("link", name="Noor Moreau").click()
    page.get_by_role("link", name="Move", exact=True).click()
    expect(page.get_by_role("heading", name="Move the visit of Noor Moreau")).to_be_visible()
    assert_no_axe_violations(page)
    page.locator(".places button").first.click()
    expect(page.locator(".undo")).to_be_visible()
    visit.refresh_from_db()
    assert visit.version == 2
