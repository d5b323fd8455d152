"""A pooled difference said plainly, with absolute numbers, for the person it is about."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol, SupportsFloat

from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.refused import Refused

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

    The interval is of the average, never of a person: a person's own change is never read off it.
    """
    said = [
        _average(it),
        _how_sure(it),
        _from_place_to_place(it),
    ]
    if it.k == 1:
        said.append("This comes from one trial only and is uncertain.")
    elif it.k is None:
        said.append("How many trials stand behind it is not known.")
    elif it.k < FEW:
        said.append(f"Only {it.k} trials stand behind it, so that it is uncertain.")
    return " ".join(said)


def _average(it: Difference) -> str:
    size = _about(abs(it.estimate))
    way = it.unit.fewer if it.estimate < 0 else it.unit.more
    what = it.unit.one if size in ("one", "half a") else it.unit.many
    if it.estimate == 0:
        return f"On average there was no difference from {it.against}{_when(it)}."
    per = f" {it.unit.per}" if it.unit.per else ""
    if it.unit.is_scale:
        return f"On average {it.outcome} was about {size} {what} {way}{per} than with {it.against}{_when(it)}."
    return f"About {size} {what}{per} {way} than with {it.against}, on average{_when(it)}."


def _how_sure(it: Difference) -> str:
    if max(-it.ci_low, it.ci_high) > it.unit.most:
        told = "How large the true average is cannot be said from these trials"
    else:
        told = f"The true average is likely to lie between {_range(it.ci_low, it.ci_high, it.unit)}"
    return told + (", so that no difference at all is possible too." if it.ci_low <= 0 <= it.ci_high else ".")


def _from_place_to_place(it: Difference) -> str:
    if it.prediction is None:
        return "How much it differs from person to person is not known."
    low, high = it.prediction
    if max(-low, high) > it.unit.most:
        return (
            "What the average would be in another clinic's patients, and how much it differs from person to person, is "
            "not known."
        )
    return (
        f"In another clinic's patients the average may be anywhere between {_range(low, high, it.unit)}; how much it "
        "differs from person to person is not known."
    )


def _range(low: float, high: float, unit: Unit) -> str:
    """The better limit first, each with its own direction."""
    return " and ".join(_limit(each, unit) for each in (low, high))


def _limit(value: float, unit: Unit) -> str:
    if abs(value) < 0.05:
        return "no difference"
    return f"{_tenths(abs(value))} {unit.fewer if value < 0 else unit.more}"


_WORDS = {0.5: "half a", 1.0: "one", 1.5: "one and a half", 2.0: "two", 2.5: "two and a half", 3.0: "three"}


def _about(size: float) -> str:
    """In words within a tenth of a half or whole up to 3, else with one decimal."""
    near = next((word for at, word in _WORDS.items() if abs(size - at) <= 0.1), "")
    return near or (_tenths(size) if size >= 0.05 else "less than 0.1")


def _tenths(size: float) -> str:
    """One decimal, halves away from zero as people round: 1.55 is 1.6."""
    return f"{Decimal(repr(size)).quantize(Decimal('0.1'), ROUND_HALF_UP)}".removesuffix(".0")


def _when(it: Difference) -> str:
    return {"short term": " in the short term", "12 months": " a year later"}.get(
        it.when, f" ({it.when})" if it.when else ""
    )
