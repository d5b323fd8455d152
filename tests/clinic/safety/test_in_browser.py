"""The screen as it is met: by keyboard alone, without scripts, in light and dark."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.forms.sending import newest
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations


@pytest.fixture
def chart(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    by = Actor(build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell"))
    person = build.a_person(clinic)
    facts = {"headache_onset_date": "2022-01-10"}
    content = {"headaches": [{"id": "A", "facts": facts}], "injuries": [], "person": {"id": "-", "born": "1984-03-01"}}
    build.an_entry(by, person, kind="history", content=content)
    return person


def focused(page: Page, what: str) -> str:
    return str(page.evaluate(f"document.activeElement.{what}"))


def tab_to(page: Page, name: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if focused(page, "name") == name:
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def test_it_is_answered_and_signed_by_keyboard_alone(page: Page, live_server: LiveServer, chart: Person) -> None:
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    # From "not asked", the last of three, one step up is no and two are yes.
    tab_to(page, "alert_gcs_15")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    for name in ("neuro_deficit_new", "seizure_new"):
        tab_to(page, name)
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    content = newest().content
    assert content["visits"][0]["facts"] == {"alert_gcs_15": True, "neuro_deficit_new": False}
    assert content["facts"] == {"seizure_new": False}


def test_without_scripts_it_counts_down_and_stops_at_an_emergency(
    browser: Browser, live_server: LiveServer, chart: Person
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    expect(page.get_by_role("status").filter(has_text="left on this page")).to_contain_text("questions")
    page.get_by_role("radiogroup", name="New focal neurological deficit").get_by_label("yes").check()
    page.get_by_role("button", name="Check what is left").click()
    expect(page.get_by_role("alert")).to_contain_text("Call emergency services")
    expect(page.get_by_role("radiogroup", name="History of cancer")).to_be_hidden()
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    expect(page.locator("#safety")).to_contain_text("Emergency")
    assert newest().content["visits"][0]["facts"] == {"neuro_deficit_new": True}
    context.close()


def test_screen_alarm_and_warnings_are_accessible(page: Page, live_server: LiveServer, chart: Person) -> None:
    """The screen with its alarm by day and by night; then what is signed, by night."""
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    page.get_by_role("radiogroup", name="New focal neurological deficit").get_by_label("yes").check()
    page.get_by_role("button", name="Check what is left").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator(".waiting > summary").click()
    assert_no_axe_violations(page)
    page.emulate_media(color_scheme="dark")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Sign as Ana Bell").click()
    page.locator(".techniques > summary").click()
    assert_no_axe_violations(page)
    page.goto(f"{live_server.url}/people/{chart.pk}/history/")
    expect(page.get_by_role("region", name="Safety")).to_contain_text("New neurological deficit")
    assert_no_axe_violations(page)


def test_on_a_phone_answers_fit_a_thumb(page: Page, live_server: LiveServer, chart: Person) -> None:
    sign_in(page, live_server.url, "ana")
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.screen .radios .choice')].filter(each => each.offsetParent)
            .map(each => each.getBoundingClientRect()).map(box => [box.width, box.height])"""
    )
    assert sizes
    assert all(width >= 44 and height >= 43.5 for width, height in sizes)
