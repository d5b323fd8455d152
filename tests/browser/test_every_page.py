"""Every page that a role can reach by links: it opens, keeps to itself, fits a phone and is accessible."""

import hashlib
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.chart.actions import correct_entry
from tests.browser.crawl import Kind, crawl
from tests.browser.scene import a_physiotherapist, sign_in, signed_on, today
from tests.clinic import build
from tests.clinic.trials.conftest import kept
from tests.people import asked_everything
from tests.support.browser import assert_no_axe_violations

ROLES = (PHYSIOTHERAPIST, RMT, FRONT_DESK, CLINIC_LEAD, PATIENT)
LEAST = {PHYSIOTHERAPIST: 56, RMT: 50, FRONT_DESK: 23, CLINIC_LEAD: 58, PATIENT: 39}
"""So many kinds of pages at least: a broken link list must not pass as a short one."""
DESK = 1280
"""Pixels."""
LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", DESK), ("dark", 320))


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
    """By day at a desk, by night on a phone with everything unfolded: what is wrong there."""
    wrong = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        if width < DESK:
            page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{page.url} runs over the edge at {width} px")
        try:
            # Of what holds in both looks, colours alone differ: all rules are asked where everything is unfolded.
            assert_no_axe_violations(page, only="" if width < DESK else "color-contrast")
        except AssertionError as error:
            wrong.append(f"{scheme}, {width} px: {error}")
    return wrong


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
    opened = []
    for kind, response in crawl(page, f"{live_server.url}/"):
        opened.append(kind)
        if response.status != 200:
            complaints.append(f"{response.url} answers {response.status}")
        if is_new(kind):
            complaints += look_at(page)
    assert not complaints, "\n".join(complaints)
    assert len(opened) >= LEAST[role], opened


def test_pages_that_are_not_there_or_not_open(page: Page, live_server: LiveServer, clinic: Clinic) -> None:
    sign_in(page, live_server.url, build.a_user(clinic, FRONT_DESK).username)
    for address, status in (("/nowhere/", 404), ("/people/999999999/safety/", 403), ("/audit/", 403)):
        response = page.goto(live_server.url + address)
        assert response is not None
        assert response.status == status
        assert look_at(page) == []
