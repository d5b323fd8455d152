"""A page that dies in the middle of an examination: all of it is there again, in another browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.chart.models import Entry, Person
from clinic.drafts.models import Draft
from tests.browser.scene import a_physiotherapist
from tests.clinic import build
from tests.clinic.signing_in import sign_in


@pytest.fixture
def person(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    a_physiotherapist(clinic)
    build.a_user(clinic, username="bo", first_name="Bo", last_name="Hale")
    return build.a_person(clinic, "Moreau")


@pytest.fixture
def another(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser, with nothing in it."""
    context = browser.new_context(locale="en-CA", timezone_id="America/Vancouver")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def open_it(page: Page, live_server: LiveServer, person: Person, username: str = "ana") -> Page:
    sign_in(page, live_server.url, username)
    page.goto(f"{live_server.url}/people/{person.pk}/examine/")
    return page


def half_filled(page: Page) -> None:
    page.locator('[name=headache_phase][value="none"]').check()
    page.locator("#s-flexion_rotation > summary").click()
    page.locator('[name="frt_rotation_deg.left"]').fill("41")  # one trial of two
    page.locator('[name="frt_rotation_deg.right"]').fill("240")  # not allowed
    page.locator('[name="frt_rotation_deg.right.2"]').fill("24")
    page.locator('select[name="instrument:flexion_rotation"]').select_option("goniometer")


def expect_half_filled(page: Page) -> None:
    note = page.locator("#kept")
    expect(note).to_contain_text("not yet saved to the chart")
    expect(note).to_contain_text("Only you see it")
    expect(page.locator('[name=headache_phase][value="none"]')).to_be_checked()
    for name, text in (("left", "41"), ("right", "240"), ("right.2", "24")):
        expect(page.locator(f'[name="frt_rotation_deg.{name}"]')).to_have_value(text)
    expect(page.locator('select[name="instrument:flexion_rotation"]')).to_have_value("goniometer")
    expect(page.locator("#s-flexion_rotation")).to_have_attribute("open", "")


def test_everything_is_there_again(
    page: Page, another: BrowserContext, live_server: LiveServer, person: Person
) -> None:
    open_it(page, live_server, person)
    half_filled(page)
    expect(page.locator("#kept")).to_contain_text("not yet saved to the chart")
    expect(page.locator('[name="revision"]')).not_to_have_value("0")
    page.wait_for_function("() => document.querySelectorAll('.htmx-request').length === 0")
    with page.expect_response("**/examine/keep/"):
        page.locator('[name="frt_rotation_deg.left.2"]').fill("9")
    page.context.close()
    assert not Entry.objects.exists()

    again = open_it(another.new_page(), live_server, person)
    expect_half_filled(again)
    expect(again.locator('[name="frt_rotation_deg.left.2"]')).to_have_value("9")

    again.locator('[name="frt_rotation_deg.left.2"]').fill("41")
    again.locator('[name="frt_rotation_deg.right"]').fill("24")
    again.get_by_role("button", name="Sign as Ana Bell").click()
    expect(again.get_by_role("status").first).to_contain_text("Signed.")
    [entry] = Entry.objects.all()
    values = [one["value"] for one in entry.content["visits"][0]["findings"]]
    assert values == [41, 24]
    again.goto(f"{live_server.url}/people/{person.pk}/examine/")
    expect(again.locator("#kept")).not_to_contain_text("not yet saved")
    assert not Draft.objects.exists()


def test_two_tabs_keep_what_each_was_told(page: Page, live_server: LiveServer, person: Person) -> None:
    open_it(page, live_server, person)
    with page.expect_response("**/examine/keep/"):
        page.locator('[name="pain_now_nrs"]').fill("3")
    expect(page.locator('[name="revision"]')).to_have_value("1")
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator('[name="pain_now_nrs"]')).to_have_value("3")
    with second.expect_response("**/examine/keep/"):
        second.locator('[name="pain_now_nrs"]').fill("4")
    with page.expect_response("**/examine/keep/"):
        page.locator('[name="pain_now_nrs"]').fill("5")
    expect(page.locator("#kept")).to_contain_text("Another window has kept this form too")
    assert {one.data["pain_now_nrs"][0] for one in Draft.objects.all()} == {"4", "5"}


def test_what_is_typed_closes_what_comes_after_and_opens_it_again(
    page: Page, live_server: LiveServer, person: Person
) -> None:
    open_it(page, live_server, person)
    test = page.locator("#s-active_range")
    test.locator("> summary").click()
    page.locator('[name=headache_phase][value="attack"]').check()
    expect(test).to_contain_text("an attack is going on")
    expect(page.locator('[name="arom_flexion_deg"]')).to_have_count(0)
    page.locator('[name=headache_phase][value="after"]').check()
    expect(page.locator('[name="arom_flexion_deg"]')).to_have_count(1)
    expect(test).not_to_contain_text("an attack is going on")


def test_an_emergency_is_told_as_soon_as_it_is_typed(page: Page, live_server: LiveServer, person: Person) -> None:
    open_it(page, live_server, person)
    page.locator("#s-vascular_neurological_screen > summary").click()
    page.locator('[name="systolic_bp_mmhg"]').fill("205")
    page.locator('[name="diastolic_bp_mmhg"]').fill("130")
    stop = page.locator("#stop").get_by_role("alert")
    expect(stop).to_contain_text("Stop: tests are locked")
    expect(stop).to_contain_text("No neck movement tests.")
    expect(page.locator('[name="frt_rotation_deg.left"]')).to_have_count(0)


def test_without_scripts_it_is_kept_by_a_button(browser: Browser, live_server: LiveServer, person: Person) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = open_it(context.new_page(), live_server, person)
    half_filled(page)
    page.get_by_role("button", name="Keep for later").click()
    expect_half_filled(page)
    page.goto(f"{live_server.url}/people/{person.pk}/examine/")
    expect_half_filled(page)
    context.close()
    other = browser.new_context(java_script_enabled=False)
    page = open_it(other.new_page(), live_server, person, "bo")
    expect(page.locator('[name="frt_rotation_deg.right.2"]')).to_have_value("")
    other.close()
