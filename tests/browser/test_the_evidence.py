"""The evidence behind advice, found and read: in two clicks, without scripts, on a phone, on paper, by keyboard."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.roles import PATIENT
from tests.browser.scene import a_physiotherapist
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.support.browser import assert_no_axe_violations

BCG = (Path(__file__).parents[1] / "evidence" / "reference" / "bcg_rr.rows.csv").read_text(encoding="utf-8")
PAGES = (
    "/evidence/",
    "/evidence/advice/manual-therapy-early/",
    "/evidence/advice/both-combined/",
    "/evidence/advice/start-early/",
    "/evidence/trials/?trial=haas2018",
    "/evidence/pool/?outcome=headache+frequency",
    "/evidence/pool/?outcome=headache+frequency&unit=4-weeks&row=41&row=66",
    "/evidence/pool/?trial=haas2018",
    "/evidence/pool/?row=nonsense&model=nonsense&weeks=nonsense",
)


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer) -> Page:
    a_physiotherapist(build.a_clinic())
    sign_in(page, live_server.url, "ana")
    return page


def test_everything_open_is_accessible_and_fits(signed_in: Page, live_server: LiveServer) -> None:
    """One by day and one by night; the contrasts of both are tested in the sheet."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for number, address in enumerate(PAGES):
        signed_in.emulate_media(color_scheme=schemes[number % 2])
        signed_in.goto(live_server.url + address)
        signed_in.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
        for width in (320, 1280):
            signed_in.set_viewport_size({"width": width, "height": 800})
            assert signed_in.evaluate("document.documentElement.scrollWidth") <= width, address
        assert_no_axe_violations(signed_in)


def test_from_the_first_page_to_the_trials_behind_advice_in_two_clicks(
    signed_in: Page, live_server: LiveServer
) -> None:
    signed_in.goto(live_server.url)
    signed_in.get_by_role("link", name="Evidence", exact=True).click()
    signed_in.get_by_role("heading", name="All advice").locator("xpath=..").get_by_role(
        "link", name="Hands-on treatment of the upper neck early on"
    ).click()
    expect(signed_in.get_by_role("img", name="Forest plot of 1 trial: headache days per 4 weeks")).to_be_visible()
    expect(signed_in.get_by_role("table", name="Trials of the plot: headache days per 4 weeks")).to_contain_text(
        "Haas 2018"
    )


def test_the_model_is_changed_without_scripts(browser: Browser, live_server: LiveServer) -> None:
    a_physiotherapist(build.a_clinic())
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/evidence/advice/neck-exercise/")
    page.get_by_label("Model").select_option("DL")
    page.get_by_role("button", name="Change the model").click()
    expect(page.get_by_role("img", name="Forest plot of 1 trial: headache intensity")).to_contain_text("One trial (DL)")
    assert page.url.endswith("?model=DL&test=knha_adhoc#computed")
    context.close()


def test_rows_are_pooled_by_keyboard_and_the_model_changed_with_the_same_rows(
    signed_in: Page, live_server: LiveServer
) -> None:
    """BCG against tuberculosis, metafor 3.8-1: log risk ratio −0.7145 by REML, −0.7141 by DL."""
    signed_in.goto(f"{live_server.url}/evidence/pool/")
    signed_in.get_by_label("Or its text").focus()
    signed_in.keyboard.insert_text(BCG)
    rows = signed_in.locator("#own")
    rows.get_by_role("button", name="Pool these rows").press("Enter")
    numbers = signed_in.get_by_role("table", name="Every number of this pool")
    expect(numbers.get_by_role("row", name="Pooled effect")).to_contain_text("−0.7145")
    expect(signed_in.get_by_role("img", name="Forest plot of 13 trials")).to_be_visible()
    rows.get_by_label("Model").select_option("DL")
    rows.get_by_role("button", name="Pool these rows").press("Enter")
    expect(numbers.get_by_role("row", name="Pooled effect")).to_contain_text("−0.7141")


def test_a_refused_file_is_told_beside_its_field(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(f"{live_server.url}/evidence/pool/")
    signed_in.get_by_label("Or its text").fill("study,yi,vi\nA,-1,-0.2\n")
    signed_in.get_by_role("button", name="Pool these rows").click()
    field = signed_in.get_by_label("Or its text")
    expect(field).to_have_accessible_description(
        "Row 1, column vi: is a negative variance (found: −0.2); allowed: above 0."
    )
    expect(field).to_have_value("study,yi,vi\nA,-1,-0.2\n")
    assert_no_axe_violations(signed_in)


def test_a_patient_reads_plain_words_and_unfolds_the_picture(page: Page, live_server: LiveServer) -> None:
    build.a_user(build.a_clinic(), PATIENT, username="patient")
    sign_in(page, live_server.url, "patient")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(live_server.url)
    page.locator("main").get_by_role("link", name="What is known").click()
    expect(page.get_by_text("About one headache a week fewer than with sham treatment")).to_be_visible()
    figure = page.locator("#demont2023-sham-frequency")
    expect(figure.locator("svg")).to_be_hidden()
    figure.locator("summary").press("Enter")
    expect(figure.locator("svg")).to_be_visible()
    assert figure.locator("svg text").first.evaluate("text => text.getBoundingClientRect().height") >= 9


def test_on_paper_the_picture_and_its_numbers_stand_without_forms(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(f"{live_server.url}/evidence/advice/manual-therapy-early/")
    signed_in.emulate_media(media="print")
    expect(signed_in.get_by_role("img", name="Forest plot of 1 trial: headache days per 4 weeks")).to_be_visible()
    expect(signed_in.get_by_role("table", name="Trials of the plot: headache days per 4 weeks")).to_be_visible()
    expect(signed_in.get_by_role("button", name="Change the model")).to_be_hidden()


def test_in_every_width_each_figure_of_the_picture_ends_inside_it(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(f"{live_server.url}/evidence/pool/?outcome=headache+frequency&unit=4-weeks&row=41&row=66")
    for width in (320, 800, 1280):
        signed_in.set_viewport_size({"width": width, "height": 800})
        assert signed_in.locator(".forest svg").evaluate(
            """svg => [...svg.querySelectorAll('text')].every(text =>
                text.getBoundingClientRect().right <= svg.getBoundingClientRect().right + 1)"""
        )


def test_names_of_trials_end_before_the_plot(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(f"{live_server.url}/evidence/pool/")
    signed_in.get_by_label("Or its text").fill(f"study,yi,vi\n{'Mm' * 40},-1,0.2\n{'B' * 80},-2,0.2\n")
    signed_in.get_by_role("button", name="Pool these rows").click()
    expect(signed_in.locator(".forest svg")).to_be_visible()
    assert signed_in.evaluate("document.documentElement.scrollWidth") <= 1280
