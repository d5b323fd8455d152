"""Work that the answer of a page must not wait for."""

import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

_log = logging.getLogger(__name__)
_workers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="clinic-mail")
_PAUSE_SECONDS = 2.0
"""Up to so long after the answer it begins: how busy the machine is right then tells nobody what it has to do."""


def later(work: Callable[[], object]) -> None:
    """Soon, in another thread. What is lost when the process ends, somebody asks for again."""
    _workers.submit(_done, work)


def _done(work: Callable[[], object]) -> None:
    time.sleep(secrets.SystemRandom().uniform(0, _PAUSE_SECONDS))
    try:
        work()
    except Exception:  # noqa: BLE001  there is no caller that could hear of it; the log is told
        # Nobody waits for the answer. The address is not named: whoever reads this log is no reader of charts.
        _log.exception("Work in the background failed")
    finally:
        connections.close_all()
