"""From the first look at a person to a verdict that changed: seen, examined, signed, traced, and taken along."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.chart.models import Entry, Person
from concordant.cli import main
from tests.browser.scene import a_physiotherapist, signed_on, today
from tests.clinic import build
from tests.clinic.signing_in import sign_in_by_hand
from tests.people import NOT_ASKED, asked_everything

FINDINGS = ("crom_reduced", "provocation_worsens_headache", "neck_disorder_clinical_evidence")


@pytest.fixture
def person(live_server: LiveServer) -> Person:
    """Everything was asked ten days ago; the neck was not examined."""
    clinic = build.a_clinic()
    person = build.a_person(clinic, "Moreau")
    began = today() - timedelta(days=10)
    case = asked_everything(episode={"started": began.isoformat()}, **dict.fromkeys(FINDINGS, NOT_ASKED))
    case["visits"][0]["date"] = began.isoformat()
    signed_on(began, a_physiotherapist(clinic), person, case)
    return person


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def the_chart(page: Page, live_server: LiveServer) -> None:
    sign_in_by_hand(page, live_server.url, "ana")
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Moreau, Ana").click()
    expect(page.get_by_role("heading", name="Ana Moreau", level=1)).to_be_visible()


def verdict(page: Page) -> Locator:
    """The card of cervicogenic headache."""
    return page.get_by_role("region", name="Cervicogenic headache 11.2.1")


def expect_verdict(page: Page, *, status: str, c3: str) -> None:
    expect(verdict(page).locator(".verdict")).to_contain_text(status)
    expect(verdict(page).locator("summary", has_text="C3:")).to_contain_text(f"C3: {c3}")


def fill_in_the_examination(page: Page) -> None:
    way(page, "Examine")
    unfold(page, "flexion_rotation")
    unfold(page, "palpation")
    for trial in (1, 2):
        turn(page, "right", trial).fill("24")
        turn(page, "left", trial).fill("42")
    say_yes(page, "Familiar headache on segmental pressure, C1-C2, right")
    for label in ("Reduced cervical range of motion", "Headache worse on provocation"):
        say_yes(page, label)
    say_yes(page, "Neck disorder found on examination")


def way(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="This chart").get_by_role("link", name=name).click()


def unfold(page: Page, test: str) -> None:
    page.locator(f"#s-{test} > summary").click()


def turn(page: Page, side: str, trial: int = 1) -> Locator:
    return page.get_by_label(f"Flexion-rotation test, {side}, trial {trial}", exact=True)


def say_yes(page: Page, label: str) -> None:
    page.get_by_role("radiogroup", name=label).get_by_label("yes", exact=True).check()


def write_down_a_day(page: Page) -> None:
    way(page, "Diary")
    say_yes(page, "Did you have any headache on this day?")
    page.get_by_label("How strong was your headache at its worst on this day?").fill("6")
    page.get_by_role("button", name="Save the day").click()
    expect(page.get_by_role("status").first).to_contain_text("The day is saved.")


def status_in_the_copy(page: Page, folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> str:
    """What the command says of the file that the clinic hands out."""
    way(page, "Copy")
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download as {form}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    capsys.readouterr()
    assert main(["assess", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["diagnoses"]
    return next(one["status"] for one in found if one["code"] == "11.2.1")


def test_from_the_first_look_to_the_copy(
    page: Page, live_server: LiveServer, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    the_chart(page, live_server)
    expect_verdict(page, status="Not yet decided", c3="not yet known")

    fill_in_the_examination(page)
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(page.get_by_role("status").first).to_contain_text("Signed.")
    expect_verdict(page, status="Working diagnosis, ICHD-3 criteria not yet met", c3="met")

    verdict(page).locator("summary", has_text="C3:").click()
    trace = verdict(page).locator("details[open] .trace").first
    day = today()
    for words in ("Reduced cervical range of motion: yes", "Headache worse on provocation: yes", "Physiotherapist",
                  f"{day.day} {day:%b %Y}", "Ana Bell"):  # fmt: skip
        expect(trace).to_contain_text(words)
    trace.get_by_role("link", name="entry").first.click()
    expect(page.locator("article:target")).to_contain_text("24°")

    page.goto(f"{live_server.url}/people/{person.pk}/")
    page.get_by_label("As known on").fill((day - timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status").first).to_contain_text("As known on")
    expect_verdict(page, status="Not yet decided", c3="not yet known")

    write_down_a_day(page)
    assert status_in_the_copy(page, tmp_path, capsys, "YAML") == "provisional"


def test_an_impossible_value_is_not_signed_and_not_lost(page: Page, live_server: LiveServer, person: Person) -> None:
    before = Entry.objects.count()
    the_chart(page, live_server)
    way(page, "Examine")
    unfold(page, "flexion_rotation")
    turn(page, "left").fill("42")
    turn(page, "right").fill("240")
    sign = page.get_by_role("button", name="Sign as Ana Bell")
    sign.click()
    # The browser holds it back and says so beside the field ...
    expect(turn(page, "right")).to_be_focused()
    assert turn(page, "right").evaluate("each => each.validationMessage")
    # ... and one that does not is told by the server.
    turn(page, "right").evaluate("each => { each.form.noValidate = true }")
    sign.click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is signed yet.")
    expect(turn(page, "right")).to_have_value("240")
    expect(turn(page, "right")).to_have_accessible_description(re.compile("Allowed: a number from 0 to 90"))
    expect(turn(page, "left")).to_have_value("42")
    assert Entry.objects.count() == before


def test_a_value_that_holds_the_form_back_cannot_be_folded_away(
    page: Page, live_server: LiveServer, person: Person
) -> None:
    the_chart(page, live_server)
    way(page, "Examine")
    unfold(page, "flexion_rotation")
    turn(page, "right").fill("240")
    page.locator("#s-flexion_rotation > summary").click()
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect(turn(page, "right")).to_be_visible()
    expect(turn(page, "right")).to_be_focused()


def test_the_same_without_scripts(
    without_scripts: Page, live_server: LiveServer, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = without_scripts
    the_chart(page, live_server)
    expect_verdict(page, status="Not yet decided", c3="not yet known")
    fill_in_the_examination(page)
    page.get_by_role("button", name="Sign as Ana Bell").click()
    expect_verdict(page, status="Working diagnosis, ICHD-3 criteria not yet met", c3="met")
    verdict(page).locator("summary", has_text="C3:").click()
    expect(verdict(page).locator("details[open] .trace").first).to_contain_text("Reduced cervical range of motion: yes")
    write_down_a_day(page)
    assert status_in_the_copy(page, tmp_path, capsys, "JSON") == "provisional"
