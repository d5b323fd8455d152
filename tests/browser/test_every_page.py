"""Every page that a role can reach by links: it opens, keeps to itself, fits a phone and is accessible."""

import hashlib
import uuid
from collections.abc import Callable
from datetime import time, timedelta
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.calendar.actions import book
from clinic.calendar.clocks import moment
from clinic.calendar.models import Practice, Room, Series, Status, Waiting
from clinic.chart.actions import correct_entry
from tests.browser.crawl import Kind, crawl
from tests.browser.scene import a_physiotherapist, signed_on, today
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.clinic.trials.conftest import kept
from tests.people import asked_everything
from tests.support.browser import assert_no_axe_violations

ROLES = (PHYSIOTHERAPIST, RMT, FRONT_DESK, CLINIC_LEAD, PATIENT)
LEAST = {PHYSIOTHERAPIST: 56, RMT: 50, FRONT_DESK: 45, CLINIC_LEAD: 58, PATIENT: 46}
"""So many kinds of pages at least: a broken link list must not pass as a short one."""
DESK, ZOOMED, PHONE = 1280, 640, 320
"""Pixels across: a desk, the same at 200 % (WCAG 2.2, 1.4.4), and the narrowest that it asks for (1.4.10)."""
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
MAIN_TARGET = 44
"""Pixels. For everything else axe knows the least (2.5.8)."""
UNSEEN_FOCUS = """() => {
    const wrong = [];
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
        if (one.type === 'hidden' || one.disabled || one.tabIndex < 0 || !one.checkVisibility()) continue;
        one.focus({preventScroll: true});
        const style = getComputedStyle(one);
        const is_seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        if (document.activeElement === one && !is_seen) wrong.push(one.outerHTML.slice(0, 120));
    }
    return wrong;
}"""
"""What one reaches by keyboard without seeing that one is there."""
SMALL_ACTIONS = """least => [...document.querySelectorAll('.button.primary:not(.visually-hidden)')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least)
    .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def clinic(live_server: LiveServer) -> Clinic:
    """Two people: one with flags, one healthy with a diary and an account of their own. One trial is kept."""
    clinic = build.a_clinic()
    physio = a_physiotherapist(clinic)
    began = today() - timedelta(days=10)
    flagged = asked_everything(cancer_history=True, injuries=[{"id": "crash", "facts": {"whiplash_occurred": True}}])
    healthy = asked_everything(
        episode={"started": began.isoformat(), "goal": "Work a full day", "payer": {"kind": "private"}},
        outcomes=[{"date": began.isoformat(), "measure": "ndi", "value": 18}],
        diary=[
            {"date": (began + timedelta(days=number)).isoformat(), "headache": "A", "intensity_nrs": number}
            for number in range(1, 8)
        ],
    )
    item = {"intervention": "dcf_stage1", "dose": {"sets": 2, "reps": [5, 10], "hold_s": 10, "per_day": 2}}
    healthy["plans"] = [{"date": began.isoformat(), "headache": "A", "phase": "relief", "items": [item]}]
    healthy["visits"][0]["date"] = began.isoformat()
    healthy["visits"][0]["findings"] = [{"fact": "frt_rotation_deg", "side": "right", "value": 24}]
    kept(physio)
    a_calendar(clinic, physio)
    signed_on(began, physio, build.a_person(clinic, "Flagged", given_name="Bea"), flagged)
    account = build.a_user(clinic, PATIENT, username="patient")
    person = build.a_person(clinic, "Healthy", given_name="Cam", user=account)
    signed_on(today() - timedelta(days=1), physio, person, healthy)
    wrong = build.an_entry(Actor(account), person, on=began, kind="diary", content={
        "diary": [{"date": began.isoformat(), "headache": "A", "intensity_nrs": 9}]
    })  # fmt: skip
    correct_entry(by=Actor(account), entry_id=wrong.pk, content={}, reason="mistyped", idempotency_key=uuid.uuid4())
    build.an_entry(Actor(account), person, on=today(), kind="diary", content={
        "diary": [{"date": today().isoformat(), "headache_today": False}]
    })  # fmt: skip
    return clinic


def a_calendar(clinic: Clinic, physio: Actor) -> None:
    """Somebody is booked today, somebody was cancelled, somebody waits, and a series has no hours yet."""
    assert physio.user is not None
    practice = Practice.objects.create(
        clinician=physio.user, discipline="physio", turnover_minutes=0, max_minutes_per_day=420
    )
    for weekday in range(7):
        practice.hours.create(weekday=weekday, starts=time(8), ends=time(18), valid_from=today())
    room = Room.objects.create(clinic=clinic, name="Garden room")
    person = build.a_person(clinic, "Booked", given_name="Dee")
    with clock.set_to(moment(today(), 7 * 60, clinic.zone)):  # before the clinic opens
        for hour in (9, 11):
            visit = book(
                Actor(build.a_user(clinic, FRONT_DESK)),
                person=build.a_person(clinic, f"Booked-{hour}"),
                clinician=physio.user,
                room=room,
                starts_at=moment(today(), hour * 60, clinic.zone),
                discipline="physio",
                kind="treatment",
                minutes=60,
            )
    visit.status = Status.CANCELLED
    visit.save()
    Waiting.objects.create(person=person, discipline="physio", minutes=60, since=clock.now())
    series = Series.objects.create(person=person, starts=today(), requested_at=clock.now(), requested_by=physio.user)
    series.visits.create(
        rank=0, discipline="physio", kind="treatment", minutes=60, earliest=today(), latest=today() + timedelta(days=9)
    )


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of: errors of scripts, refused styles, files that are not there."""
    told: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            told.append(f"{page.url}: {message.text}")

    page.on("console", note)
    return told


