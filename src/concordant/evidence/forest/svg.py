"""The plot as SVG: readable in print, with a title and a description for whoever hears it."""

from __future__ import annotations

from functools import cache, lru_cache

from concordant.evidence.forest.chart import data, height, parameters, template
from concordant.evidence.forest.plot import Forest
from concordant.evidence.forest.words import description
from concordant.picture import compiled, drawn, stand_alone
from concordant.picture.svg import Vega


def svg(plot: Forest, *, name: str, title: str) -> str:
    """Draw one plot. ``name`` makes its ids the only ones of their kind on a page.

    Raises ValueError for a name that cannot be part of an id.
    """
    told = description(plot)
    return stand_alone(_drawn(plot, told), name=name, title=title, description=told)


@lru_cache(maxsize=64)
def _drawn(plot: Forest, _told: str) -> str:
    """The picture alone; the same plot is looked at many times and drawn once, in each language by its words."""
    return drawn(_compiled(ratio=plot.ratio), data=data(plot), parameters=parameters(plot), height=height(plot))


@cache
def _compiled(*, ratio: bool) -> Vega:
    return compiled(template(ratio=ratio))
