"""The home programme by thumb, by keyboard, without scripts, and the clock without a network."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.home.plans import SIGNED, sign_plan, ticked
from tests.clinic.person import story
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations


@pytest.fixture
def person(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Person:
    clinic = build.a_clinic()
    clinic.phone = "604-555-0142"
    clinic.save()
    physio = Actor(build.a_user(clinic, username="ana"))
    found = build.a_person(clinic, user=build.a_user(clinic, PATIENT, username="jo"))
    story.sign(physio, found, story.STARTED, "history", story.history())
    sign_plan(physio, found, SIGNED)
    for number in range(0, 56, 2):
        ticked(physio, found, SIGNED + timedelta(days=number), done=number % 3 != 0)
    # For the server's own threads as well, which the block of the other tests does not reach.
    monkeypatch.setattr("clinic.clock.now", lambda: story.at(story.TODAY))
    return found


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer, person: Person) -> Page:
    sign_in(page, live_server.url, "jo")
    page.goto(f"{live_server.url}/exercises/")
    expect(page.get_by_role("heading", name="My exercises", level=1)).to_be_visible()
    return page


def test_every_page_is_accessible_and_fits(signed_in: Page, live_server: LiveServer, person: Person) -> None:
    signed_in.emulate_media(color_scheme="dark")
    for address in ("", "sheet/", "later/", "chin-nod/timer/", "neck-turn/timer/"):
        signed_in.goto(f"{live_server.url}/people/{person.pk}/home/{address}")
        signed_in.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        for width in (1280, 320):
            signed_in.set_viewport_size({"width": width, "height": 800})
            assert signed_in.evaluate("document.documentElement.scrollWidth") <= width, address
        assert_no_axe_violations(signed_in)


def nod(page: Page) -> Locator:
    return page.locator("#item-dcf-stage1")


def test_one_tap_each(signed_in: Page, person: Person) -> None:
    card = nod(signed_in)
    card.get_by_role("button", name="Done today").click()
    expect(card.get_by_text("Done", exact=True)).to_be_visible()
    expect(signed_in.locator("#told")).to_have_text("Saved: done.")
    card.get_by_role("button", name="6", exact=True).click()
    expect(card.get_by_text("Effort 6 of 10.")).to_be_visible()
    expect(card.get_by_role("button", name="6", exact=True)).to_have_attribute("aria-pressed", "true")
    assert_no_axe_violations(signed_in)
    card.get_by_role("button", name="Take it back").click()
    expect(card.get_by_text("Nothing is written down for this day.")).to_be_visible()
    standing = Entry.objects.filter(person=person, kind="home", on=story.TODAY, corrections__isnull=True)
    assert [entry.content for entry in standing] == [{}, {}]


def test_by_keyboard_the_focus_stays_with_the_answer(signed_in: Page) -> None:
    nod(signed_in).get_by_role("button", name="Done today").focus()
    signed_in.keyboard.press("Enter")
    expect(signed_in.locator("#answer-dcf-stage1")).to_be_focused()
    signed_in.keyboard.press("Tab")
    expect(nod(signed_in).get_by_role("button", name="0", exact=True)).to_be_focused()


def test_buttons_are_big_enough_for_a_thumb(signed_in: Page) -> None:
    for name in ("Done today", "Clock", "Not today"):
        role: Literal["link", "button"] = "link" if name == "Clock" else "button"
        boxes = signed_in.get_by_role(role, name=name).all()
        assert boxes, name
        for one in boxes:
            box = one.bounding_box()
            assert box, name
            assert box["height"] >= 44, name


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_it_works_without_scripts(without_scripts: Page, live_server: LiveServer, person: Person) -> None:
    page = without_scripts
    sign_in(page, live_server.url, "jo")
    page.goto(f"{live_server.url}/people/{person.pk}/home/?day=2026-03-08")
    nod(page).get_by_role("button", name="Done that day").click()
    expect(page.get_by_role("heading", name="Sunday, 8 Mar 2026")).to_be_visible()
    nod(page).get_by_role("button", name="4", exact=True).click()
    expect(nod(page).get_by_text("Effort 4 of 10.")).to_be_visible()
    nod(page).get_by_role("button", name="Take it back").click()
    expect(nod(page).get_by_text("Nothing is written down for this day.")).to_be_visible()
    page.goto(f"{live_server.url}/people/{person.pk}/home/chin-nod/timer/")
    expect(page.get_by_text("10 times, each for 10 seconds")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()


# --- the clock ----------------------------------------------------------------------------------------------------


@pytest.fixture
def at_the_clock(signed_in: Page, live_server: LiveServer, person: Person) -> Page:
    """Self-SNAG: one set of two, three seconds each."""
    signed_in.clock.install(time=datetime(2026, 3, 11, 20, tzinfo=UTC))
    signed_in.goto(f"{live_server.url}/people/{person.pk}/home/self-snag/timer/?rest=4")
    return signed_in


def part(page: Page, name: str) -> str:
    return page.locator(f'[data-part="{name}"]').inner_text()


def test_it_counts_without_a_network(at_the_clock: Page) -> None:
    page = at_the_clock
    page.context.set_offline(True)
    page.get_by_role("button", name="Start").click()
    assert (part(page, "now"), part(page, "big")) == ("Get ready", "5")
    page.clock.run_for(5_000)
    assert (part(page, "now"), part(page, "big"), part(page, "where")) == ("Go", "3", "1 of 2")
    page.clock.run_for(1_000)
    assert part(page, "big") == "2"
    page.clock.run_for(2_000)
    assert (part(page, "now"), part(page, "big")) == ("Rest", "4")
    page.clock.run_for(4_000)
    assert (part(page, "now"), part(page, "where")) == ("Go", "2 of 2")
    page.clock.run_for(3_000)
    assert part(page, "now") == "Well done. That is all."
    expect(page.get_by_role("link", name="Tick it off")).to_be_visible()
    page.context.set_offline(False)


def test_it_pauses_goes_on_and_starts_again(at_the_clock: Page) -> None:
    page = at_the_clock
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(6_000)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.clock.run_for(60_000)
    assert (part(page, "now"), part(page, "big")) == ("Paused", "2")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(2_000)
    assert part(page, "now") == "Rest"
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    assert (part(page, "now"), part(page, "big")) == ("", "")
    page.clock.run_for(10_000)
    assert part(page, "now") == ""


def test_a_screen_that_slept_does_not_run_through_the_exercise(at_the_clock: Page) -> None:
    page = at_the_clock
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(6_000)
    page.clock.fast_forward(600_000)
    page.clock.run_for(400)
    assert part(page, "now") == "Paused, as the screen was off"
    assert part(page, "where") == "1 of 2"


def test_each_step_is_said_once_and_seconds_are_not(at_the_clock: Page) -> None:
    page = at_the_clock
    page.evaluate(
        """() => {
            window.said = [];
            const now = document.querySelector('[data-part="now"]');
            new MutationObserver(() => window.said.push(now.textContent)).observe(now, {childList: true});
        }"""
    )
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(30_000)
    assert page.evaluate("window.said") == ["Get ready", "Go", "Rest", "Go", "Well done. That is all."]
    assert page.locator('[data-part="now"]').get_attribute("role") == "status"
    assert page.locator('[data-part="big"]').get_attribute("aria-hidden") == "true"


def test_at_one_s_own_pace_it_waits(at_the_clock: Page, live_server: LiveServer, person: Person) -> None:
    page = at_the_clock
    page.goto(f"{live_server.url}/people/{person.pk}/home/neck-turn/timer/")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(5_000)
    page.clock.run_for(3_000_000)
    assert (part(page, "now"), part(page, "big")) == ("10 times, at your own pace", "10")
    page.get_by_role("button", name="Set done").click()
    assert part(page, "now") == "Well done. That is all."


def test_sound_may_be_asked_for(at_the_clock: Page) -> None:
    at_the_clock.get_by_label("Sound").check()
    at_the_clock.get_by_role("button", name="Start").click()
    at_the_clock.clock.run_for(30_000)
    assert part(at_the_clock, "now") == "Well done. That is all."