@pytest.fixture
def is_new(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[Kind], bool]:
    """What roles share is opened for each of them and looked at once, as looking takes a second or more: whether
    nobody has yet, in this process or in the one beside it."""
    base = tmp_path_factory.getbasetemp()
    looked_at = (base if worker_id == "master" else base.parent) / "looked-at"
    looked_at.mkdir(exist_ok=True)

    def first(kind: Kind) -> bool:
        name = hashlib.sha256(repr(kind).encode()).hexdigest()
        try:
            (looked_at / name).mkdir()
        except FileExistsError:
            return False
        return True

    return first


def look_at(page: Page) -> list[str]:
    """At a desk as it is, on a phone with everything unfolded: what is wrong there.

    Axe takes longest, so it looks once, where most can go wrong: at every other page by day, at the rest by night. The
    contrasts of both are tested in the sheet.
    """
    page.set_viewport_size({"width": DESK, "height": 800})
    wrong = fits(page, DESK)
    scheme = SCHEMES[hashlib.sha256(urlsplit(page.url).path.encode()).digest()[0] % 2]
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.evaluate(UNFOLD)
    return wrong + fits(page, PHONE) + accessible(page, f"{scheme}, {PHONE} px")


def prefer(page: Page, url: str, **chosen: str) -> None:
    """What somebody chose on this device before the first page."""
    page.context.add_cookies([{"name": name, "value": value, "url": url} for name, value in chosen.items()])


def look_at_own(page: Page) -> list[str]:
    """A page of a patient, in French, where words are longest, and dim: at a desk, on the narrowest phone, zoomed, and
    by keyboard alone.

    Axe takes longest, so it looks once, where most can go wrong. Light and dark have their contrasts tested in the
    sheet, and axe looks at them on the pages that patients share with others.
    """
    if page.url.endswith("/today/"):
        expect(page.locator("#day")).to_be_visible()  # it asks nothing before it has heard of the chart
    page.set_viewport_size({"width": DESK, "height": 800})
    wrong = fits(page, DESK)
    page.set_viewport_size({"width": PHONE, "height": 640})
    if page.get_attribute("html", "data-theme") != "dim":
        wrong.append(f"{page.url} is not dim")
    if page.get_attribute("html", "lang") != "fr-ca":
        wrong.append(f"{page.url} is not in French")
    page.evaluate(UNFOLD)
    wrong += fits(page, PHONE) + accessible(page, "dim, in French", targets=True)
    wrong += [f"{page.url}: too small: {one}" for one in page.evaluate(SMALL_ACTIONS, MAIN_TARGET)]
    page.keyboard.press("Tab")  # from here on the browser shows where the focus is
    wrong += [f"{page.url}: focus is not seen: {one}" for one in page.evaluate(UNSEEN_FOCUS)]
    page.set_viewport_size({"width": ZOOMED, "height": 400})
    return wrong + fits(page, ZOOMED)


UNFOLD = "document.querySelectorAll('main details').forEach(each => each.open = true)"


def fits(page: Page, width: int) -> list[str]:
    across = page.evaluate("document.documentElement.scrollWidth")
    return [f"{page.url} runs over the edge at {width} px"] if across > width else []


def accessible(page: Page, where: str, *, targets: bool = False) -> list[str]:
    try:
        assert_no_axe_violations(page, targets=targets)
    except AssertionError as error:
        return [f"{where}: {error}"]
    return []


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_every_page_that_links_lead_to(
    page: Page,
    live_server: LiveServer,
    clinic: Clinic,
    complaints: list[str],
    is_new: Callable[[Kind], bool],
    role: Role,
) -> None:
    username = {PHYSIOTHERAPIST: "ana", PATIENT: "patient"}.get(role) or build.a_user(clinic, role).username
    sign_in(page, live_server.url, username)
    if role is PATIENT:
        # One language from the first page on. Where it changes, the page that opens without a network replaces itself
        # by the one in the other language as soon as it hears of it, under the hands of whoever is looking.
        prefer(page, live_server.url, theme="dim", django_language="fr-ca")
    opened = []
    look = look_at_own if role is PATIENT else look_at
    for kind, status, shown in crawl(page, f"{live_server.url}/", is_new if role is not PATIENT else lambda kind: True):
        opened.append(kind)
        if status != 200:
            complaints.append(f"{kind} answers {status}")
        if shown:
            complaints += look(page)
    assert not complaints, "\n".join(complaints)
    assert len(opened) >= LEAST[role], opened


def test_pages_that_are_not_there_or_not_open(page: Page, live_server: LiveServer, clinic: Clinic) -> None:
    sign_in(page, live_server.url, build.a_user(clinic, FRONT_DESK).username)
    for address, status in (("/nowhere/", 404), ("/people/999999999/safety/", 403), ("/audit/", 403)):
        response = page.goto(live_server.url + address)
        assert response is not None
        assert response.status == status
        assert look_at(page) == []
