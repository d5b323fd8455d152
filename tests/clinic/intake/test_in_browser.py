"""The intake on a phone: by touch, by keyboard and without scripts; and a self-check that the clinic keeps."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from clinic.chart.models import Entry
from clinic.intake.models import FirstVisit
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

AXE = ("Signs that need help fast", "How many kinds of headache", "How it began", "Where it hurts", "Who may see it")
"""Pages that differ in their make; the others are made as one of these."""
PHONE: Any = {"width": 320, "height": 640}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def let_in(page: Page, live_server: Any) -> None:
    clinic = build.a_clinic()
    actor, _person = build.a_patient(clinic)
    assert actor.user is not None
    sign_in(page, live_server.url, actor.user.username)
    page.goto(f"{live_server.url}/intake/")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, color_scheme="dark")
    yield context.new_page()
    context.close()


def go(page: Page, role: Any, name: str) -> None:
    """Tap what leads to another page, and be there."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=role == "button" and len(name) < 6).last.tap()


def choose(page: Page, question: str, answer: str) -> None:
    page.get_by_role("radiogroup", name=question).get_by_label(answer, exact=True).check()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def test_the_whole_way_by_touch(phone: Page, live_server: Any) -> None:
    page = phone
    let_in(page, live_server)
    assert_no_axe_violations(page)
    go(page, "link", "Start")
    seen = 0
    for _ in range(30):
        title = page.get_by_role("heading", level=1).inner_text()
        if title == "Look over and send":
            break
        assert fits(page), title
        if title.split("\n")[0] in AXE:
            assert_no_axe_violations(page)
        seen += 1
        if title.startswith("Signs"):
            choose(page, "Do you have a fever now", "no")
        if title.startswith("How many kinds"):
            choose(page, "How many different kinds", "1")
        if title.startswith("Where it hurts"):
            page.locator('.place[data-region="temporal"][data-side="right"]').tap()
            expect(page.get_by_label("Temple", exact=True)).to_be_checked()
            expect(page.get_by_label("Side: Temple")).to_have_value("right")
            page.locator('.place[data-region="temporal"][data-side="left"]').tap()
            expect(page.get_by_label("Side: Temple")).to_have_value("both")
            page.get_by_label("Order: Temple").fill("2")
        if title.startswith("Crashes"):
            choose(page, "Has your head or neck ever been hurt", "no, never")
        go(page, "button", "Next")
    assert seen >= 14
    assert fits(page)
    assert_no_axe_violations(page)
    go(page, "button", "Send and sign as")
    expect(page.get_by_text("Sent. Your clinic can read it now.")).to_be_visible()
    assert_no_axe_violations(page)
    headache = Entry.objects.get().content["headaches"][0]["facts"]
    assert headache["pain_regions"] == ["temporal"]
    assert (headache["pain_region_sides"], headache["pain_spread_order"]) == ({"temporal": "both"}, {"temporal": 2})


def test_by_keyboard_left_and_taken_up_again(page: Page, live_server: Any) -> None:
    let_in(page, live_server)
    page.goto(f"{live_server.url}/intake/goal/")
    page.get_by_role("textbox").focus()
    page.keyboard.type("Sleep through the night")
    pressed = 0
    while page.evaluate("document.activeElement.value") != "later":
        page.keyboard.press("Tab")
        pressed += 1
        assert pressed < 8
    page.keyboard.press("Enter")
    expect(page.get_by_text("You can go on at any time")).to_be_visible()
    page.goto(f"{live_server.url}/intake/goal/")
    expect(page.get_by_role("textbox")).to_have_value("Sleep through the night")


def test_a_danger_sign_without_scripts(browser: Browser, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    let_in(page, live_server)
    page.goto(f"{live_server.url}/intake/kinds/")
    choose(page, "How many different kinds", "1")
    page.get_by_role("button", name="Next").last.click()
    page.goto(f"{live_server.url}/intake/where.new1/")
    page.get_by_label("Back of the head", exact=True).check()
    page.get_by_label("Side: Back of the head").select_option("left")
    page.get_by_role("button", name="Next").last.click()
    heading(page, "How often")
    page.goto(f"{live_server.url}/intake/danger/")
    choose(page, "Do you have any new change in your bladder or bowels?", "yes")
    page.get_by_role("button", name="Next").last.click()
    heading(page, "Get help now")
    expect(page.get_by_role("link", name="Call 9-1-1")).to_be_visible()
    expect(page.get_by_text("Your clinic can see this answer now.")).to_be_visible()
    context.close()


def test_a_self_check_is_kept_on_a_phone(phone: Page, live_server: Any) -> None:
    clinic = build.a_clinic()
    page = phone
    page.goto(f"{live_server.url}/self-check/")
    go(page, "button", "Start")
    go(page, "button", "Yes")
    heading(page, "Get help now")
    assert_no_axe_violations(page)
    go(page, "button", "Keep this for my first visit")
    assert fits(page)
    assert_no_axe_violations(page)
    page.get_by_label("Which clinic?").select_option(str(clinic.pk))
    page.get_by_label("Given name").fill("Ana")
    page.get_by_label("Family name").fill("Roy")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("I agree").check()
    go(page, "button", "Ask for a first visit")
    heading(page, "The clinic has it")
    expect(page.locator(".code")).to_have_text(FirstVisit.objects.get().shown_code)
    assert fits(page)
    assert_no_axe_violations(page)
    assert page.context.cookies() == []


def test_the_pages_of_the_clinic(page: Page, live_server: Any) -> None:
    clinic = build.a_clinic()
    user = build.a_user(clinic)
    person = build.a_person(clinic)
    common: dict[str, Any] = {"clinic": clinic, "given_name": "Ana", "answers": {"new_red_flag_sign": True},
              "checked_on": "2026-01-12", "agreed_to": "yes", "made_at": "2099-01-12T12:00Z"}  # fmt: skip
    keys = [f"00000000-0000-0000-0000-00000000000{n}" for n in (1, 2)]
    one = FirstVisit.objects.create(key=keys[0], code="ABCDEFGH", family_name="Roy", action="emergency", **common)
    FirstVisit.objects.create(key=keys[1], code="ABCDEFGJ", family_name="Moreau", person=person, **common)
    sign_in(page, live_server.url, user.username)
    for address in ("/first-visits/", f"/first-visits/{one.pk}/", f"/people/{person.pk}/intake/"):
        page.goto(live_server.url + address)
        assert_no_axe_violations(page)
        page.set_viewport_size(PHONE)
        assert fits(page), address
