"""A small chart of one measure over all visits, as SVG that stands alone: no script, no sheet, no fonts of its own.

Written directly: a page draws one for each measure, and a chart grammar costs many times more for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from xml.sax.saxutils import escape

from concordant.facts.units import UNITS
from concordant.facts.values import plain
from concordant.language import figure, said
from concordant.progress.every_visit import EveryVisit, Taken
from concordant.progress.expected_course.palette import LIMIT, OWN, TEXT


@dataclass(frozen=True, slots=True)
class Frame:
    """A size, in pixels of the screen; the picture scales."""

    width: int
    height: int
    left: int
    top: int
    """Room at the sides, and above and below."""
    numbers: bool
    """The first and the latest value are written beside their marks, and the cut-off is drawn."""
    most: int
    """The first values and the newest; a picture of this width shows no more."""


CHART = Frame(200, 84, 10, 18, numbers=True, most=40)
LINE = Frame(120, 36, 5, 5, numbers=False, most=24)
"""In a table that has the numbers beside it."""

_NAME = re.compile(r"[a-z][a-z0-9-]*")
TITLE = "{name}, {first} to {last}"
SHADED = "Shaded, between {low} and {high}: may be measurement error"
DASHED = "Dashed line: cut-off {cut_off}"
BY_MISSING_DAYS = " ({low} to {high} by missing days)"


def small_chart(found: EveryVisit, *, name: str, frame: Frame = CHART, words: tuple[str, str] | None = None) -> str:
    """The picture; empty where fewer than two values are known.

    ``name`` makes its ids the only ones of their kind on a page; ``words`` are its title and description where those
    for clinicians are not meant. Raises ValueError for a name that cannot be part of an id.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be part of an id: letters a to z, digits and hyphens, a letter first")
    if len(found.taken) < 2:
        return ""
    called, told = words or (title(found), description(found, frame))
    width, height = frame.width, frame.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(called)}</title>'
        f'<desc id="{name}-desc">{escape(told)}</desc>{"".join(_parts(_fitted(found, frame), frame))}</svg>'
    )


def _fitted(found: EveryVisit, frame: Frame) -> EveryVisit:
    """What of it is drawn."""
    kept = (found.taken[0], *found.taken[1:][-(frame.most - 1) :])
    return replace(found, taken=kept, cut_off=found.cut_off if frame.numbers else None)


def title(found: EveryVisit) -> str:
    """What the chart is, in one line."""
    row = found.row
    name = " ".join(part for part in (row.name, row.segment, row.side) if part)
    if not found.taken:
        return name
    return said(TITLE, name=name, first=_day(found.taken[0].on), last=_day(found.taken[-1].on))


def description(found: EveryVisit, frame: Frame = CHART) -> str:
    """Every number that the picture shows, in words."""
    return " ".join([values(found), *(f"{one}." for one in _limits(found, frame))])


def values(found: EveryVisit) -> str:
    """The values alone, in words."""
    return ". ".join(f"{_day(one.on)}: {_shown(found, one.value)}{_bounds(found, one)}" for one in found.taken) + "."


def _limits(found: EveryVisit, frame: Frame) -> Iterator[str]:
    base = found.row.baseline
    if found.error is not None and base is not None:
        low, high = _shown(found, base - found.error), _shown(found, base + found.error)
        yield said(SHADED, low=low, high=high)
    if found.cut_off is not None and frame.numbers:
        yield said(DASHED, cut_off=_shown(found, found.cut_off))


def _bounds(found: EveryVisit, one: Taken) -> str:
    if one.low == one.high:
        return ""
    return said(BY_MISSING_DAYS, low=_shown(found, one.low), high=_shown(found, one.high))


def _shown(found: EveryVisit, value: float) -> str:
    if found.is_sign:
        return said("yes" if value else "no")
    return f"{figure(plain(round(value, 1)))}{said(UNITS[found.row.unit].after)}"


