"""Diaries for tests: one sign a day, the last of them on ``last``.

``+`` a headache, ``-`` none, ``.`` no answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]


def days(
    signs: str, last: date, of: Callable[[str], Row | None] = lambda sign: {"headache_today": sign == "+"}
) -> list[Row]:
    """A row for each sign that is an answer."""
    first = last - timedelta(days=len(signs) - 1)
    rows = ((first + timedelta(days=number), sign) for number, sign in enumerate(signs))
    return [{"date": day.isoformat(), **(of(sign) or {})} for day, sign in rows if sign != "."]
