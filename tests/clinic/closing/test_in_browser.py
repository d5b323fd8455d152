"""Closing an account as a person does it on their phone: read, show that it is them, type, take the receipt."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.closing import views
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.signing_in import sign_in_by_hand
from tests.support.browser import assert_no_axe_violations

KEPT = "async () => (await indexedDB.databases()).map(each => each.name)"


@pytest.fixture
def written(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    user = build.a_user(clinic, PATIENT, username="jo")
    person = build.a_person(clinic, user=user)
    story.sign(Actor(build.a_user(clinic)), person, story.STARTED, "history", story.history())
    return person


def test_an_account_is_closed_and_the_phone_forgets(
    page: Page, live_server: LiveServer, written: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    sign_in_by_hand(page, live_server.url, "jo")
    page.goto(f"{live_server.url}/today/")
    page.wait_for_function(f"async () => (await ({KEPT})()).length > 0")
    monkeypatch.setattr(views, "FRESH_S", 0)  # as if it were long ago
    page.goto(f"{live_server.url}/mine/data/")
    page.get_by_role("link", name="What happens if I close it").click()
    expect(page.get_by_text("Your chart stays with the clinic until")).to_be_visible()
    assert_no_axe_violations(page, targets=True)
    page.get_by_role("link", name="Show that it is me").click()
    monkeypatch.undo()
    page.get_by_label("Password").fill(build.PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Type CLOSE").fill("close")
    page.get_by_role("button", name="Close my account now").click()
    expect(page.get_by_role("heading", name="Your account is closed")).to_be_visible()
    assert_no_axe_violations(page, targets=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="This page as a PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert page.evaluate(KEPT) == []
    page.goto(f"{live_server.url}/mine/data/")
    expect(page.get_by_label("User name")).to_be_visible()
    assert Person.objects.get(pk=written.pk).account_closed_at is not None
