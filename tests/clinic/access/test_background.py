"""Work behind a page: it is done, elsewhere, and a failure tells nobody's address."""

import logging
import threading

import pytest

from clinic.access import background


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here it is the thread that counts."""
    monkeypatch.setattr(background, "_PAUSE_SECONDS", 0.0)


def test_it_is_done_in_another_thread() -> None:
    done = threading.Event()
    seen: list[int] = []

    def work() -> None:
        seen.append(threading.get_ident())
        done.set()

    background.later(work)
    assert done.wait(5)
    assert seen != [threading.get_ident()]


def test_a_failure_is_logged_without_the_address(caplog: pytest.LogCaptureFixture) -> None:
    def work(email: str) -> None:
        raise ConnectionRefusedError("no server")

    with caplog.at_level(logging.ERROR):
        background._done(lambda: work("ana@example.org"))
    assert "Work in the background failed" in caplog.text
    assert "ana@" not in caplog.records[0].getMessage()
