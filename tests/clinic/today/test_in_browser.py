"""The page "today" in a browser whose network comes and goes."""

import os
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from clinic import clock
from clinic.accounts.roles import PATIENT
from clinic.chart.models import Entry, Person
from clinic.sync.models import SentRow
from tests.browser.scene import sign_in, today
from tests.clinic import build
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
        page.locator("[name=intensity_nrs]").fill(str(worst))
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
    other.locator("#asks .card p", has_text="8").locator("xpath=following-sibling::button[1]").click()
    expect(other.locator("#asks")).to_be_hidden()
    expect(other.locator("#state")).to_contain_text("Everything is sent.")
    assert [row["intensity_nrs"] for row in chart()] == [8]
    page.reload()
    expect(page.locator("#stands")).to_contain_text("8")
    assert SentRow.objects.count() == 3


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
        """() => { IDBObjectStore.prototype.add = function () {
             this.transaction.abort(); throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    write(page, 4)
    expect(page.locator("#state")).to_contain_text("NOT saved")
    expect(page.locator("[name=intensity_nrs]")).to_have_value("4")
    assert SentRow.objects.count() == 0
