"""My progress on a phone: everything unfolded, readable to everybody, and without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

PHONE: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture
def cared_for(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> LiveServer:
    clinic = build.a_clinic()
    user = build.a_user(clinic, PATIENT, username="jo")
    story.with_course(Actor(build.a_user(clinic)), build.a_person(clinic, user=user), diary_days=85)
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
    return live_server


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def own_page(page: Page, server: LiveServer) -> None:
    sign_in(page, server.url, "jo")
    page.goto(f"{server.url}/my-chart/")
    expect(page.get_by_role("heading", name="My progress")).to_be_visible()


def test_unfolded_it_is_accessible_and_fits_a_phone(page: Page, cared_for: LiveServer) -> None:
    page.set_viewport_size(PHONE)
    own_page(page, cared_for)
    for summary in page.locator("#progress summary").all():
        summary.click()
    expect(page.get_by_role("table", name="Headache days in each week")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert_no_axe_violations(page)


def test_without_a_script_it_says_and_unfolds_the_same(without_script: Page, cared_for: LiveServer) -> None:
    own_page(without_script, cared_for)
    expect(without_script.get_by_text("Fewer:")).to_be_visible()
    without_script.get_by_text("The weeks as a table").click()
    expect(without_script.get_by_role("table", name="Headache days in each week")).to_be_visible()
