"""A course of values as a small line, with the measurement error around the first of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, EDGE = 120, 36, 5
MOST = 24
"""The first value and the newest; a line of this width shows no more."""


@dataclass(frozen=True)
class Sparkline:
    """Points in the units of the drawing."""

    points: tuple[tuple[float, float], ...]
    band_top: float | None = None
    band_height: float = 0

    @property
    def line(self) -> str:
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


def sparkline(course: Sequence[tuple[date, float]], error: float | None) -> Sparkline:
    """Across by date, upwards by value."""
    kept = [course[0], *course[1:][-(MOST - 1) :]]
    first_day, first = kept[0]
    values = [value for _, value in kept]
    around = [first - error, first + error] if error is not None else []
    low, high = min(values + around), max(values + around)
    days = (kept[-1][0] - first_day).days or 1

    def across(day: date) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (day - first_day).days / days, 1)

    def down(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share, 1)

    points = tuple((across(day), down(value)) for day, value in kept)
    if error is None:
        return Sparkline(points)
    return Sparkline(points, down(first + error), round(down(first - error) - down(first + error), 1))
