"""A physiotherapist brings a trial by keyboard, sees the advice's figure move, keeps it, and finds it again."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.trials.models import TrialEntry
from tests.browser.keyboard import Keyboard
from tests.browser.scene import a_physiotherapist
from tests.clinic import build
from tests.clinic.signing_in import sign_in
from tests.clinic.trials.conftest import REASON, a_trial, kept, with_second
from tests.support.browser import assert_no_axe_violations

WIDTHS = (320, 800, 1280)
SECOND = {"outcome": "headache intensity", "scale": "NPRS 0-10", "time_weeks": 30}


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    a_physiotherapist(build.a_clinic())
    sign_in(page, live_server.url, "ana")
    # From here on the browser asks us and opens no dialog; told only while one waits, it may come too late.
    page.on("filechooser", lambda chooser: None)
    return page


def fits(page: Page) -> None:
    """On a phone, a tablet and a desk, by day and by night, with everything unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        page.emulate_media(color_scheme="dark" if width == 800 else "light")
        assert_no_axe_violations(page)


def choose_file(keys: Keyboard, path: Path) -> None:
    keys.to('[name="file"]')
    with keys.page.expect_file_chooser() as chooser:
        keys.press("Space")
    chooser.value.set_files(path)


def enter(keys: Keyboard, where: str) -> None:
    keys.to(where)
    with keys.page.expect_navigation():
        keys.press("Enter")


def test_by_keyboard_from_the_file_to_the_advice(desk: Page, live_server: LiveServer, tmp_path: Path) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(a_trial(), "utf-8")
    desk.goto(f"{live_server.url}/evidence/")
    keys = Keyboard(desk)
    keys.follow("/evidence/add/")
    choose_file(keys, file)
    enter(keys, 'button[value="look"]')

    shift = desk.locator(".shift")
    expect(shift).to_have_count(1)
    # metafor 3.8-1; the R lines stand in tests/evidence/living/test_moving.py.
    expect(shift.locator(".figure")).to_have_text(["−3.30 (−5.55 to −1.05)", "−3.00 (−12.20 to 6.20)"])
    expect(shift.get_by_role("img", name="Before and after: Hands-on treatment")).to_be_visible()
    assert TrialEntry.objects.count() == 0

    keys.type("reason", REASON)
    enter(keys, 'button[value="keep"]')
    expect(desk.get_by_role("status")).to_contain_text("The trial is kept")
    assert TrialEntry.objects.get().text == a_trial()

    keys.to('a[href*="/evidence/add/kept/"]')
    enter(keys, 'article a[href*="/evidence/add/kept/"]')
    expect(desk.get_by_role("heading", level=1)).to_have_text("Example 2027")
    keys.follow("/evidence/advice/spinal-manipulation/")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Thrust manipulation")
    assert keys.keys < 250, keys


def test_a_mistake_is_mended_where_it_stands(desk: Page, live_server: LiveServer, tmp_path: Path) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(a_trial(result={"control": {"n": 1, "mean": 8.9, "sd": 4.4}}), "utf-8")
    desk.goto(f"{live_server.url}/evidence/add/")
    keys = Keyboard(desk)
    choose_file(keys, file)
    enter(keys, 'button[value="look"]')
    expect(desk.get_by_role("alert")).to_contain_text("Result 1, control.n: cannot be used (found: 1)")
    fits(desk)
    field = desk.get_by_label("Or its text")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill(field.input_value().replace("n: 1\n", "n: 41\n"))
    enter(keys, 'button[value="look"]')
    expect(desk.locator(".shift")).to_have_count(1)


def test_every_page_of_it_fits_and_is_accessible(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/evidence/add/")
    fits(desk)
    desk.get_by_label("Or its text").fill(with_second(**SECOND))
    with desk.expect_navigation():
        desk.get_by_role("button", name="See what it moves").click()
    fits(desk)
    desk.get_by_label("Where you read it").fill(REASON)
    with desk.expect_navigation():
        desk.get_by_role("button", name="Keep it, signed as Ana Bell").click()
    fits(desk)
    desk.get_by_role("link", name="Example 2027").click()
    expect(desk.get_by_role("heading", name="Withdraw it")).to_be_visible()
    fits(desk)
    desk.get_by_label("Why", exact=True).fill("The paper was retracted.")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Withdraw it, signed as Ana Bell").click()
    expect(desk.get_by_role("heading", name="Withdrawn")).to_be_visible()
    fits(desk)


def test_it_works_without_scripts_and_files_come_down(browser: Browser, live_server: LiveServer, db: None) -> None:
    physio = a_physiotherapist(build.a_clinic())
    entry = kept(physio)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/evidence/add/")
    with page.expect_download() as example:
        page.get_by_role("link", name="Download an example").click()
    assert example.value.suggested_filename == "trial.yaml"
    page.get_by_label("File of the trial").set_input_files(example.value.path())
    page.get_by_role("button", name="See what it moves").click()
    expect(page.get_by_text("It can be looked at, and not kept")).to_be_visible()
    page.goto(f"{live_server.url}/evidence/add/kept/{entry.pk}/")
    with page.expect_download() as back:
        page.get_by_role("link", name="Download it as it was given").click()
    assert Path(back.value.path()).read_text("utf-8") == a_trial()
    context.close()
