"""The one place where the web application reads the clock.

Signing stamps the moment of signing. Made-up people need a past, and tests need a known moment: both say so
with `set_to`, so that no action has to offer its callers a way to backdate.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The present moment, with its zone."""
    return _set.get() or timezone.now()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Let it be `moment` inside the block."""
    if timezone.is_naive(moment):
        raise ValueError(f"A moment needs its zone: {moment!r}")
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
