"""A massage therapist writes the note of a visit by keyboard; the physiotherapist reads it before starting."""

import os
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic.accounts.models import User
from clinic.accounts.roles import RMT
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.browser.keyboard import Keyboard
from tests.browser.scene import a_physiotherapist, signed_on, today
from tests.clinic import build
from tests.clinic.notes.care import FLEXORS, FOUR, JOINT, RELEASE, TRAPEZIUS, a_plan
from tests.clinic.signing_in import sign_in
from tests.people import asked_everything
from tests.support.browser import assert_no_axe_violations

WIDTHS = (320, 800, 1280)


def a_course(planned: date) -> dict[str, Any]:
    """Well asked, with two familiar trigger points, and a plan of that day."""
    case = asked_everything(
        episode={"started": planned.isoformat(), "goal": "Drive to work without a headache"},
    )
    case["visits"][0]["date"] = planned.isoformat()
    case["visits"][0]["findings"] = [
        {"fact": "frt_rotation_deg", "side": "right", "value": 24},
        *(
            finding
            for muscle in ("suboccipital", "upper_trapezius")
            for finding in (
                {"fact": f"trigger_point_{muscle}", "side": "right", "value": "active"},
                {"fact": f"trigger_point_{muscle}_familiar_headache", "side": "right", "headache": "A", "value": True},
            )
        ),
    ]
    retest = (planned + timedelta(days=28)).isoformat()
    return {**case, **a_plan(date=planned.isoformat(), retest=retest)}


def a_signed_note(day: date) -> dict[str, Any]:
    row = {"intervention": RELEASE, "structure": "obliquus capitis inferior", "side": "right", "dose": "8 minutes"}
    done = {**row, "reproduced": True, "response": "better", "words": "Softer after the third minute"}
    treatment = {"date": day.isoformat(), "discipline": "rmt", "done": [done], "note": FOUR}
    return {"treatments": [treatment]}


