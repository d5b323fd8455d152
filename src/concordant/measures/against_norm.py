"""A value beside what healthy people of the same age and sex reach."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.facts.values import plain
from concordant.measures.groups import NoRow, fitting
from concordant.measures.limits import Norm
from concordant.measures.measure import Measure


@dataclass(frozen=True, slots=True)
class AgainstNorm:
    """How far from the norm; None where that is not known, and the words say why."""

    z: float | None
    """Distance from the mean in standard deviations; negative is below."""
    percent: float | None
    """Of the norm."""
    norm: Norm | None
    words: str


def against_norm(
    measure: Measure,
    value: float | None,
    *,
    side: str | None = None,
    age: float | None = None,
    sex: str | None = None,
) -> AgainstNorm:
    """z-score and percent of the norm for this age (years), sex and side; outside the ages of the norm, unknown."""
    if value is None:
        return _unknown("not measured")
    value = measure.read(value)
    if not measure.norms:
        return _unknown(measure.no_norm)
    rows = fitting(measure.norms, side, age, sex)
    if isinstance(rows, NoRow):
        return _unknown(f"no norm applies: {rows.words}")
    if len({(row.centre, row.sd) for row in rows}) > 1:
        return _unknown("the norm differs by sex or side, and that is not known")
    norm = rows[0]
    percent = 100 * value / norm.centre
    z = (value - norm.centre) / norm.sd if norm.sd else None
    spread = f", SD {plain(norm.sd)}" if norm.sd else ""
    told = f"{plain(round(percent))} % of the {norm.centre_is} of {measure.say(norm.centre)}{spread}"
    z_words = "no spread is published, so no z-score" if z is None else f"z {z:+.1f}"
    return AgainstNorm(z, percent, norm, f"{told}; {z_words}; {norm.population}; {norm.source}")


def _unknown(words: str) -> AgainstNorm:
    return AgainstNorm(None, None, None, words)
