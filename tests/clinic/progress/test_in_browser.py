"""The progress page by eye, by thumb, by keyboard, without scripts and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.progress.conftest import TODAY, kept, responding
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations


@pytest.fixture
def person(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Responds after four weeks."""
    user = build.a_user(build.a_clinic(), username="ana", first_name="Ana", last_name="Bell")
    found = kept(user, responding())
    # For the server's own threads as well, which the block of the other tests does not reach.
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(TODAY))
    return found


@pytest.fixture
def at_the_page(page: Page, live_server: LiveServer, person: Person) -> Page:
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/")
    page.get_by_role("navigation", name="This chart").get_by_role("link", name="Progress").click()
    expect(page.get_by_role("heading", name="Progress", level=1)).to_be_visible()
    return page


def test_everything_open_is_accessible_and_fits(at_the_page: Page) -> None:
    at_the_page.emulate_media(color_scheme="dark")
    at_the_page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    for width in (1280, 320):
        at_the_page.set_viewport_size({"width": width, "height": 800})
        assert at_the_page.evaluate("document.documentElement.scrollWidth") <= width
    assert_no_axe_violations(at_the_page)


def test_a_trace_opens_by_keyboard(at_the_page: Page) -> None:
    summary = at_the_page.locator("summary", has_text="The response, line by line")
    line = summary.locator("xpath=..").locator(".trace")
    expect(line).to_be_hidden()
    summary.focus()
    at_the_page.keyboard.press("Enter")
    expect(line).to_be_visible()


def test_each_chart_has_a_name_that_tells_what_it_is(at_the_page: Page) -> None:
    for name in ("Flexion-rotation test right", "Neck Disability Index", "Headache days per week, weeks -4 to 12"):
        expect(at_the_page.get_by_role("img", name=name)).to_be_visible()


def test_paper_shows_the_decision_and_the_charts(at_the_page: Page) -> None:
    at_the_page.emulate_media(media="print")
    expect(at_the_page.get_by_role("heading", name="What to do next")).to_be_visible()
    expect(at_the_page.get_by_role("img", name="Headache days per week")).to_be_visible()


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_it_works_without_scripts(without_scripts: Page, live_server: LiveServer, person: Person) -> None:
    page = without_scripts
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/progress/")
    page.locator("summary", has_text="The response, line by line").click()
    expect(page.get_by_text("Change of days with any headache: better").first).to_be_visible()