@pytest.fixture
def person(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    physio = a_physiotherapist(clinic)
    build.a_user(clinic, RMT, username="mei", first_name="Mei", last_name="Oka")
    person = build.a_person(clinic)
    planned = today() - timedelta(days=6)
    signed_on(planned, physio, person, a_course(planned))
    for day in (planned + timedelta(days=number) for number in range(1, 6)):
        row = {"date": day.isoformat(), "headache": "A", "intensity_nrs": 3 + day.day % 3}
        signed_on(
            day, physio, person, {"concordant": 1, "person": {"id": "-"}, "headaches": [{"id": "A"}], "diary": [row]}
        )
    return person


def fits(page: Page, name: str = "") -> None:
    """On a phone, a tablet and a desk, by day and by night, with everything unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if width == 800 else "light")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert_no_axe_violations(page)
        if name and (folder := os.environ.get("SHOTS")):
            page.screenshot(path=f"{folder}/{name}_{width}.png", full_page=True)


def tick(keys: Keyboard, *parts: str) -> None:
    for part in parts:
        keys.tick("seen", part)


def a_line(keys: Keyboard, line: str, structure: str, dose: str) -> None:
    keys.choose(f"{line}.given", "yes")
    keys.type(f"{line}.structure", structure)
    keys.choose(f"{line}.side", "right")
    keys.to(f'[name="{line}.dose"]')
    keys.press("Control+a")
    keys.page.keyboard.type(dose)
    keys.choose(f"{line}.reproduced", "yes")
    keys.choose(f"{line}.response", "better")


def sign(keys: Keyboard) -> None:
    keys.to('button.primary[value="sign"]')
    with keys.page.expect_navigation():
        keys.press("Enter")


def a_context(browser: Browser, *, scripts: bool) -> BrowserContext:
    """Nothing moves, so that a colour is not looked at on its way from the day to the night."""
    return browser.new_context(
        locale="en-CA", timezone_id="America/Vancouver", java_script_enabled=scripts, reduced_motion="reduce"
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_hands_of_one_to_the_other(
    browser: Browser, live_server: LiveServer, person: Person, *, scripts: bool
) -> None:
    context = a_context(browser, scripts=scripts)
    page = context.new_page()
    sign_in(page, live_server.url, "mei")
    page.goto(f"{live_server.url}/work-today/")
    expect(page.locator(".muscles b").first).to_contain_text("rectus capitis posterior")
    expect(page.locator(".why").first).to_contain_text("suboccipital: yes (right)")
    if scripts:
        fits(page, "work")
    keys = Keyboard(page)
    keys.to(f'a[href="/people/{person.pk}/note/"]')
    with page.expect_navigation():
        keys.press("Enter")
    keys.choose("asked", "no")
    a_line(keys, RELEASE, "obliquus capitis inferior", "8 minutes")
    keys.type("objective", "Right suboccipital point eases from 6 to 3 of 10.")
    tick(keys, "subjective", "plan")
    sign(keys)
    # Nothing was looked at yet in A, where something was filled in from the chart.
    if page.locator("#errors").count():
        if scripts:
            fits(page, "errors")
        expect(page.locator("#errors")).to_contain_text("A: what it means")
        keys.type("analysis", "The right upper neck is still the driver.")
        sign(keys)
    expect(page.get_by_role("status")).to_contain_text("The note is signed.")
    note = Entry.objects.filter(kind="treatment").get()
    assert note.content["treatments"][0]["done"] == [
        {
            "intervention": RELEASE,
            "structure": "obliquus capitis inferior",
            "dose": "8 minutes",
            "response": "better",
            "reproduced": True,
            "side": "right",
        }
    ]
    if scripts:
        fits(page, "notes")
    context.close()

    context = a_context(browser, scripts=scripts)
    page = context.new_page()
    sign_in(page, live_server.url, "ana")
    page.goto(f"{live_server.url}/people/{person.pk}/note/")
    told = page.locator(".hand-over")
    for words in ("Today", "Mei Oka", "obliquus capitis inferior", "reproduced their headache", "better after"):
        expect(told).to_contain_text(words)
    if scripts:
        fits(page, "note")
    keys = Keyboard(page)
    a_line(keys, JOINT, "C1/2", "3 × 30 s, grade III")
    keys.choose(f"{FLEXORS}.given", "taught")
    keys.type("objective", "FRT right 30 degrees after mobilisation.")
    tick(keys, "subjective", "plan")
    keys.type("analysis", "Moves further; the nod is clean at 24.")
    sign(keys)
    expect(page.get_by_role("status")).to_contain_text("The note is signed.")
    notes = list(Entry.objects.filter(kind="treatment").order_by("id"))
    assert [one.author.username for one in notes] == ["mei", "ana"]
    assert TRAPEZIUS not in str([one.content for one in notes])
    context.close()


def test_reading_amending_and_printing(browser: Browser, live_server: LiveServer, person: Person) -> None:
    """An amendment by keyboard; on paper both versions stand in full, and nothing that only a screen needs."""
    mei = Actor(User.objects.get(username="mei"))
    note = build.an_entry(mei, person, on=today(), kind="treatment", content=a_signed_note(today()))
    context = a_context(browser, scripts=True)
    page = context.new_page()
    sign_in(page, live_server.url, "mei")
    page.goto(f"{live_server.url}/people/{person.pk}/notes/")
    keys = Keyboard(page)
    keys.to(f'a[href$="/notes/{note.pk}/amend/"]')
    with page.expect_navigation():
        keys.press("Enter")
    fits(page, "amend")
    keys.type("reason", "the wrong amount")
    keys.to(f'[name="{RELEASE}.dose"]')
    keys.press("Control+a")
    page.keyboard.type("6 minutes")
    sign(keys)
    expect(page.get_by_role("status")).to_contain_text("The amendment is signed.")
    expect(page.locator("del")).to_contain_text("8 minutes")
    expect(page.locator("ins")).to_contain_text("6 minutes")
    fits(page, "amended")
    page.reload()
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Amend")).to_be_hidden()
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    expect(page.locator(".earlier .print-only .soap")).to_be_visible()
    context.close()
