"""What is typed and cannot be kept: the page says so, keeps it in sight, and tries again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from clinic.chart.models import Person
from clinic.drafts.models import Draft
from tests.browser.scene import a_physiotherapist
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

SAYS = re.compile(r"Not saved since \d\d:\d\d\. What you typed since then stands in this window only")
KEEP = "**/examine/keep/"


@pytest.fixture
def person(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    a_physiotherapist(clinic)
    return build.a_person(clinic, "Moreau")


@pytest.fixture
def examining(page: Page, live_server: LiveServer, person: Person) -> Page:
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/examine/")
    with page.expect_response(KEEP):
        page.locator("[name=pain_now_nrs]").fill("3")
    expect(page.locator("#kept")).to_contain_text("not yet saved to the chart")
    expect(page.locator("#not-kept")).to_be_empty()
    return page


def kept() -> list[str]:
    return [draft.data["pain_now_nrs"][0] for draft in Draft.objects.all()]


def breaks_down(route: Route) -> None:
    route.fulfill(status=500, body="no")


def gets_lost(route: Route) -> None:
    route.abort("failed")


@pytest.mark.parametrize("what", [breaks_down, gets_lost], ids=lambda what: what.__name__)
def test_it_is_said_and_tried_again_at_the_next_input(examining: Page, what: Callable[[Route], None]) -> None:
    examining.route(KEEP, what)
    examining.locator("[name=pain_now_nrs]").fill("4")
    note = examining.get_by_role("status").filter(has_text=SAYS)
    expect(note).to_be_visible()
    assert_no_axe_violations(examining)
    assert kept() == ["3"]
    examining.unroute(KEEP)
    with examining.expect_response(KEEP):
        examining.locator("[name=pain_now_nrs]").fill("5")
    expect(examining.locator("#not-kept")).to_be_empty()
    assert kept() == ["5"]


def test_it_is_tried_again_once_there_is_a_connection(examining: Page) -> None:
    examining.context.set_offline(True)
    examining.locator("[name=pain_now_nrs]").fill("4")
    expect(examining.locator("#not-kept")).to_have_text(SAYS)
    assert kept() == ["3"]
    with examining.expect_response(KEEP):
        examining.context.set_offline(False)
    expect(examining.locator("#not-kept")).to_be_empty()
    assert kept() == ["4"]


def test_a_session_that_has_ended_takes_nothing_away(examining: Page) -> None:
    examining.context.clear_cookies(name="sessionid")
    examining.locator("[name=pain_now_nrs]").fill("4")
    expect(examining.locator("#not-kept")).to_have_text(SAYS)
    expect(examining.locator("[name=pain_now_nrs]")).to_have_value("4")
    assert examining.url.endswith("/examine/")
    assert kept() == ["3"]
