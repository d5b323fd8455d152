"""The page "today" in a browser whose network comes and goes."""

import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import PATIENT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.actions import Chart
from clinic.chart.models import Entry, Person
from clinic.person.case import case_of
from clinic.sync.models import SentRow
from clinic.sync.sent import batch_of
from clinic.sync.taking import take
from concordant.record.diary import timeliness
from tests.browser.scene import a_physiotherapist, today
from tests.clinic import build
from tests.clinic.forms.sending import with_headaches
from tests.clinic.home.plans import FLEXORS, MOBILITY, a_plan
from tests.clinic.signing_in import sign_in
from tests.clinic.sync.devices import a_batch, a_row, an_answer
from tests.support.browser import FLAGS, assert_no_axe_violations, find_browser


@pytest.fixture
def patient(live_server: LiveServer) -> Person:
    clinic = build.a_clinic()
    user = build.a_user(clinic, PATIENT, username="mia", first_name="Mia", last_name="Moreau")
    return build.a_person(clinic, user=user)


@pytest.fixture
def tablet(browser: Browser) -> Iterator[BrowserContext]:
    """A second device of the same person."""
    context = browser.new_context(locale="en-CA", timezone_id="America/Vancouver")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def open_today(page: Page, live_server: LiveServer) -> Page:
    sign_in(page, live_server.url, "mia")
    page.goto(f"{live_server.url}/today/")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    page.evaluate("navigator.serviceWorker.ready")
    return page


def write(page: Page, worst: int | None, back: int = 0) -> None:
    page.locator(f"input[name=back][value='{back}']").check()
    if worst is None:
        page.get_by_role("radio", name="No headache").check()
    else:
        page.get_by_role("radio", name="Headache", exact=True).check()
        page.locator(f"[name=intensity_nrs][value='{worst}']").check()
    page.get_by_role("button", name="Save the day").click()


def chart() -> list[dict[str, Any]]:
    found = [entry.content["diary"][0] for entry in Entry.objects.filter(corrections__isnull=True) if entry.content]
    return [{name: row.get(name) for name in ("date", "headache_today", "intensity_nrs")} for row in found]


def test_a_day_is_saved_in_two_presses(page: Page, live_server: LiveServer, patient: Person) -> None:
    open_today(page, live_server)
    assert_no_axe_violations(page)
    write(page, None)
    expect(page.locator("#stands")).to_contain_text("on this day? no")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert chart() == [{"date": today().isoformat(), "headache_today": False, "intensity_nrs": None}]


def test_without_a_network_it_opens_keeps_and_sends_later(page: Page, live_server: LiveServer, patient: Person) -> None:
    open_today(page, live_server)
    page.context.set_offline(True)
    page.reload()
    write(page, 6)
    expect(page.locator("#state")).to_contain_text("1 day waits on this phone")
    write(page, None, back=1)
    expect(page.locator("#state")).to_contain_text("2 days wait on this phone")
    page.reload()
    expect(page.locator("#state")).to_contain_text("2 days wait on this phone")
    assert_no_axe_violations(page)
    assert SentRow.objects.count() == 0
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert sorted(row["headache_today"] for row in chart()) == [False, True]
    assert SentRow.objects.count() == 2


@pytest.fixture
def days_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[Page, int], date]:
    """Let it be so many days from now, for the server and for the page."""
    real = clock.now

    def go(page: Page, days: int) -> date:
        monkeypatch.setattr(clock, "now", lambda: real() + timedelta(days=days))
        page.clock.set_fixed_time(clock.now())
        return today()

    return go


