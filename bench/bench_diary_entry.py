"""An entry of the diary by touch and by keyboard: presses, seconds of a person by a model, and the machine's own time;
and the first load of the page on a slow network.

The seconds of a person are those of the keystroke-level model (Card, Moran and Newell 1980, doi:10.1145/358886.358895):
a key of somebody who types but not for a living 0.28 s, pointing 1.1 s and the press after it 0.2 s, a hand from one
device to the other 0.4 s, a thought before each question 1.35 s. The table was read in a university's copy
(asi-www.informatik.uni-hamburg.de, SE_Evaluation, goms.htm), not in the paper. The model knows a mouse and no finger:
a finger is taken to be as slow. It says nothing of somebody in pain.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from clinic_under_test import HERE, served
from timing import say, summary

sys.path.insert(0, str(HERE.parent))

PORT = 8767
KEY_S, POINT_S, PRESS_S, HAND_S, THOUGHT_S = 0.28, 1.1, 0.2, 0.4, 1.35
REPEATS = 15
LOADS = 9
DOWN, UP = 1_600_000 / 8, 750_000 / 8
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": DOWN, "uploadThroughput": UP}
"""Latency in ms, throughput in bytes a second: Lighthouse's "slow 4G". Each request waits, as the browser does it."""
WHEN_USABLE = """
  new MutationObserver((_all, observer) => {
    const form = document.getElementById("day");
    if (form && !form.hidden) { window.usableAt ??= performance.now(); observer.disconnect(); }
  }).observe(document, { subtree: true, childList: true, attributes: true });
"""


@dataclass
class Hand:
    """A person at the page: every press is counted, and what the machine takes for it."""

    page: object
    presses: int = 0
    seconds: float = 0.0
    machine_ms: list[float] = field(default_factory=list)
    last_at: float = 0.0
    """When the newest press began."""

    def think(self) -> None:
        self.seconds += THOUGHT_S

    def _count(self, work: Callable[[], object], seconds: float) -> None:
        self.last_at = time.perf_counter()
        work()
        self.machine_ms.append((time.perf_counter() - self.last_at) * 1000)
        self.presses += 1
        self.seconds += seconds

    def tap(self, found: object) -> None:
        self._count(found.tap, POINT_S + PRESS_S)

    def rating(self, name: str, number: str) -> None:
        """One tap."""
        self.tap(self.page.locator("label", has=self.page.locator(f"[name={name}][value='{number}']")))

    def key(self, name: str, times: int = 1) -> None:
        for _ in range(times):
            self._count(lambda: self.page.keyboard.press(name), KEY_S)

    def reach(self, selector: str) -> None:
        """By Tab, as often as it takes."""
        for _ in range(60):
            if self.page.evaluate("(to) => document.activeElement.matches(to)", selector):
                return
            self.key("Tab")
        raise RuntimeError(f"Tab does not lead to {selector}")


def by_touch_without(hand: Hand) -> None:
    hand.think()
    hand.tap(hand.page.locator("label", has=hand.page.locator("[name=headache_today][value=no]")))
    hand.tap(hand.page.get_by_role("button", name="Save the day"))


def by_touch_worst(hand: Hand) -> None:
    """A headache and its worst pain: the least that a day with a headache says."""
    _by_touch(hand)


def by_touch_six(hand: Hand) -> None:
    """Besides: hours, side, neck pain and a medicine."""
    _by_touch(hand, (("headache_side_today", "right"), ("acute_medication", "nsaid")), hours="4", neck="5")


def by_touch_nine(hand: Hand) -> None:
    """Besides: nausea, light and sound."""
    picked = (
        ("headache_side_today", "right"),
        ("nausea_today", "mild"),
        ("photophobia_today", "no"),
        ("phonophobia_today", "no"),
        ("acute_medication", "nsaid"),
    )
    _by_touch(hand, picked, hours="4", neck="5")


def _by_touch(hand: Hand, picked: tuple[tuple[str, str], ...] = (), hours: str = "", neck: str = "") -> None:
    page = hand.page
    hand.think()
    hand.tap(page.locator("label", has=page.locator("[name=headache_today][value=yes]")))
    hand.think()
    hand.rating("intensity_nrs", "6")
    if hours:
        hand.think()
        hand.tap(page.locator(f"button[data-for=headache_hours][value='{hours}']"))
    for name, value in picked:
        hand.think()
        hand.tap(page.locator("label", has=page.locator(f"[name={name}][value={value}]")))
    if neck:
        hand.think()
        hand.rating("neck_pain_nrs", neck)
    hand.tap(page.get_by_role("button", name="Save the day"))


def by_touch_whole(hand: Hand) -> None:
    """Everything that a day with a headache is asked, seventeen answers: what did not come with it, in one tap."""
    picked = (("headache_side_today", "right"), ("photophobia_today", "yes"))
    hand.think()
    hand.tap(hand.page.locator("label", has=hand.page.locator("[name=headache_today][value=yes]")))
    for name in ("intensity_nrs", "intensity_usual_nrs"):
        hand.think()
        hand.rating(name, "6")
    hand.think()
    hand.tap(hand.page.locator("button[data-for=headache_hours][value='4']"))
    for name, value in picked:
        hand.think()
        hand.tap(hand.page.locator("label", has=hand.page.locator(f"[name={name}][value={value}]")))
    hand.tap(hand.page.get_by_role("button", name="No to the others"))
    hand.think()
    hand.rating("neck_pain_nrs", "5")
    for name, value in (("acute_medication", "nsaid"), ("red_flag_today", "none")):
        hand.think()
        hand.tap(hand.page.locator("label", has=hand.page.locator(f"[name={name}][value={value}]")))
    hand.tap(hand.page.get_by_role("button", name="Save the day"))


