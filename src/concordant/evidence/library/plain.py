"""A pooled difference said plainly, with absolute numbers, for the person it is about."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol, SupportsFloat

from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.refused import Refused
from concordant.language import figure, said

FEW = 5
"""Below this many trials the sentence says that few stand behind it (the k at which a pool itself warns)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """How a difference of an outcome is said."""

    one: str
    many: str
    per: str
    """``a week``, ``on a scale of 0 to 10``; empty where there is nothing to add."""
    fewer: str
    more: str
    is_scale: bool = False
    """Points of a scale, that say nothing without the outcome; a headache or a day says it itself."""
    most: float = math.inf
    """No two groups can differ by more: four weeks have 28 days."""


UNITS = {
    "episodes per week": Unit("headache", "headaches", "a week", "fewer", "more"),
    "days per week": Unit("headache day", "headache days", "a week", "fewer", "more", most=7),
    "days with CGH per 4 weeks": Unit("headache day", "headache days", "in four weeks", "fewer", "more", most=28),
    "days per month": Unit("headache day", "headache days", "a month", "fewer", "more", most=31),
    "0-10": Unit("point", "points", "on a scale of 0 to 10", "lower", "higher", is_scale=True, most=10),
    "0-100": Unit("point", "points", "on a scale of 0 to 100", "lower", "higher", is_scale=True, most=100),
}
"""By the scale of the row. A standardised difference has no unit a person could use, and no sentence."""