def test_a_whole_week_without_a_network_arrives_once_and_counts_as_it_was_written(
    page: Page, live_server: LiveServer, patient: Person, days_later: Callable[[Page, int], date]
) -> None:
    days_later(page, -6)
    open_today(page, live_server)
    page.context.set_offline(True)
    days = []
    for number in range(7):
        days.append(days_later(page, number - 6))
        page.reload()
        write(page, number or None)
        expect(page.locator("#state")).to_contain_text(f"{number + 1} day")
    write(page, 9)  # the evening was worse than was thought
    expect(page.locator("#stands")).to_contain_text("9")
    assert SentRow.objects.count() == 0
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert SentRow.objects.count() == 8
    assert [row["date"] for row in chart()] == [day.isoformat() for day in days]
    assert [row["intensity_nrs"] for row in chart()] == [None, 1, 2, 3, 4, 5, 9]
    diary = case_of(Chart(patient)).diary
    assert [timeliness(row.recorded.date(), row.date) for row in diary if row.recorded] == ["on_time"] * 7


@pytest.fixture
def programme(patient: Person) -> None:
    physio = Actor(build.a_user(patient.clinic))
    with_headaches(physio, patient, "A")
    on = today() - timedelta(days=1)
    build.an_entry(physio, patient, on=on, kind="treatment", content=a_plan(FLEXORS, MOBILITY, on=on))


def ticks() -> list[dict[str, Any]]:
    found = [entry.content["home"][0] for entry in Entry.objects.filter(corrections__isnull=True, kind="home")]
    return [
        {name: row.get(name) for name in ("intervention", "date", "done", "effort", "pain_after_nrs")} for row in found
    ]


def test_exercises_are_ticked_without_a_network_with_effort_and_pain(
    page: Page, live_server: LiveServer, patient: Person, programme: None
) -> None:
    open_today(page, live_server)
    page.context.set_offline(True)
    page.reload()
    cards = page.locator("#exercises .card")
    expect(cards).to_have_count(2)
    first, second = cards.nth(0), cards.nth(1)
    expect(first.locator(".dose")).to_contain_text("10")
    expect(page.locator("[name=exercises_done]").first).to_be_hidden()
    first.get_by_role("button", name="Done", exact=False).first.click()
    expect(first.locator(".said")).to_have_text("Done.")
    expect(page.locator("#told")).to_contain_text("Done.")
    first.get_by_role("button", name="4", exact=True).click()
    expect(first.locator(".said")).to_have_text("Done. Effort 4 of 10.")
    expect(first.get_by_role("button", name="4", exact=True)).to_be_focused()  # nothing is drawn anew under the finger
    first.get_by_text("Pain before and after").click()
    first.get_by_label("Pain after").select_option("2")
    first.get_by_role("button", name="Save the pain").click()
    expect(first.locator(".said")).to_have_text("Done. Effort 4 of 10. Pain after: 2.")
    second.get_by_role("button", name="Not done").click()
    expect(page.locator("#state")).to_contain_text("1 day waits")
    assert_no_axe_violations(page)
    page.reload()
    expect(page.locator("#exercises .card .said").first).to_have_text("Done. Effort 4 of 10. Pain after: 2.")
    assert ticks() == []
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    day = today().isoformat()
    assert sorted(ticks(), key=lambda one: str(one["intervention"])) == [
        {"intervention": "active_mobility", "date": day, "done": False, "effort": None, "pain_after_nrs": None},
        {"intervention": "dcf_stage1", "date": day, "done": True, "effort": 4, "pain_after_nrs": 2},
    ]


def test_a_programme_is_offered_on_a_later_day_that_was_not_heard_of_yet(
    page: Page, live_server: LiveServer, patient: Person, programme: None, days_later: Callable[[Page, int], date]
) -> None:
    open_today(page, live_server)
    page.context.set_offline(True)
    day = days_later(page, 2)
    page.reload()
    page.locator("#exercises .card").first.get_by_role("button", name="Done", exact=False).first.click()
    expect(page.locator("#state")).to_contain_text("1 day waits")
    row = page.evaluate("async () => (await diaryQueue.rows())[0].row")
    assert (row["kind"], row["item"], row["day"]) == ("home", "dcf_stage1", day.isoformat())


