"""A baseline and a retest as they are done: by keyboard alone, on a narrow screen, with and without scripts."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.forms.sending import newest
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

BORN = {"person": {"id": "-", "born": "1980-04-02", "sex": "female"}, "headaches": [{"id": "A"}]}
TYPED = {
    "frt_rotation_deg.left": ("44", "43", "45"),
    "frt_rotation_deg.right": ("24", "26", "25"),
    "ccft_activation_mmhg": ("24",),
}
EVERY_FIELD = ".button, .choice, summary, select, nav a, main input:not([type=hidden], [type=checkbox], [type=radio])"


@pytest.fixture
def chart(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    by = Actor(build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell"))
    person = build.a_person(clinic)
    build.an_entry(by, person, kind="history", content=BORN)
    return person


def tab_to(page: Page, where: str) -> None:
    """Press Tab until the element of this selector has the focus."""
    for _ in range(300):
        if page.evaluate("where => document.activeElement.matches(where)", where):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{where} is not reached by Tab")


def a_baseline_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("True on").fill("2026-01-12")
    for test, names in {
        "flexion_rotation": ("frt_rotation_deg.left", "frt_rotation_deg.right"),
        "craniocervical_flexion": ("ccft_activation_mmhg",),
    }.items():
        tab_to(page, f"#s-{test} > summary")
        page.keyboard.press("Enter")
        for name in names:
            for place, text in enumerate(TYPED[name], 1):
                tab_to(page, f'[name="{name}"]' if place == 1 else f'[name="{name}.{place}"]')
                page.keyboard.type(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_baseline_by_keyboard_stands_beside_the_fields_of_the_retest(
    browser: Browser, live_server: LiveServer, chart: Person, *, scripts: bool
) -> None:
    context = browser.new_context(locale="en-CA", timezone_id="America/Vancouver", java_script_enabled=scripts)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    address = f"{live_server.url}/people/{chart.pk}/examine/"
    a_baseline_by_keyboard(page, address)
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    expect(page.get_by_role("status").first).to_contain_text("FRT right: 25°, cut-off 32°, error ±5°: a deficit")
    findings = newest().content["visits"][0]["findings"]
    assert [(one["fact"], one.get("side"), one["value"], one.get("trials"), one["rater"]) for one in findings] == [
        ("frt_rotation_deg", "left", 44, [44, 43, 45], "ana"),
        ("frt_rotation_deg", "right", 25, [24, 26, 25], "ana"),
        ("ccft_activation_mmhg", None, 24, None, "ana"),
    ]
    page.goto(f"{address}?retest")
    turned = page.locator("#s-flexion_rotation")
    expect(turned).to_have_attribute("open", "")
    expect(turned.get_by_text("25°, 12 Jan 2026")).to_contain_text("a real change from ±7° on")
    expect(page.locator("#s-craniocervical_flexion")).to_contain_text("24 mmHg, 12 Jan 2026")
    expect(page.locator("#s-strength")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(("scheme", "phase"), [("light", "none"), ("dark", "attack")], ids=["open", "locked"])
def test_on_a_narrow_screen_all_of_it_is_accessible_and_fits_a_thumb(
    page: Page, live_server: LiveServer, chart: Person, scheme: Literal["light", "dark"], phase: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=scheme)
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{chart.pk}/examine/")
    page.locator(f'[name=headache_phase][value="{phase}"]').check()
    page.locator("#s-flexion_rotation > summary").click()
    for place, text in enumerate(("31", "40", "33"), 1):
        page.get_by_label(f"Flexion-rotation test, left, trial {place}").fill(text)
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """targets => [...document.querySelectorAll(targets)]
            .filter(each => each.getBoundingClientRect().height < 43.5).map(each => each.outerHTML)""",
        EVERY_FIELD,
    )
    assert small == []
    assert_no_axe_violations(page)
