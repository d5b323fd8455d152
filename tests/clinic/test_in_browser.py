"""The frame as people meet it: a phone and a desk, light and dark, with no script at all."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import CLINIC_LEAD
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

PAGES = [
    "/",
    "/people/",
    "/people/?q=nobody",
    "/people/register/",
    "/audit/",
    "/account/",
    "/sign-out/",
    "/nowhere/",
]


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer) -> Page:
    clinic = build.a_clinic()
    user = build.a_user(clinic, CLINIC_LEAD, username="ana", first_name="Ana", last_name="Bell")
    for number in range(30):
        build.a_person(clinic, f"Family {number:02}")
    sign_in(page, live_server.url, user.username)
    return page


def test_pages_are_accessible(signed_in: Page, live_server: LiveServer) -> None:
    """One by day and one by night; the contrasts of both are tested in the sheet."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for number, address in enumerate(PAGES):
        signed_in.emulate_media(color_scheme=schemes[number % 2])
        signed_in.goto(live_server.url + address)
        assert_no_axe_violations(signed_in)


def test_the_sign_in_page_is_accessible_and_so_are_its_errors(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/sign-in/")
    assert_no_axe_violations(page)
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.locator(".errorlist")).to_be_visible()
    assert_no_axe_violations(page)


def test_on_a_phone_nothing_runs_over_the_edge_and_targets_fit_a_thumb(
    signed_in: Page, live_server: LiveServer
) -> None:
    signed_in.set_viewport_size({"width": 320, "height": 640})
    for address in PAGES:
        signed_in.goto(live_server.url + address)
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= 320
        small = signed_in.evaluate(
            """targets => [...document.querySelectorAll(targets)]
                .filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)""",
            "header a, nav a, .button, input:not([type=hidden], [type=checkbox])",
        )
        assert small == []


def test_the_keyboard_finds_the_content_first(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(live_server.url)
    signed_in.keyboard.press("Tab")
    expect(signed_in.get_by_role("link", name="Skip to content")).to_be_focused()
    signed_in.keyboard.press("Enter")
    signed_in.keyboard.press("Tab")
    expect(signed_in.get_by_role("link", name="Find someone")).to_be_focused()


def test_a_cold_page_is_light(page: Page, live_server: LiveServer) -> None:
    sizes: list[int] = []

    def weigh(request: Any) -> None:
        sizes.append(request.sizes()["responseBodySize"])

    page.on("requestfinished", weigh)
    page.goto(f"{live_server.url}/sign-in/", wait_until="networkidle")
    assert len(sizes) <= 3
    assert sum(sizes) < 30_000


def test_everything_works_without_scripts(browser: Browser, live_server: LiveServer, db: None) -> None:
    build.a_user(build.a_clinic(), username="ana")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/people/register/")
    page.get_by_label("User name").fill("ana")
    page.get_by_label("Password").fill(build.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Given name").fill("Léa")
    page.get_by_label("Family name").fill("Roy")
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("status").first).to_contain_text("Léa Roy is registered")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    context.close()