def test_a_rating_is_one_tap_and_can_be_typed(page: Page, live_server: LiveServer, patient: Person) -> None:
    open_today(page, live_server)
    page.get_by_role("radio", name="Headache", exact=True).check()
    worst = page.locator("fieldset", has=page.locator("[name=intensity_nrs]"))
    expect(worst.get_by_role("radio", name="0", exact=True)).to_have_count(0)  # a headache of 0 is none
    seven = worst.get_by_role("radio", name="7", exact=True)
    seven.click()
    expect(seven).to_be_checked()
    seven.click()  # a second tap takes it back
    expect(worst.locator(":checked")).to_have_count(0)
    worst.get_by_role("radio").first.focus()
    page.keyboard.press("1")
    page.keyboard.press("0")
    expect(worst.get_by_role("radio", name="10", exact=True)).to_be_checked()
    page.keyboard.press("3")
    expect(worst.get_by_role("radio", name="3", exact=True)).to_be_checked()
    assert_no_axe_violations(page)
    page.get_by_role("button", name="Save the day").click()
    expect(page.locator("#stands")).to_contain_text("3")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert [row["intensity_nrs"] for row in chart()] == [3]
    expect(page.locator(".chips :checked")).to_have_count(0)


def test_what_was_not_said_is_said_with_one_tap_and_what_was_said_stays(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    page.get_by_role("radio", name="Headache", exact=True).check()
    page.locator("[name=photophobia_today][value=yes]").check()
    page.get_by_role("button", name="No to the others").click()
    page.get_by_role("button", name="4", exact=True).click()
    drugs = page.locator("fieldset", has=page.locator("[name=acute_medication]"))
    drugs.get_by_role("checkbox", name="None", exact=True).check()
    drugs.get_by_role("checkbox").nth(2).check()
    expect(drugs.locator(":checked")).to_have_count(1)  # "none" stands alone
    drugs.get_by_role("checkbox", name="None", exact=True).check()
    expect(drugs.locator(":checked")).to_have_count(1)
    page.get_by_role("button", name="Save the day").click()
    expect(page.locator("#stands")).to_contain_text("Light was unpleasant")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    [entry] = Entry.objects.all()
    [row] = entry.content["diary"]
    assert row["photophobia_today"] is True
    assert row["phonophobia_today"] is row["aura_today"] is row["started_in_neck_today"] is False
    assert (row["nausea_today"], row["headache_hours"], row["acute_medication"]) == ("none", 4, [])
    assert "intensity_nrs" not in row  # nobody said it
    assert "missed_home_today" not in row


def test_a_note_is_kept_and_joined(page: Page, live_server: LiveServer, patient: Person) -> None:
    open_today(page, live_server)
    page.get_by_text("Note", exact=True).click()
    page.get_by_label("Anything else about this day").fill("Long drive.")
    write(page, 4)
    expect(page.locator("#stands")).to_contain_text("“Long drive.”")
    page.get_by_label("Anything else about this day").fill("Better after a walk.")
    write(page, 3)
    expect(page.locator("#stands")).to_contain_text("Better after a walk.")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    (row,) = case_of(Chart(patient)).diary
    assert row.note == "Long drive.\nBetter after a walk."


def speaks(page: Page, language: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_it_opens_without_a_network_in_the_language_that_was_chosen(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    page.get_by_role("button", name="Français").click()
    speaks(page, "fr-ca")
    expect(page.locator("#state")).to_contain_text("Tout est envoyé.")
    assert User.objects.get(username="mia").language == "fr-ca"
    page.context.set_offline(True)
    page.reload()
    speaks(page, "fr-ca")
    page.get_by_role("radio", name="Pas de mal de tête").check()
    page.get_by_role("button", name="Enregistrer la journée").click()
    expect(page.locator("#state")).to_contain_text("1 journée attend")
    assert_no_axe_violations(page)
    # Chosen without a network, it is told to the clinic with the next contact.
    page.get_by_role("button", name="English").click()
    speaks(page, "en-ca")
    expect(page.locator("#state")).to_contain_text("1 day waits")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    speaks(page, "en-ca")
    assert User.objects.get(username="mia").language == "en-ca"


def test_it_takes_up_the_language_that_was_chosen_on_another_page(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    User.objects.filter(username="mia").update(language="fr-ca")
    page.reload()
    speaks(page, "fr-ca")
    expect(page.locator("#state")).to_contain_text("Tout est envoyé.")
    page.context.set_offline(True)
    page.reload()
    speaks(page, "fr-ca")


PUT = """async (more) => {
  const { person, now } = await diaryQueue.heard("state");
  const row = { key: crypto.randomUUID(), kind: "diary", day: more.day, says: [{ headache_today: false }], based_on: [],
    written: new Date().toISOString(), seen: now, zone_min: -new Date().getTimezoneOffset(), ...more };
  await diaryQueue.add({ key: row.key, person, row, answer: null });
}"""


@pytest.mark.parametrize(
    ("ahead", "more", "words"),
    [
        (1, {}, "This day has not come yet"),
        (-3, {}, "Only today, yesterday and the day before"),
        (0, {"author": 1}, "This could not be read"),
        (0, {"says": [{"headache_today": True, "intensity_nrs": 99}]}, "This could not be read"),
        (0, {"kind": "home", "item": "self_snag_c1_c2", "says": [{"done": True}]}, "not in your programme"),
    ],
    ids=["future", "recalled", "tampered", "not a pain", "not given"],
)
def test_what_is_refused_says_why_and_stays_until_it_is_thrown_away(
    page: Page, live_server: LiveServer, patient: Person, ahead: int, more: dict[str, Any], words: str
) -> None:
    open_today(page, live_server)
    page.evaluate(PUT, {"day": (today() + timedelta(days=ahead)).isoformat(), **more})
    page.reload()
    problem = page.locator("#problems .card")
    expect(problem).to_contain_text(words)
    expect(page.locator("#state")).to_contain_text("was not added")
    assert_no_axe_violations(page)
    page.reload()
    expect(problem).to_contain_text(words)
    assert SentRow.objects.count() == Entry.objects.count() == 0
    page.on("dialog", lambda asked: asked.accept())
    problem.get_by_role("button", name="Throw this one away").click()
    expect(page.locator("#problems")).to_be_hidden()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert page.evaluate("async () => (await diaryQueue.rows()).length") == 0


def test_a_batch_in_another_persons_name_goes_nowhere_and_nothing_is_lost(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    stranger = build.a_person(patient.clinic, "Stone", user=build.a_user(patient.clinic, PATIENT, username="noa"))
    open_today(page, live_server)

    def in_their_name(route: Route) -> None:
        if route.request.method == "POST":
            batch: Any = route.request.post_data_json
            route.continue_(post_data=json.dumps({**batch, "person": stranger.pk}))
        else:
            route.continue_()

    page.context.route("**/diary/sync/", in_their_name)
    with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        write(page, 8)
    assert [one["status"] for one in told.value.json()["answers"]] == ["not yours"]
    assert SentRow.objects.count() == Entry.objects.count() == 0
    assert AuditEvent.objects.filter(result="refused").exists()
    page.context.unroute("**/diary/sync/")
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert SentRow.objects.get().person == patient


def test_two_devices_that_differ_ask_which_is_right(
    page: Page, tablet: BrowserContext, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    other = open_today(tablet.new_page(), live_server)
    page.context.set_offline(True)
    tablet.set_offline(True)
    write(page, 3)
    write(other, 8)
    expect(page.locator("#state")).to_contain_text("1 day waits")
    expect(other.locator("#state")).to_contain_text("1 day waits")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    tablet.set_offline(False)
    other.reload()
    expect(other.locator("#asks")).to_contain_text("Two answers for")
    assert_no_axe_violations(other)
    other.locator("#asks .card p", has_text=re.compile(" 8 · ")).locator("xpath=following-sibling::button[1]").click()
    expect(other.locator("#asks")).to_be_hidden()
    expect(other.locator("#state")).to_contain_text("Everything is sent.")
    assert [row["intensity_nrs"] for row in chart()] == [8]
    page.reload()
    expect(page.locator("#stands")).to_contain_text("8")
    assert SentRow.objects.count() == 3


def test_the_clinician_sees_both_answers_by_day_and_on_a_phone(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    now = clock.now().isoformat()
    for worst in (4, 7):
        row = a_row(day=today().isoformat(), says=an_answer(worst), written=now, seen=now)
        take(Actor(patient.user), patient, batch_of(a_batch(patient, row, sent=now)))
    a_physiotherapist(patient.clinic)
    sign_in(page, live_server.url, "ana")
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{live_server.url}/people/{patient.pk}/")
        expect(page.locator("#two-answers")).to_contain_text("2 answers, asked since")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_no_axe_violations(page)
    page.get_by_role("link", name="Open the form of the day").click()
    expect(page.get_by_text("Two devices sent different answers")).to_be_visible()


def test_when_the_answer_is_lost_it_is_sent_again_and_nothing_is_doubled(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    context = page.context

    def lose_the_answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    context.route("**/diary/sync/", lose_the_answer)
    with page.expect_event("requestfailed"):
        write(page, 5)
    expect(page.locator("#state")).to_contain_text("1 day waits")
    assert SentRow.objects.count() == 1
    context.unroute("**/diary/sync/")
    page.close()
    again = context.new_page()
    again.goto(f"{live_server.url}/today/")
    expect(again.locator("#state")).to_contain_text("Everything is sent.")
    assert SentRow.objects.count() == Entry.objects.count() == 1


def a_browser_on_disk(browser: Browser, folder: Path) -> BrowserContext:
    found = browser.browser_type.launch_persistent_context(
        folder, executable_path=find_browser(), args=FLAGS, locale="en-CA", timezone_id="America/Vancouver"
    )
    found.set_default_timeout(10_000)
    return found


def kill(folder: Path) -> int:
    """Every process of the browser that keeps its profile there, and of no other; at once, as a dead battery would."""
    found = [
        int(each.parent.name)
        for each in Path("/proc").glob("[0-9]*/cmdline")
        if f"--user-data-dir={folder}".encode() in each.read_bytes().split(b"\0")
    ]
    for process in found:
        os.kill(process, signal.SIGKILL)
    return len(found)


WRITE_ON = """() => {
  const write = async () => {
    const { person, now } = await diaryQueue.heard("state");
    for (;;) {
      const row = { key: crypto.randomUUID(), kind: "diary", day: document.documentElement.dataset.day,
        says: [{ headache_today: false }], based_on: [], written: new Date().toISOString(), seen: now,
        zone_min: -new Date().getTimezoneOffset() };
      await diaryQueue.add({ key: row.key, person, row, answer: null });
      console.log(`kept ${row.key}`);
    }
  };
  write();
}"""
# A day that is on its way to the disk and never gets there: its transaction is kept busy until the end.
HALF_WAY = """async () => {
  const key = crypto.randomUUID();
  const asked = indexedDB.open("concordant-diary", 1);
  await new Promise((done) => (asked.onsuccess = done));
  const rows = asked.result.transaction(["rows"], "readwrite", { durability: "strict" }).objectStore("rows");
  const busy = () => (rows.count().onsuccess = busy);
  const added = rows.add({ key, person: 0, row: {}, answer: null });
  await new Promise((done) => (added.onsuccess = () => { busy(); done(); }));
  return key;
}"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the processes of the browser in /proc")
def test_a_browser_that_is_killed_while_it_writes_loses_nothing_that_it_said_was_kept(
    browser: Browser, live_server: LiveServer, patient: Person, tmp_path: Path
) -> None:
    first = a_browser_on_disk(browser, tmp_path)
    page = open_today(first.new_page(), live_server)
    kept: list[str] = []
    page.on("console", lambda told: kept.append(told.text.removeprefix("kept ")))
    first.set_offline(True)
    page.evaluate("day => { document.documentElement.dataset.day = day }", today().isoformat())
    page.evaluate(WRITE_ON)
    page.wait_for_timeout(500)
    half_way = page.evaluate(HALF_WAY)
    assert kill(tmp_path) > 0
    for lock in tmp_path.glob("Singleton*"):
        lock.unlink()

    again = a_browser_on_disk(browser, tmp_path)
    try:
        again.set_offline(True)
        page = again.new_page()
        page.goto(f"{live_server.url}/today/")
        expect(page.locator("#state")).to_contain_text("1 day waits")
        waiting = set(page.evaluate("async () => (await diaryQueue.rows()).map((one) => one.key)"))
        assert kept
        assert set(kept) <= waiting
        assert half_way not in waiting
        # The session ended with the browser; what waits does not.
        again.set_offline(False)
        page.reload()
        expect(page.locator("#state")).to_contain_text("Sign in to send it.")
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("User name").fill("mia")
        page.get_by_label("Password").fill(build.PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("#state")).to_contain_text("Everything is sent.", timeout=60_000)
        assert {str(key) for key in SentRow.objects.values_list("key", flat=True)} == waiting
        assert Entry.objects.count() == 1
    finally:
        again.close()


def test_a_clock_that_is_wrong_by_a_year_asks_which_day_it_was(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    open_today(page, live_server)
    page.clock.set_fixed_time(clock.now() + timedelta(days=365))
    page.reload()
    write(page, 6)
    problem = page.locator("#problems .card")
    expect(problem).to_contain_text("The clock of this device was wrong")
    expect(page.locator("#state")).to_contain_text("was not added")
    assert_no_axe_violations(page)
    assert SentRow.objects.count() == 0
    problem.get_by_role("button", name="It was").click()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert chart() == [{"date": today().isoformat(), "headache_today": True, "intensity_nrs": 6}]


def test_what_another_account_left_on_the_phone_is_neither_shown_nor_sent(
    page: Page, live_server: LiveServer, patient: Person
) -> None:
    stranger = build.a_user(patient.clinic, PATIENT, username="noa")
    build.a_person(patient.clinic, "Stone", user=stranger)
    open_today(page, live_server)
    page.context.set_offline(True)
    write(page, 9)
    expect(page.locator("#state")).to_contain_text("1 day waits")
    page.context.set_offline(False)
    page.context.clear_cookies()
    sign_in(page, live_server.url, "noa")
    page.goto(f"{live_server.url}/today/")
    expect(page.locator("#others")).to_be_visible()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    expect(page.locator("#stands")).to_be_hidden()
    assert SentRow.objects.count() == 0
    page.context.clear_cookies()
    sign_in(page, live_server.url, "mia")
    page.goto(f"{live_server.url}/today/")
    expect(page.locator("#stands")).to_contain_text("9")
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert [row["intensity_nrs"] for row in chart()] == [9]
    assert SentRow.objects.get().person == patient


def test_a_full_phone_says_that_nothing_is_saved(page: Page, live_server: LiveServer, patient: Person) -> None:
    open_today(page, live_server)
    page.evaluate(
        """() => { const add = IDBObjectStore.prototype.add;
             window.makeRoom = () => { IDBObjectStore.prototype.add = add; };
             IDBObjectStore.prototype.add = function () {
               this.transaction.abort(); throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    write(page, 4)
    expect(page.locator("#state")).to_contain_text("no room left, so the day is NOT saved")
    expect(page.locator("[name=intensity_nrs][value='4']")).to_be_checked()
    assert_no_axe_violations(page)
    assert SentRow.objects.count() == 0
    page.evaluate("makeRoom()")
    page.get_by_role("button", name="Save the day").click()
    expect(page.locator("#state")).to_contain_text("Everything is sent.")
    assert [row["intensity_nrs"] for row in chart()] == [4]
