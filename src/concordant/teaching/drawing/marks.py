"""Arrows, and the things around the body."""

from __future__ import annotations

from math import degrees, hypot

from concordant.teaching.drawing.path import Path, Point, arc, line, polygon
from concordant.teaching.drawing.shape import HEIGHT, WIDTH, Mark, Shape, Tone

ARROW = 4.5
"""Width of the line of an arrow."""
_POINT_LENGTH, _POINT_WIDTH = 13.0, 14.0


def _point(tip: Point, angle: float) -> Shape:
    foot, side = tip.to(_POINT_LENGTH, angle + 180), _POINT_WIDTH / 2
    return Shape(polygon(tip, foot.to(side, angle + 90), foot.to(side, angle - 90)), tone=Tone.ACCENT)


def arrow(start: Point, tip: Point) -> Mark:
    """Straight."""
    angle = start.towards(tip)
    end = start.to(hypot(tip.x - start.x, tip.y - start.y) - _POINT_LENGTH + 1, angle)
    return Mark((Shape(line(start, end), ARROW, Tone.ACCENT), _point(tip, angle)))


def curved_arrow(centre: Point, radius: float, start: float, end: float) -> Mark:
    """Round a centre, from one direction to another."""
    way = 1 if end > start else -1
    short = end - way * degrees(_POINT_LENGTH / radius)
    # The point lies along the chord of the last piece, so that it does not seem to leave the curve.
    tip = _point(centre.to(radius, end), (short + end) / 2 + way * 90)
    return Mark((Shape(arc(centre, radius, start, short), ARROW, Tone.ACCENT), tip))


def thing(path: Path, width: float = 3.0) -> Shape:
    """Furniture, floor or wall."""
    return Shape(path, width, Tone.THING)


def floor(left: float, right: float, y: float) -> Shape:
    """A level line."""
    return thing(line(Point(left, y), Point(right, y)))


def held(path: Path, width: float = 4.0) -> Mark:
    """A strap, band or beam."""
    return Mark((Shape(path, width, Tone.ACCENT),))


def dot(centre: Point, radius: float) -> Mark:
    """A filled spot in the accent colour."""
    return Mark((Shape(line(centre, centre), 2 * radius, Tone.ACCENT),))


def dashes(start: Point, end: Point, dash: float = 6.0) -> Shape:
    """A line of sight."""
    away, angle = hypot(end.x - start.x, end.y - start.y), start.towards(end)
    count = max(1, round(away / (2 * dash)))
    step = away / count
    pieces = (line(start.to(step * each, angle), start.to(step * (each + 0.5), angle)) for each in range(count))
    return Shape(Path(tuple(one for each in pieces for one in each.steps)), 2.5, Tone.ACCENT)


def then() -> Shape:
    """Between the two positions: first left, then right."""
    x, y = WIDTH / 2, HEIGHT / 2
    return thing(line(Point(x - 5, y - 10), Point(x + 5, y), Point(x - 5, y + 10)))
