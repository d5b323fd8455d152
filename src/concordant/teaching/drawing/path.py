"""Paths of points that can be moved, turned, mirrored and written as SVG. Lengths in px; y grows downwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import acos, atan2, ceil, cos, degrees, hypot, radians, sin, tan
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the drawing."""

    x: float
    y: float

    def to(self, length: float, angle: float) -> Point:
        """So far away in a direction: 0° is right, 90° is up."""
        return Point(self.x + length * cos(radians(angle)), self.y - length * sin(radians(angle)))

    def towards(self, other: Point) -> float:
        """The direction in which another place lies."""
        return degrees(atan2(self.y - other.y, other.x - self.x))

    def plus(self, right: float, down: float) -> Point:
        """Shifted."""
        return Point(self.x + right, self.y + down)

    def turned(self, angle: float, about: Point) -> Point:
        """Turned anticlockwise."""
        return about.to(hypot(self.x - about.x, self.y - about.y), about.towards(self) + angle)


class Box(NamedTuple):
    """A rectangle around something."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, boxes: Sequence[Box]) -> Box:
        """The smallest that holds all."""
        left, top, right, bottom = zip(*boxes, strict=True)
        return cls(min(left), min(top), max(right), max(bottom))

    def grown(self, by: float) -> Box:
        """Wider by so much on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        """Whether both cover some place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Path:
    """Commands of an SVG path, each with its points, all absolute."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]

    def each(self, change: Callable[[Point], Point]) -> Path:
        """With every point changed."""
        return Path(tuple((command, tuple(map(change, points))) for command, points in self.steps))

    def placed(self, at: Point, size: float, angle: float = 0.0) -> Path:
        """A shape drawn around (0, 0) at size 1, turned about its origin and put in place."""
        return self.each(lambda each: Point(at.x + size * each.x, at.y + size * each.y).turned(angle, at))

    def turned(self, angle: float, about: Point) -> Path:
        """Turned anticlockwise."""
        return self.each(lambda each: each.turned(angle, about))

    def mirrored(self, x: float) -> Path:
        """Left for right about a vertical line."""
        return self.each(lambda each: Point(2 * x - each.x, each.y))

    @property
    def box(self) -> Box:
        """Around all points; a curve lies within those that steer it."""
        points = [each for _, some in self.steps for each in some]
        return Box.around([Box(*each, *each) for each in points])

    @property
    def d(self) -> str:
        """As SVG writes it: to a tenth of a px, and to a whole one where the shape is so large that nobody sees it."""
        box = self.box
        digits = 0 if min(box.right - box.left, box.bottom - box.top) > _LARGE else 1
        return "".join(
            command + " ".join(f"{_short(each.x, digits)} {_short(each.y, digits)}" for each in points)
            for command, points in self.steps
        )


_LARGE = 60.0
"""Px."""


def _short(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:g}"


def line(*points: Point) -> Path:
    """Straight from each to the next."""
    return Path((("M", points[:1]), ("L", points[1:])))


def smooth(start: Point, *curves: tuple[Point, Point, Point], closed: bool = False) -> Path:
    """Bézier curves, each by its two control points and its end."""
    end: tuple[tuple[str, tuple[Point, ...]], ...] = (("Z", ()),) if closed else ()
    return Path((("M", (start,)), *(("C", each) for each in curves), *end))


def polygon(*points: Point) -> Path:
    """Closed."""
    return Path((("M", points[:1]), ("L", points[1:]), ("Z", ())))


def ellipse(centre: Point, rx: float, ry: float) -> Path:
    """Four curves, closed."""
    k = 0.5523  # the control distance with which a Bézier curve comes closest to a quarter of a circle
    x, y = centre
    return smooth(
        Point(x + rx, y),
        (Point(x + rx, y + k * ry), Point(x + k * rx, y + ry), Point(x, y + ry)),
        (Point(x - k * rx, y + ry), Point(x - rx, y + k * ry), Point(x - rx, y)),
        (Point(x - rx, y - k * ry), Point(x - k * rx, y - ry), Point(x, y - ry)),
        (Point(x + k * rx, y - ry), Point(x + rx, y - k * ry), Point(x + rx, y)),
        closed=True,
    )


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """Part of a circle from one direction to another, in curves of at most 45° (off by 1 in 200,000 of the radius)."""
    count = max(1, ceil(abs(end - start) / 45))
    step = (end - start) / count
    out = radius * 4 / 3 * tan(radians(step) / 4)
    curves = []
    for each in range(count):
        first, last = start + each * step, start + (each + 1) * step
        away, back = centre.to(radius, first).to(out, first + 90), centre.to(radius, last).to(out, last - 90)
        curves.append((away, back, centre.to(radius, last)))
    return smooth(centre.to(radius, start), *curves)


def joint(root: Point, end: Point, upper: float, lower: float, *, bend: int) -> Point:
    """Where the elbow or knee is, between root and end; ``bend`` is +1 or -1 for the side it points to.

    Where the end is out of reach, the limb is straight.
    """
    away = hypot(end.x - root.x, end.y - root.y)
    cosine = (upper**2 + away**2 - lower**2) / (2 * upper * away)
    return root.to(upper, root.towards(end) + bend * degrees(acos(max(-1.0, min(1.0, cosine)))))
