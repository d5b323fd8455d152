"""Signed plans move a person from relief to strengthen over two retests in the browser; then their doctor is told.

The person is made up: right-sided headache from the upper neck, 20 days in 28, highly irritable; after four weeks
calmer and moving better, after eight with two headache days and a strong neck.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.demo.charts import keep_chart
from clinic.letters.models import SignedLetter
from concordant.record.read import read_plain
from tests.browser.scene import a_physiotherapist
from tests.clinic import build
from tests.clinic.letters.test_letters import text_of
from tests.clinic.person import story
from tests.clinic.plan.conftest import HOW, in_pain
from tests.clinic.signing_in import sign_in
from tests.people import FIRST_VISIT
from tests.record.diaries import days
from tests.support.browser import assert_no_axe_violations

RETEST_1, RETEST_2 = (FIRST_VISIT + timedelta(days=28 * number) for number in (1, 2))
Go = Callable[[date], None]


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Go:
    """Let it be noon of a day, for the server's threads too."""

    def to(day: date) -> None:
        monkeypatch.setattr("clinic.clock.now", lambda: story.at(day))

    return to


@pytest.fixture
def ana(live_server: LiveServer) -> Actor:
    clinic: Clinic = build.a_clinic()
    return a_physiotherapist(clinic)


def pain(nrs: int) -> Callable[[str], dict[str, Any]]:
    def of(sign: str) -> dict[str, Any]:
        if sign != "+":
            return {"headache_today": False, "exercises_done": True}
        return {"headache_today": True, "intensity_nrs": nrs, "exercises_done": True}

    return of


@pytest.fixture
def person(ana: Actor, go: Go) -> Person:
    agreed = {"send_to_physician": FIRST_VISIT.isoformat()}
    case = in_pain(irritability="high", consent_given=agreed)
    case["diary"] = days("+++++--" * 4, FIRST_VISIT - timedelta(days=1), pain(7))
    assert ana.user is not None
    with clock.set_to(story.at(FIRST_VISIT)):
        found = keep_chart(
            by=ana.user,
            chart_number="P1",
            given_name="Ana",
            family_name="Moreau",
            case=read_plain(case),
            today=FIRST_VISIT,
        )
    go(FIRST_VISIT)
    return found


def lived(go: Go, by: Actor, person: Person, signs: str, nrs: int, last: date) -> None:
    """The diary, each day written down on its day."""
    for row in days(signs, last, pain(nrs)):
        on = date.fromisoformat(row["date"])
        go(on)
        build.an_entry(by, person, on=on, kind="diary", content={"diary": [row]})


def treated(by: Actor, person: Person, on: date) -> None:
    done = {"date": on.isoformat(), "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]}
    build.an_entry(by, person, on=on, kind="treatment", content={"treatments": [done]})


def measured(go: Go, by: Actor, person: Person, on: date, frt: int, ccft: int, **facts: Any) -> None:
    """A retest, as the examination page signs it."""
    visit = {
        "date": on.isoformat(),
        "by": "physiotherapist",
        "facts": {"ccft_activation_mmhg": ccft, "ccft_substitution": False, "new_red_flag_sign": False, **facts},
        "findings": [
            {"fact": "frt_rotation_deg", "side": "right", "value": frt, **HOW},
            {"fact": "frt_rotation_deg", "side": "left", "value": 42, **HOW},
        ],
    }
    go(on)
    build.an_entry(by, person, on=on, kind="examination", content={"visits": [visit]})


def the_plan(page: Page, url: str, person: Person) -> None:
    page.goto(f"{url}/people/{person.pk}/plan/")


def signs(page: Page) -> None:
    """Whatever is left out or changed is said why; cautions are signed for."""
    for box in page.locator(".sign-off input").all():
        box.check()
    for treatment in page.locator(".treatment").all():
        ticked = treatment.locator("input[name^='in:']").is_checked()
        became = treatment.locator(".became").inner_text() if treatment.locator(".became").count() else ""
        if ticked and became and "new" not in became.lower():
            treatment.locator("input[name^='in:']").uncheck()
    page.get_by_role("button", name="Sign the plan as Ana Bell").last.click()


def phase(page: Page) -> str:
    return page.locator("#care .course .now b").inner_text()


def signed_phases() -> list[str]:
    found = Entry.objects.filter(kind="plan").order_by("id")
    return [plan["phase"] for entry in found for plan in entry.content.get("plans", ())]


def test_from_relief_to_strengthen(page: Page, live_server: LiveServer, ana: Actor, person: Person, go: Go) -> None:
    sign_in(page, live_server.url, "ana")
    the_plan(page, live_server.url, person)
    expect(page.get_by_role("heading", name="Phase: Relief")).to_be_visible()
    assert_no_axe_violations(page)
    signs(page)
    expect(page.get_by_text("The plan is signed.")).to_be_visible()
    assert phase(page) == "Relief"
    treated(ana, person, FIRST_VISIT)

    lived(go, ana, person, "+--+---" * 4, 3, RETEST_1 - timedelta(days=1))
    measured(go, ana, person, RETEST_1, 38, 24, irritability="low")
    page.goto(f"{live_server.url}/people/{person.pk}/")
    assert phase(page) == "Relief", "a signed plan does not move by itself"
    expect(page.get_by_text("The rules propose the next phase:")).to_be_visible()
    page.get_by_role("link", name="Look and sign").click()
    expect(page.get_by_role("heading", name="Phase: Restore")).to_be_visible()
    signs(page)
    assert phase(page) == "Restore"

    lived(go, ana, person, "+-------------" * 2, 2, RETEST_2 - timedelta(days=1))
    measured(go, ana, person, RETEST_2, 42, 28, irritability="low")
    the_plan(page, live_server.url, person)
    expect(page.get_by_role("heading", name="Phase: Strengthen")).to_be_visible()
    signs(page)
    assert phase(page) == "Strengthen"
    assert signed_phases() == ["relief", "restore", "strengthen"]

    the_letter(page, live_server.url, person)
    said = text_of(bytes(SignedLetter.objects.get().document))
    for told in (
        "Headache days fell from 20.0 to 2.0 per 28 days",
        "Flexion-rotation test right 22° 8 Jan 2024 42°",
        "Phase of care: strengthen",
        "Given, with the number of sessions: C1/2 passive mobilisation",
        "Dr. Jordan Lee",
    ):
        assert told in said, said


def the_letter(page: Page, url: str, person: Person) -> None:
    """As the physiotherapist writes it: who to whom, one sentence in her own words, look, sign."""
    page.goto(f"{url}/people/{person.pk}/letters/")
    page.get_by_role("link", name="Progress letter").click()
    page.get_by_label("Addressee").fill("Dr. Jordan Lee\n12 Quay Street, Nanaimo BC")
    page.get_by_label("Your registration").fill("CHCPBC 12345")
    page.get_by_role("button", name="Show the letter").click()
    expect(page.locator("textarea.words").first).to_be_visible()
    assert_no_axe_violations(page)
    first = page.locator("textarea.words").first
    first.fill(f"She is back at work. {first.input_value()}")
    page.get_by_role("button", name="Sign the letter as Ana Bell").click()
    expect(page.get_by_text("The letter is signed and kept.")).to_be_visible()
