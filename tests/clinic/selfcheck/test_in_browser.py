"""The self-check on a phone, by keyboard, without scripts, and in the dark."""

from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.browser import assert_no_axe_violations

PHONE: Any = {"width": 320, "height": 640}
LAST = "What your answers say"


def start(page: Page, live_server: Any) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/self-check/")
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Start").click()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def answer(page: Page) -> None:
    """The calm answer of each kind of question."""
    form = page.locator("main form").first
    day, number = form.get_by_label("Year"), form.locator("input[type=text]")
    if day.count():
        day.fill("2015")
        form.get_by_role("button", name="Next").click()
    elif number.count() == 1:
        seconds = "seconds" in page.locator("h1").inner_text()
        number.fill("3600" if seconds else "12")
        form.get_by_role("button", name="Next").click()
    elif form.get_by_role("button", name="None of these").count():
        form.get_by_role("button", name="None of these").click()
    else:
        for name in ("No", "Makes no difference"):
            if form.get_by_role("button", name=name, exact=True).count():
                form.get_by_role("button", name=name, exact=True).click()
                return
        form.get_by_role("button", name="I do not know").click()


def test_through_on_a_phone(page: Page, live_server: Any) -> None:
    page.emulate_media(color_scheme="dark")
    start(page, live_server)
    seen = set()
    while page.locator("h1").inner_text() != LAST:
        assert fits(page), page.locator("h1").inner_text()
        kind = page.locator("main form").first.evaluate(
            "form => [...form.querySelectorAll('input:not([type=hidden])')].map(i => i.type).join()"
        )
        if kind not in seen:
            seen.add(kind)
            assert_no_axe_violations(page)
        answer(page)
        assert len(seen) < 10
    page.get_by_text("What you told us").click()
    assert fits(page)
    assert_no_axe_violations(page)
    assert page.context.cookies() == []


def test_a_stop_on_a_phone(page: Page, live_server: Any) -> None:
    start(page, live_server)
    page.get_by_role("button", name="Yes", exact=True).click()
    assert page.locator("h1").inner_text() == "Get help now"
    assert page.get_by_role("link", name="Call 9-1-1").is_visible()
    assert fits(page)
    assert_no_axe_violations(page)


def test_by_keyboard(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/self-check/")
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/self-check/")
    page.get_by_role("button", name="No", exact=True).wait_for()
    pressed = 0
    while page.evaluate("document.activeElement.textContent") != "No":
        page.keyboard.press("Tab")
        pressed += 1
        assert pressed < 10
    page.keyboard.press("Enter")
    page.get_by_text("Question 2").wait_for()


def test_without_scripts(browser: Browser, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/self-check/")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Yes", exact=True).click()
    assert page.locator("h1").inner_text() == "Get help now"
    assert context.cookies() == []
    context.close()
