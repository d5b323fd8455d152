"""The entry pages as people meet them: with keyboard and thumb, with and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.forms.sending import A_AND_B, newest
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

PAGES = [
    "history/",
    "history/headaches/",
    "history/headaches/A/",
    "history/injuries/",
    "history/episode/",
    "safety/",
    "safety/cleared/",
    "examine/",
    "diary/",
    "outcomes/",
    "entries/",
    "export/",
]


@pytest.fixture
def chart(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    by = Actor(build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell"))
    person = build.a_person(clinic)
    build.an_entry(by, person, kind="history", content=A_AND_B)
    build.an_entry(by, person)
    return person


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer, chart: Person) -> Page:
    sign_in(page, live_server.url, "ana")
    return page


def test_on_a_phone_nothing_runs_over_the_edge_and_targets_fit_a_thumb(
    signed_in: Page, live_server: LiveServer, chart: Person
) -> None:
    signed_in.set_viewport_size({"width": 360, "height": 640})
    for address in PAGES:
        signed_in.goto(f"{live_server.url}/people/{chart.pk}/{address}")
        signed_in.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= 360, address
        small = signed_in.evaluate(
            """targets => [...document.querySelectorAll(targets)]
                .filter(each => each.getBoundingClientRect().height < 43.5).map(each => each.outerHTML)""",
            "nav a, .button, .choice, summary, select, main input:not([type=hidden], [type=checkbox], [type=radio])",
        )
        assert small == [], address


def examine(page: Page) -> None:
    page.locator("#s-flexion_rotation > summary").click()
    page.locator("#s-palpation > summary").click()
    turn = page.get_by_role("group", name="Flexion-rotation test", exact=True)
    for side, degrees in {"left": "44", "right": "24"}.items():
        for trial in (1, 2):
            turn.get_by_label(f"{side}, trial {trial}").fill(degrees)
    cell = page.get_by_role("radiogroup", name="Familiar headache on segmental pressure, C1-C2, right")
    cell.get_by_label("yes").check()


def test_an_examination_is_filled_in_put_right_and_signed(
    signed_in: Page, live_server: LiveServer, chart: Person
) -> None:
    page = signed_in
    page.goto(f"{live_server.url}/people/{chart.pk}/examine/")
    examine(page)
    page.get_by_role("button", name="Sign as Ana Bell").click()
    # Two headaches: the finding needs its owner.
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Say which headache this belongs to.")
    assert_no_axe_violations(page)
    expect(page.locator("#s-flexion_rotation").get_by_label("Flexion-rotation test, right, trial 2")).to_have_value(
        "24"
    )
    summary.get_by_role("link").first.click()
    owner = page.locator("#s-palpation").get_by_role("radiogroup", name="Which headache does this belong to?")
    owner.get_by_label("from the neck").check()
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    findings = newest().content["visits"][0]["findings"]
    assert [(one["fact"], one["value"], one.get("headache")) for one in findings] == [
        ("frt_rotation_deg", 44, None),
        ("frt_rotation_deg", 24, None),
        ("palpation_familiar_headache", True, "A"),
    ]
    page.goto(f"{live_server.url}/people/{chart.pk}/examine/")
    expect(page.locator("#s-flexion_rotation")).to_contain_text("24°")


def test_a_number_that_is_none_is_not_sent_away_in_silence(
    signed_in: Page, live_server: LiveServer, chart: Person
) -> None:
    page = signed_in
    page.goto(f"{live_server.url}/people/{chart.pk}/examine/")
    page.locator("#s-flexion_rotation > summary").click()
    field = page.get_by_label("Flexion-rotation test, left, trial 1")
    field.fill("999")
    page.get_by_role("button", name="Sign as Ana Bell").click()
    assert field.evaluate("each => each.validity.rangeOverflow")
    assert Entry.objects.count() == 2


def test_all_no_changes_one_section_and_loses_nothing(signed_in: Page, live_server: LiveServer, chart: Person) -> None:
    page = signed_in
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    page.get_by_role("radiogroup", name="History of cancer").get_by_label("yes").check()
    page.locator("#no-today").click()
    expect(
        page.get_by_role("radiogroup", name="Fever, now or last 48 hours").get_by_label("no", exact=True)
    ).to_be_checked()
    expect(page.get_by_role("radiogroup", name="History of cancer").get_by_label("yes")).to_be_checked()
    assert_no_axe_violations(page)
    assert Entry.objects.count() == 2


def test_enter_signs(signed_in: Page, live_server: LiveServer, chart: Person) -> None:
    signed_in.goto(f"{live_server.url}/people/{chart.pk}/outcomes/")
    signed_in.get_by_label("Neck Disability Index").first.fill("18")
    signed_in.keyboard.press("Enter")
    expect(signed_in).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    assert newest().content["outcomes"][0]["value"] == 18


def test_everything_works_without_scripts(browser: Browser, live_server: LiveServer, chart: Person) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{chart.pk}/safety/")
    page.locator("#no-person").click()
    expect(page.get_by_role("radiogroup", name="History of cancer").get_by_label("no", exact=True)).to_be_checked()
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    page.goto(f"{live_server.url}/people/{chart.pk}/diary/")
    page.get_by_role("radiogroup", name="headache", exact=False).first.get_by_label("no", exact=True).check()
    page.get_by_role("button", name="Save the day").click()
    expect(page).to_have_url(f"{live_server.url}/people/{chart.pk}/")
    assert newest().content["diary"][0]["headache_today"] is False
    context.close()