def _day(day: date) -> str:
    return said(f"{{day}} {day:%b} {{year}}", day=day.day, year=day.year)


def _parts(found: EveryVisit, frame: Frame) -> Iterator[str]:
    place, width = _Places(found, frame), frame.width
    base = found.row.baseline
    if found.error is not None and base is not None:
        top, bottom = place.down(base + found.error), place.down(base - found.error)
        yield (
            f'<rect x="0" y="{top:g}" width="{width}" height="{round(bottom - top, 1):g}" fill="{LIMIT}" '
            f'fill-opacity="0.18"/><path d="M0,{top:g}H{width}M0,{bottom:g}H{width}" fill="none" stroke="{LIMIT}"/>'
        )
    if found.cut_off is not None:
        yield (
            f'<path d="M0,{place.down(found.cut_off):g}H{width}" fill="none" stroke="{TEXT}" stroke-dasharray="5 3"/>'
        )
    points = [(place.across(one.on), place.down(one.value)) for one in found.taken]
    for (x, _y), one in zip(points, found.taken, strict=True):
        if one.low < one.high:
            yield (
                f'<path d="M{x:g},{place.down(one.low):g}V{place.down(one.high):g}" stroke="{OWN}" '
                f'stroke-width="1.5" stroke-dasharray="2 2"/>'
            )
    line = " ".join(f"{x:g},{y:g}" for x, y in points)
    yield f'<polyline points="{line}" fill="none" stroke="{OWN}" stroke-width="1.5"/>'
    yield from _marks(found, points, frame)


def _marks(found: EveryVisit, points: list[tuple[float, float]], frame: Frame) -> Iterator[str]:
    """The baseline as a square, every other value as a circle; the two that are compared with their numbers."""
    compared = {found.row.baseline_on, found.row.latest_on}
    ends = [y for (_x, y), one in zip(points, found.taken, strict=True) if one.on in compared]
    for (x, y), one in zip(points, found.taken, strict=True):
        if one.on == found.row.baseline_on:
            yield f'<rect x="{x - 3.5:g}" y="{y - 3.5:g}" width="7" height="7" fill="{OWN}"/>'
        else:
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{4 if one.on == found.row.latest_on else 2.5:g}" fill="{OWN}"/>'
        if one.on in compared and frame.numbers:
            # The higher of the two carries its number above, the lower one below: the line runs between them.
            text_y = y - 7 if y == min(ends) else y + 14
            at, anchor = (x - 4, "start") if x < frame.width / 2 else (x + 4, "end")
            yield (
                f'<text x="{at:g}" y="{round(text_y, 1):g}" text-anchor="{anchor}" '
                f'font-family="system-ui, sans-serif" font-size="11" fill="{TEXT}">'
                f"{escape(_shown(found, one.value))}</text>"
            )


class _Places:
    """Where a day and a value lie in the picture: days to the right, more upwards."""

    def __init__(self, found: EveryVisit, frame: Frame) -> None:
        self._frame = frame
        self._first = found.taken[0].on
        self._days = (found.taken[-1].on - self._first).days
        self._low, self._high = min(_heights(found)), max(_heights(found))

    def across(self, day: date) -> float:
        room = self._frame.width - 2 * self._frame.left
        return round(self._frame.left + room * (day - self._first).days / self._days, 1)

    def down(self, value: float) -> float:
        span, frame = self._high - self._low, self._frame
        share = (value - self._low) / span if span > 0 else 0.5
        return round(frame.height - frame.top - (frame.height - 2 * frame.top) * share, 1)


def _heights(found: EveryVisit) -> Iterable[float]:
    yield from (height for one in found.taken for height in (one.low, one.high))
    base = found.row.baseline
    if found.error is not None and base is not None:
        yield from (base - found.error, base + found.error)
    if found.cut_off is not None:
        yield found.cut_off
    if found.row.days is not None:
        # Days are counted from none: cut off below, a small fall would look like a large one.
        yield 0
