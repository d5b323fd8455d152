"""What a questionnaire is: versions with items, bands, change thresholds, when to use it, and who owns the words.

No item text stands here but where the owner allows it (outcomes 2.5): the clinic uses its own licensed form and enters
numbers. Item numbers and totals are facts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from concordant.facts import Fact
from concordant.measures.questionnaires.items import Item
from concordant.measures.questionnaires.licence import Licence


class Better(Enum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    DEPENDS = "depends"
    """On the trait that the form asks about."""
    NEITHER = "neither"


Points = Sequence["float | None"]


def total_of(points: Points) -> float:
    """The sum; a blank item counts as the mean of the answered ones."""
    answered = [each for each in points if each is not None]
    if len(answered) == len(points):
        return sum(answered)
    return len(points) * sum(answered) / len(answered)


def mean_of(points: Points) -> float:
    """The mean of what was rated, to two decimals."""
    answered = [each for each in points if each is not None]
    return round(sum(answered) / len(answered), 2)


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of totals, from its lowest total up to the next band."""

    low: float
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One form of a questionnaire, with the time that it asks about."""

    key: str
    recall: str
    items: tuple[Item, ...] = ()
    """Empty: only the total is entered."""
    fewest_answered: int = 0
    """With fewer answers there is no total. The missing-item rule of outcomes 2.1."""
    shortest: int = 0
    """How many items an answer has at least; 0: all of them. Where the person names them, or the last are optional."""
    not_added: int = 0
    """So many items at the end are kept and not added to the total."""
    scoring: Callable[[Points], float] | None = total_of
    """None: the answers alone give no total."""
    low: float | None = None
    high: float | None = None
    step: float = 1
    """The least distance of two totals of complete forms."""
    bands: tuple[Band, ...] = ()
    """Where they hold for this version only."""

    def __post_init__(self) -> None:
        if self.items and not 0 < self.fewest_answered <= len(self.added):
            raise ValueError(f"version {self.key!r}: fewest_answered is {self.fewest_answered} of {len(self.added)}")

    @property
    def added(self) -> tuple[Item, ...]:
        """The items that make the total."""
        return self.items[: len(self.items) - self.not_added]

    @property
    def lengths(self) -> range:
        """How many items an answer may have."""
        return range(self.shortest or len(self.items), len(self.items) + 1)


@dataclass(frozen=True, slots=True)
class Subscale:
    """A part with a total of its own; only where each of its items is answered."""

    key: str
    items: tuple[int, ...]
    """Numbers on the form, from 1."""
    fact: Fact[Any] | None = None
    """The fact that it gives, where there is one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number from a paper, or worked out of two."""

    value: float
    unit: str
    population: str
    how: str
    source: str
    """First author and year."""
    doi: str
    known: str
    """``read`` where the paper or its abstract was seen; ``recalled``; ``derived`` from numbers that were read."""

    @property
    def row(self) -> str:
        """A name that finds this number again, also years later."""
        return f"{self.source}; {self.how}; {self.population}"


@dataclass(frozen=True, slots=True)
class Threshold:
    """How much one person has to change: beyond the error, and by an amount that matters (outcomes 2.3)."""

    mdc: Evidence | None
    """The largest change that measurement error explains."""
    mcid: Evidence | None
    """The least change that people call important."""
    step: float = 1
    """The limit is rounded up to this."""
    percent: Evidence | None = None
    """Must be reached as well, in percent of the first total."""
    of_a_change: bool = True
    """False: the total itself is the change, as of a rating of change."""
    note: str = ""
    low_confidence: bool = False

    @property
    def points(self) -> float:
        """The limit: the larger of the two, rounded up to the step of the scale."""
        largest = max(each.value for each in (self.mdc, self.mcid) if each is not None)
        steps = math.ceil(round(largest / self.step, 6))
        return round(steps * self.step, 6)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One measure; what two scores must have in common to be compared is declared with it."""

    fact: Fact[Any]
    name: str
    versions: tuple[Version, ...]
    better: Better
    licence: Licence
    when: str
    """When to use it (outcomes 2.4)."""
    source: str
    anchor: str = ""
    """What is rated: the worst, the average; where ratings of the same thing differ by it."""
    bands: tuple[Band, ...] = ()
    change: Threshold | None = None
    subscales: tuple[Subscale, ...] = ()
    percent_of: float | None = None
    """The total that is 100 %, where a percentage is published."""
    shortest_gap_days: int = 0
    """Two scores that are closer ask partly about the same days."""
    has_total: bool = True
    """False: read item by item."""
    any_version: bool = False
    """The version is a name that the clinic writes down (domain and form)."""

    @property
    def id(self) -> str:
        """The name in a case file: that of the fact without ``_score``."""
        return self.fact.name.removesuffix("_score")

    @property
    def rates_a_change(self) -> bool:
        """The answer is itself of a change: two of them are no course."""
        return self.change is not None and not self.change.of_a_change

    @property
    def takes_items(self) -> bool:
        """Whether the answers may be entered, not only what they came to."""
        return any(version.items for version in self.versions)

    @property
    def longest(self) -> int:
        """The most items of any version."""
        return max(len(version.items) for version in self.versions)

    def version(self, key: str) -> Version | None:
        """The version of this name."""
        return next((one for one in self.versions if one.key == key), None)

    def band(self, total: float, version: str = "") -> Band | None:
        """The band of a total; a total between two whole numbers belongs to the lower."""
        chosen = self.version(version)
        bands = self.bands or (chosen.bands if chosen else ())
        return next((band for band in reversed(bands) if total >= band.low), None)

    def percent(self, total: float) -> float | None:
        """The total in percent, where a percentage is published for this measure."""
        return None if self.percent_of is None else 100 * total / self.percent_of
