"""A published case at a glance: what, why, how sure, what next, is it safe; nothing opened, two screens at most."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.demo.charts import keep_chart
from clinic.demo.loading import EXAMPLES
from concordant.diagnosis.probability.says import NOT_A_DIAGNOSIS
from concordant.record.read import read_file
from tests.browser.scene import a_physiotherapist, today
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

TWO_SCREENS = 2 * 900
CASES = ("mcdonnell_2005_exercise", "wende_2021_hemicrania_continua")


@pytest.fixture(params=CASES)
def chart(request: pytest.FixtureRequest, page: Page, live_server: LiveServer) -> Page:
    """The page of a published case, taken in as the demo takes it in."""
    by = a_physiotherapist(build.a_clinic()).user
    assert by is not None
    person = keep_chart(
        by=by,
        chart_number="PUB-1",
        given_name="Published",
        family_name="Case",
        case=read_file(EXAMPLES / f"{request.param}.yaml"),
        today=today(),
    )
    page.set_viewport_size({"width": 1200, "height": 900})
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/")
    return page


def test_everything_is_answered_without_opening_anything(chart: Page) -> None:
    headache = chart.locator("article.profile").first
    sure = headache.get_by_role("region", name="How sure")
    answers = (
        chart.get_by_role("heading", name="Stop: no manual therapy"),
        headache.get_by_role("heading", name="Cervicogenic headache 11.2.1"),
        headache.get_by_role("heading", name="Why"),
        headache.locator(".reasons li").last,
        sure.locator(".probability"),
        sure.get_by_text(re.compile(r"90.% interval .* to .*%")).first,
        sure.get_by_text(NOT_A_DIAGNOSIS),
        sure.get_by_role("img", name=re.compile("^Before any test .* interval .* with the results .* interval")),
        headache.get_by_role("heading", name="What next"),
        headache.get_by_role("region", name="What next").get_by_role("listitem").first,
    )
    assert chart.locator("main details[open]").count() == 0
    for one in answers:
        expect(one).to_be_visible()
        assert bottom(one) <= TWO_SCREENS, one


def bottom(one: Locator) -> float:
    box = one.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_rest_is_folded_and_opens_by_keyboard(chart: Page) -> None:
    headache = chart.locator("article.profile").first
    folded = headache.locator("summary", has_text="Nothing points to them so far")
    first = folded.locator("xpath=..").locator(".lesser > li").first
    expect(first).to_be_hidden()
    folded.focus()
    chart.keyboard.press("Enter")
    expect(first).to_be_visible()
    chart.keyboard.press("Tab")
    expect(first.locator("a").first).to_be_focused()


def test_on_a_phone_it_can_be_read_and_is_accessible(chart: Page) -> None:
    chart.set_viewport_size({"width": 320, "height": 700})
    assert chart.evaluate("document.documentElement.scrollWidth") <= 320
    scale = chart.locator(".scale").first.bounding_box()
    assert scale is not None
    assert scale["width"] >= 220
    assert_no_axe_violations(chart)
    chart.emulate_media(color_scheme="dark")
    assert_no_axe_violations(chart)
