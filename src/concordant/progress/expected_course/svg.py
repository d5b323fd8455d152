"""A chart as SVG that stands alone: no script, no reference to anything outside, with a title and a description."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape

from concordant.progress.expected_course.chart import axis, datasets, template
from concordant.progress.expected_course.chart_data import ChartData

_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")')
"""Roles of the parts of the picture, which have no names: the whole picture has one role and one name."""
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def svg(data: ChartData, *, name: str, title: str, description: str) -> str:
    """Draw the chart of one person. ``name`` makes its ids the only ones of their kind on a page.

    Nothing is fetched: every address is refused. Raises ValueError for a name that cannot be part of an id.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be part of an id: letters a to z, digits and hyphens, a letter first")
    opening, rest = _drawn(data).split(">", 1)
    return (
        f'{opening} role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>{rest}'
    )


@lru_cache(maxsize=64)
def _drawn(data: ChartData) -> str:
    """The picture alone; the same numbers are looked at many times and drawn once. Some 15 kB each."""
    import vl_convert

    drawn: str = vl_convert.vega_to_svg(_filled(data), allowed_base_urls=[])
    return _ROLES.sub("", drawn)


def _filled(data: ChartData) -> dict[str, Any]:
    compiled, numbers, places = _compiled(), datasets(data), axis(data)
    tables = [{**one, "values": numbers[one["name"]]} if one["name"] in numbers else one for one in compiled["data"]]
    signals = [{**one, "value": places[one["name"]]} if one["name"] in places else one for one in compiled["signals"]]
    return {**compiled, "data": tables, "signals": signals}


@cache
def _compiled() -> dict[str, Any]:
    """The template in Vega, which has no more to be checked: once, as it takes longer than to draw."""
    import vl_convert

    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(template().to_dict())
    return compiled