class Pool(Protocol):
    """What the sentence needs of a pool."""

    @property
    def k(self) -> int: ...
    @property
    def estimate(self) -> SupportsFloat: ...
    @property
    def ci_low(self) -> SupportsFloat: ...
    @property
    def ci_high(self) -> SupportsFloat: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference with its uncertainty, in one unit; lower is better."""

    estimate: float
    ci_low: float
    ci_high: float
    unit: Unit
    against: str
    """What it was compared with: ``sham treatment``."""
    outcome: str = ""
    """What the points of a scale are of: ``headache intensity``."""
    k: int | None = None
    prediction: tuple[float, float] | None = None
    """Interval of the true effect in a new trial; None where none can be had."""
    when: str = ""

    def __post_init__(self) -> None:
        if self.unit.is_scale and not self.outcome:
            raise Refused("points of a scale need their outcome", column="outcome", value=self.outcome)
        if not (math.isfinite(self.ci_low) and math.isfinite(self.ci_high)):
            raise Refused("has no interval to say", column="ci_low", value=(self.ci_low, self.ci_high))
        if not self.ci_low <= self.estimate <= self.ci_high:
            raise Refused(
                "the interval does not contain its estimate", column="ci_low", value=(self.ci_low, self.ci_high)
            )


def of_row(row: PooledRow) -> Difference:
    """A published figure. Raises Refused where no number was seen, or its unit cannot be said to a person."""
    if row.estimate is None or row.ci_low is None or row.ci_high is None:
        raise Refused("no figure was seen", row=row.row, column="estimate", value=row.id)
    if row.scale not in UNITS:
        raise Refused("has no plain words", row=row.row, column="scale", value=row.scale, allowed=", ".join(UNITS))
    against = row.comparison.partition(" v ")[2]
    return Difference(
        row.estimate,
        row.ci_low,
        row.ci_high,
        UNITS[row.scale],
        {"sham": "sham treatment"}.get(against, against),
        row.outcome,
        row.k,
        when=row.time,
    )


def of_pool(
    pool: Pool,
    scale: str,
    against: str,
    *,
    outcome: str = "",
    prediction: tuple[float, float] | None = None,
    when: str = "",
) -> Difference:
    """A pool computed here. Raises Refused for a scale without plain words and for a pool without an interval."""
    if scale not in UNITS:
        raise Refused("has no plain words", column="scale", value=scale, allowed=", ".join(UNITS))
    usable = prediction if prediction is not None and all(math.isfinite(each) for each in prediction) else None
    return Difference(
        float(pool.estimate),
        float(pool.ci_low),
        float(pool.ci_high),
        UNITS[scale],
        against,
        outcome,
        int(pool.k),
        usable,
        when,
    )


def plain(it: Difference) -> str:
    """Two to four short sentences: the average, how sure it is, what may differ, how few trials there are.

    The interval is of the average, never of a person: a person's own change is never read off it. In the language of
    the moment; each sentence is translated whole, with its unit.
    """
    told = [_average(it), _how_sure(it), _from_place_to_place(it)]
    if it.k == 1:
        told.append(said(ONE_TRIAL))
    elif it.k is None:
        told.append(said(TRIALS_NOT_KNOWN))
    elif it.k < FEW:
        told.append(said(FEW_TRIALS, k=it.k))
    return " ".join(told)


NO_DIFFERENCE = "On average there was no difference from {against}{when}."
BETWEEN = "The true average is likely to lie between {low} and {high}."
BETWEEN_OR_NONE = (
    "The true average is likely to lie between {low} and {high}, so that no difference at all is possible too."
)
NO_SIZE = "How large the true average is cannot be said from these trials."
NO_SIZE_OR_NONE = (
    "How large the true average is cannot be said from these trials, so that no difference at all is possible too."
)
NOT_BY_PERSON = "How much it differs from person to person is not known."
NOT_ELSEWHERE = (
    "What the average would be in another clinic's patients, and how much it differs from person to person, is not "
    "known."
)
ELSEWHERE = (
    "In another clinic's patients the average may be anywhere between {low} and {high}; how much it differs from "
    "person to person is not known."
)
ONE_TRIAL = "This comes from one trial only and is uncertain."
TRIALS_NOT_KNOWN = "How many trials stand behind it is not known."
FEW_TRIALS = "Only {k} trials stand behind it, so that it is uncertain."
NO_LIMIT = "no difference"
SIZES = {0.5: "half a", 1.0: "one", 1.5: "one and a half", 2.0: "two", 2.5: "two and a half", 3.0: "three"}
TINY = "less than 0.1"
WHEN = {"short term": " in the short term", "12 months": " a year later"}
OTHER_TIME = " ({time})"
_OF_ONE = (SIZES[0.5], SIZES[1.0])


def sentences() -> Iterator[str]:
    """Every sentence that :func:`plain` can say, and what may fill it, as they are translated."""
    for unit in UNITS.values():
        for way in (unit.fewer, unit.more):
            yield from (_sentence(unit, what, way) for what in (unit.one, unit.many))
            yield _limited(way)
    yield from (NO_DIFFERENCE, BETWEEN, BETWEEN_OR_NONE, NO_SIZE, NO_SIZE_OR_NONE, NO_LIMIT)
    yield from (NOT_BY_PERSON, NOT_ELSEWHERE, ELSEWHERE, ONE_TRIAL, TRIALS_NOT_KNOWN, FEW_TRIALS)
    yield from (*SIZES.values(), TINY, *WHEN.values(), OTHER_TIME)


def _limited(way: str) -> str:
    return f"{{size}} {way}"


def _sentence(unit: Unit, what: str, way: str) -> str:
    per = f" {unit.per}" if unit.per else ""
    if unit.is_scale:
        return f"On average {{outcome}} was about {{size}} {what} {way}{per} than with {{against}}{{when}}."
    return f"About {{size}} {what}{per} {way} than with {{against}}, on average{{when}}."


def _average(it: Difference) -> str:
    against, when = said(it.against), _when(it)
    if it.estimate == 0:
        return said(NO_DIFFERENCE, against=against, when=when)
    size = _about(abs(it.estimate))
    way = it.unit.fewer if it.estimate < 0 else it.unit.more
    what = it.unit.one if size in _OF_ONE else it.unit.many
    size = said(size) if size in (*SIZES.values(), TINY) else figure(size)
    sentence = _sentence(it.unit, what, way)
    return said(sentence, outcome=said(it.outcome), size=size, against=against, when=when)


def _how_sure(it: Difference) -> str:
    none_too = it.ci_low <= 0 <= it.ci_high
    if max(-it.ci_low, it.ci_high) > it.unit.most:
        return said(NO_SIZE_OR_NONE if none_too else NO_SIZE)
    low, high = _limit(it.ci_low, it.unit), _limit(it.ci_high, it.unit)
    return said(BETWEEN_OR_NONE if none_too else BETWEEN, low=low, high=high)


def _from_place_to_place(it: Difference) -> str:
    if it.prediction is None:
        return said(NOT_BY_PERSON)
    low, high = it.prediction
    if max(-low, high) > it.unit.most:
        return said(NOT_ELSEWHERE)
    return said(ELSEWHERE, low=_limit(low, it.unit), high=_limit(high, it.unit))


def _limit(value: float, unit: Unit) -> str:
    """With its own direction; of two the better one stands first."""
    if abs(value) < 0.05:
        return said(NO_LIMIT)
    return said(_limited(unit.fewer if value < 0 else unit.more), size=figure(_tenths(abs(value))))


def _about(size: float) -> str:
    """In words within a tenth of a half or whole up to 3, else with one decimal."""
    near = next((word for at, word in SIZES.items() if abs(size - at) <= 0.1), "")
    return near or (_tenths(size) if size >= 0.05 else TINY)


def _tenths(size: float) -> str:
    """One decimal, halves away from zero as people round: 1.55 is 1.6."""
    return f"{Decimal(repr(size)).quantize(Decimal('0.1'), ROUND_HALF_UP)}".removesuffix(".0")


def _when(it: Difference) -> str:
    if it.when in WHEN:
        return said(WHEN[it.when])
    return said(OTHER_TIME, time=said(it.when)) if it.when else ""
