"""A value of the file with the way to it. What does not fit is noted, and a value that fits is handed on in its place.

Nothing is built from a file with a problem, so a value in place of a broken one is never used for more than to go on
reading and find the other problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from concordant.booking.problem import Span
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.reading.document import Table
from concordant.record.problems import Problem, shown

Word = TypeVar("Word", bound=StrEnum)

LONGEST_ID = 200
FIRST_YEAR, LAST_YEAR = 1900, 2200
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_KEY = re.compile(r"\w+")
NO_DAY = date(FIRST_YEAR, 1, 1)
_MISSING = object()


class Node:
    """One value, its place, and the list into which problems of the file go."""

    __slots__ = ("_above", "_key", "problems", "value")

    def __init__(self, value: Any, problems: list[Problem], above: Node | None = None, key: str | int = "") -> None:
        self.value, self.problems, self._above, self._key = value, problems, above, key

    @property
    def path(self) -> str:
        """As people[3].visits[2].latest; lists count from 0."""
        if self._above is None:
            return ""
        if isinstance(self._key, int):
            return f"{self._above.path}[{self._key}]"
        key = self._key if _KEY.fullmatch(self._key) else shown(self._key)
        return f"{self._above.path}.{key}".lstrip(".")

    def refuse(self, allowed: str) -> None:
        """Note that the value does not fit; that it is missing was noted before."""
        if self.value is not _MISSING:
            self.problems.append(Problem(self.path, f"{shown(self.value)}; allowed: {allowed}"))

    def say(self, message: str) -> None:
        """Note something about the value."""
        self.problems.append(Problem(self.path, message))

    def below(self, key: str | int) -> Node:
        """The value under a key or a place."""
        if isinstance(key, int):
            return Node(self.value[key], self.problems, self, key)
        value = self.value.get(key, _MISSING) if isinstance(self.value, dict) else _MISSING
        return Node(value, self.problems, self, key)

    def table(self, needed: frozenset[str], further: frozenset[str] = frozenset()) -> Node:
        """Itself: a table with these keys; keys that are missing, unknown or there twice are noted."""
        if not isinstance(self.value, dict):
            self.refuse("a table with the keys " + ", ".join(sorted(needed)))
            return self
        for key in sorted(needed - self.value.keys()):
            self.below(key).say("is missing")
        for key in sorted(self.value.keys() - needed - further):
            self.below(key).say("this key is not known; allowed: " + ", ".join(sorted(needed | further)))
        self._twice()
        return self

    def _twice(self) -> None:
        for key in self.value.twice if isinstance(self.value, Table) else ():
            self.below(key).say("this key stands twice")

    def rows(self) -> Iterator[Node]:
        """The items of a list."""
        if not isinstance(self.value, list):
            self.refuse("a list")
            return
        for place in range(len(self.value)):
            yield self.below(place)

    def items(self) -> Iterator[tuple[Node, Node]]:
        """Keys and values of a table whose keys are free; the key as a node in the place of its value."""
        if not isinstance(self.value, dict):
            self.refuse("a table")
            return
        self._twice()
        for key in self.value:
            yield Node(key, self.problems, self, key), self.below(key)

    def columns(self, *names: str) -> list[Node] | None:
        """The items of a list of fixed length."""
        if not isinstance(self.value, list) or len(self.value) != len(names):
            self.refuse(f"[{', '.join(names)}]")
            return None
        return [self.below(place) for place in range(len(names))]

    def text(self, *, empty: bool = False) -> str:
        """Some text; characters that cannot be written in UTF-8 are refused."""
        value = self.value
        if not isinstance(value, str) or len(value) > LONGEST_ID or not (value or empty) or not _is_text(value):
            self.refuse(f"text of {0 if empty else 1} to {LONGEST_ID} characters")
            return ""
        return value

    def whole(self, low: int, high: int) -> int:
        """A whole number between two, both included."""
        value = self.value
        if type(value) is not int or not low <= value <= high:
            self.refuse(f"a whole number from {low} to {high}")
            return low
        return value

    def flag(self) -> bool:
        """Yes or no."""
        if not isinstance(self.value, bool):
            self.refuse("true or false")
            return False
        return self.value

    def word(self, words: type[Word]) -> Word:
        """One of several words."""
        try:
            return words(self.value)
        except ValueError:
            self.refuse(", ".join(words))
            return next(iter(words))

    def day(self) -> date:
        """A day as 2026-03-02."""
        found = _day(self.value) if isinstance(self.value, str) else None
        if found is None:
            self.refuse(f"a day as 2026-03-02, {FIRST_YEAR} to {LAST_YEAR}")
            return NO_DAY
        return found

    def clock(self, *, end: bool = False) -> int:
        """Minutes after midnight of a time as 08:15; 24:00 only as an end."""
        found = _clock(self.value) if isinstance(self.value, str) else None
        if found is None or (found == MINUTES_A_DAY and not end):
            self.refuse("a time as 08:15" + (", up to 24:00" if end else ", before 24:00"))
            return MINUTES_A_DAY if end else 0
        return found


def span(start: Node, end: Node) -> Span:
    """A stretch of a day that is longer than nothing."""
    found = Span(start.clock(), end.clock(end=True))
    if found.start >= found.end:
        end.refuse(f"a time after {start.value}")
    return found


def _is_text(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in value)


@lru_cache(maxsize=4096)
def _day(written: str) -> date | None:
    if not _DAY.fullmatch(written):
        return None
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


@lru_cache(maxsize=2048)
def _clock(written: str) -> int | None:
    if written == "24:00":
        return MINUTES_A_DAY
    found = _CLOCK.fullmatch(written)
    return int(found[1]) * 60 + int(found[2]) if found else None
