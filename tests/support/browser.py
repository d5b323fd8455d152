"""A real browser for the tests, and what every page has to hold to while one looks at it."""

import os
import re
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.support.network import is_this_machine

HOW_TO_GET_ONE = """\
No browser was found (Chromium or Chrome).
  Debian           apt-get install chromium-headless-shell fonts-liberation libatomic1
  Fedora           dnf install chromium
  macOS            brew install --cask chromium
  anywhere else    .venv/bin/python -m playwright install --with-deps chromium
One in an unusual place is found through the environment variable CONCORDANT_BROWSER."""

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first is the same engine without a window to draw around it: a test costs about two thirds."""
MAC_APPS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = [
    "--no-sandbox",  # the sandbox refuses root, as whom CI runs; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]
ARTIFACTS = Path("test-artifacts")
TARGETS = {"target-size": {"enabled": True}}
"""What WCAG 2.2 AA added (2.5.8), and axe leaves off by itself."""


def find_browser() -> str | None:
    """Return the path of a browser: the named one, else the machine's, else Playwright's own."""
    if named := os.environ.get("CONCORDANT_BROWSER"):
        return shutil.which(named)
    candidates = [shutil.which(name) for name in NAMES] + [f"/Applications/{app}" for app in MAC_APPS]
    if found := next((path for path in candidates if path and Path(path).exists()), None):
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker; each test gets a page of its own from `page`."""
    path = find_browser()
    if path is None:
        pytest.fail(HOW_TO_GET_ONE, pytrace=False)
    # Playwright keeps an event loop on this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a fresh profile. A request to another machine, or a script that fails, fails the test."""
    context = browser.new_context(locale="en-CA", timezone_id="America/Vancouver", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    asked_outside: list[str] = []
    errors: list[str] = []

    def note(asked: Request) -> None:
        address = urlsplit(asked.url)
        if address.scheme in ("http", "https", "ws", "wss") and not is_this_machine(address.hostname):
            asked_outside.append(asked.url)

    context.on("request", note)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    yield page
    if request.node.stash.get(FAILED, False):
        name = re.sub(r"[^\w.-]+", "-", request.node.nodeid)
        page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)
    context.close()
    assert not asked_outside, f"The page asked other machines for {asked_outside}"
    assert not errors, f"Scripts on the page failed: {errors}"


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failed test, so that `page` leaves a picture of what the browser showed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


def assert_no_axe_violations(page: Page, context: str | None = None, *, targets: bool = False) -> None:
    """Check what is on the page now, or the part that a CSS selector names, against axe's rules.

    ``targets``: also that everything to press is large enough for a thumb, or stands alone.
    """
    page.wait_for_load_state()
    options = {"resultTypes": ["violations"], "rules": TARGETS if targets else {}}
    violations = Axe().run(page, context=context, options=options).response["violations"]
    lines = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n" + "\n".join(f"    {n['html']}" for n in rule["nodes"])
        for rule in violations
    ]
    assert not lines, f"{page.url} is not accessible:\n" + "\n".join(lines)


if __name__ == "__main__":
    # Starting it is the only way to know: its driver, too, needs libraries that a bare machine may lack.
    found = find_browser()
    if found is None:
        sys.exit(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        print(f"Browser: {found} {playwright.chromium.launch(executable_path=found, args=FLAGS).version}")
