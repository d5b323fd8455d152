"""The page as a physiotherapist meets it: by eye, by thumb, by keyboard and on paper."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations


@pytest.fixture
def at_the_page(page: Page, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Signed in as a physiotherapist, on the page of somebody with a course of care and an urgent flag."""
    # For the server's own threads as well, which the block of the other tests does not reach.
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
    clinic = build.a_clinic()
    user = build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell")
    person = build.a_person(clinic, "Moreau")
    monkeypatch.undo()
    story.with_course(Actor(user), person, diary_days=80, cancer_history=True)
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
    sign_in(page, live_server.url, "ana")
    page.goto(live_server.url)
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Moreau, Ana").click()
    expect(page.get_by_role("heading", name="Ana Moreau")).to_be_visible()
    return page


def test_everything_open_is_accessible_and_fits(at_the_page: Page) -> None:
    at_the_page.emulate_media(color_scheme="dark")
    at_the_page.evaluate("document.querySelectorAll('main details:not(.made)').forEach(each => each.open = true)")
    for width in (1280, 320):
        at_the_page.set_viewport_size({"width": width, "height": 800})
        assert at_the_page.evaluate("document.documentElement.scrollWidth") <= width
    assert_no_axe_violations(at_the_page)


def test_a_trace_opens_by_keyboard(at_the_page: Page) -> None:
    # The mark of the main diagnosis, found by the name that a screen reader says.
    mark = at_the_page.locator("summary", has_text="C3: met").first
    mark.focus()
    at_the_page.keyboard.press("Enter")
    expect(at_the_page.get_by_text("Reduced cervical range of motion: yes").first).to_be_visible()
    at_the_page.keyboard.press("Tab")
    expect(at_the_page.locator(":focus")).to_contain_text("entry")
    mark.focus()
    at_the_page.keyboard.press("Space")
    expect(at_the_page.get_by_text("Reduced cervical range of motion: yes").first).to_be_hidden()


def test_marks_are_big_enough_for_a_thumb(at_the_page: Page) -> None:
    boxes = at_the_page.locator(".marks > details > summary")
    sizes = [boxes.nth(number).bounding_box() for number in range(boxes.count())]
    assert sizes
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in sizes)


def test_the_trace_of_a_lesser_diagnosis_is_fetched_in_place(at_the_page: Page) -> None:
    link = at_the_page.locator(".lesser a").first
    name = link.inner_text().rsplit(" ", 1)[0]
    link.click()
    expect(at_the_page.locator(".fetched .trace").first).to_be_visible()
    expect(at_the_page.get_by_role("heading", name="Ana Moreau")).to_be_visible()
    assert name
    assert_no_axe_violations(at_the_page)


def test_pages_of_another_day_are_accessible(at_the_page: Page) -> None:
    start = at_the_page.url
    for address in ("?as_of=2026-02-01", "?as_of=nonsense"):
        at_the_page.goto(start + address)
        assert_no_axe_violations(at_the_page)


def test_paper_leaves_out_what_paper_cannot_do(at_the_page: Page) -> None:
    at_the_page.emulate_media(media="print")
    expect(at_the_page.get_by_label("As known on")).to_be_hidden()
    expect(at_the_page.get_by_role("heading", name="What we measured")).to_be_visible()
    expect(at_the_page.locator(".calendar")).to_be_visible()


def test_one_s_own_page_is_accessible(page: Page, live_server: LiveServer) -> None:
    clinic = build.a_clinic()
    user = build.a_user(clinic, PATIENT, username="jo")
    story.with_course(Actor(build.a_user(clinic)), build.a_person(clinic, user=user), diary_days=40)
    sign_in(page, live_server.url, "jo")
    page.goto(live_server.url)
    page.get_by_role("link", name="My progress").first.click()
    expect(page.get_by_role("heading", name="Your last four weeks")).to_be_visible()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_no_axe_violations(page)
