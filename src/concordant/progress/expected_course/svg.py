"""The chart of one person as SVG."""

from __future__ import annotations

from functools import cache, lru_cache

from concordant.picture import compiled, drawn, stand_alone
from concordant.picture.svg import Vega
from concordant.progress.expected_course.chart import axis, datasets, template
from concordant.progress.expected_course.chart_data import ChartData


def svg(data: ChartData, *, name: str, title: str, description: str) -> str:
    """Draw the chart of one person. ``name`` makes its ids the only ones of their kind on a page.

    Raises ValueError for a name that cannot be part of an id.
    """
    return stand_alone(_drawn(data), name=name, title=title, description=description)


@lru_cache(maxsize=64)
def _drawn(data: ChartData) -> str:
    """The picture alone; the same numbers are looked at many times and drawn once. Some 15 kB each."""
    return drawn(_compiled(), data=datasets(data), parameters=axis(data))


@cache
def _compiled() -> Vega:
    return compiled(template())