def by_touch_exercise(hand: Hand) -> None:
    card = hand.page.locator("#exercises .card").first
    hand.think()
    hand.tap(card.locator("[data-done=yes]"))
    hand.think()
    hand.tap(card.locator("[data-effort='4']"))


def by_keyboard_without(hand: Hand) -> None:
    hand.seconds += HAND_S
    hand.think()
    hand.reach("[name=headache_today]")
    hand.key("Space")
    hand.key("Enter")


def by_keyboard_worst(hand: Hand) -> None:
    """A headache and how bad it was at its worst, the least that a day with a headache says."""
    hand.seconds += HAND_S
    hand.think()
    hand.reach("[name=headache_today]")
    hand.key("ArrowRight")
    hand.key("ArrowRight")
    if not hand.page.locator("[name=headache_today][value=yes]").is_checked():
        hand.key("ArrowRight")
    hand.think()
    hand.reach("[name=intensity_nrs]")
    hand.key("6")
    hand.key("Enter")


ENTRIES: tuple[tuple[str, bool, Callable[[Hand], None]], ...] = (
    ("no headache, by touch", True, by_touch_without),
    ("headache with its worst pain, by touch", True, by_touch_worst),
    ("headache with six answers, by touch", True, by_touch_six),
    ("headache with nine answers, by touch", True, by_touch_nine),
    ("headache with all answers, by touch", True, by_touch_whole),
    ("one exercise with effort, by touch", True, by_touch_exercise),
    ("no headache, by keyboard", False, by_keyboard_without),
    ("headache with its worst pain, by keyboard", False, by_keyboard_worst),
)


def main() -> None:
    """Print a line for each entry, and one for the first load."""
    from playwright.sync_api import sync_playwright

    from tests.support.browser import FLAGS, find_browser

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        environment = os.environ | {
            "CONCORDANT_DATA_DIR": folder,
            "CONCORDANT_DATABASE_URL": f"sqlite:///{folder}/clinic.sqlite3",
        }
        filled = subprocess.run(
            [sys.executable, str(HERE / "diary_under_test.py")], env=environment, capture_output=True, text=True
        )
        if filled.returncode:
            raise RuntimeError(filled.stderr[-2000:])
        session = filled.stdout.split()[-1]
        with served(environment, PORT):
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            for name, by_touch, entry in ENTRIES:
                _entry(browser, session, name, by_touch, entry)
            _first_load(browser, session)
            browser.close()


def _context(browser: object, session: str, **more: object) -> object:
    context = browser.new_context(
        locale="en-CA", timezone_id="America/Vancouver", viewport={"width": 390, "height": 844}, **more
    )
    expires = datetime.now(UTC).timestamp() + 86_400
    cookie = {"name": "sessionid", "value": session, "url": f"http://127.0.0.1:{PORT}", "expires": expires}
    context.add_cookies([cookie])
    return context


def _entry(browser: object, session: str, name: str, by_touch: bool, entry: Callable[[Hand], None]) -> None:
    context = _context(browser, session, has_touch=by_touch)
    page = context.new_page()
    saved: list[float] = []
    for _ in range(REPEATS):
        page.goto(f"http://127.0.0.1:{PORT}/today/")
        page.wait_for_selector("#day:not([hidden])")
        page.locator("#state.success").wait_for()
        page.evaluate("() => { document.activeElement?.blur(); }")
        hand = Hand(page)
        with page.expect_response(lambda answer: answer.request.method == "POST") as told:
            entry(hand)
        told.value.finished()
        while page.evaluate("async () => (await diaryQueue.rows()).length"):
            time.sleep(0.005)
        saved.append((time.perf_counter() - hand.last_at) * 1000)
        page.locator("#state.success").wait_for()
    say(
        f"diary entry: {name}",
        presses=hand.presses,
        person_s=round(hand.seconds, 1),
        machine_ms_of_all_presses=round(sum(hand.machine_ms), 1),
        from_last_press_to_kept_by_the_server=summary(saved),
    )
    context.close()


def _first_load(browser: object, session: str) -> None:
    """An empty cache and no worker each time; the person is signed in."""
    usable, painted, size = [], [], 0
    for number in range(LOADS + 1):
        context = _context(browser, session)
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOW_4G)
        received: list[float] = []
        network.on(
            "Network.loadingFinished", lambda told, received=received: received.append(told["encodedDataLength"])
        )
        page.add_init_script(WHEN_USABLE)
        page.goto(f"http://127.0.0.1:{PORT}/today/")
        page.wait_for_selector("#day:not([hidden])", timeout=30_000)
        first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        if number:  # the first warms the server
            usable.append(page.evaluate("window.usableAt"))
            painted.append(first or 0.0)
            size = int(sum(received))
        context.close()
    say(
        "first load of today, 1.6 Mbit/s down, 150 ms each request",
        usable=summary(usable),
        first_paint=summary(painted),
        bytes_over_the_wire_until_usable=size,
        loads=LOADS,
    )


if __name__ == "__main__":
    main()
