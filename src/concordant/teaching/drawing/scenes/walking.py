"""On the way."""

from __future__ import annotations

from concordant.teaching.drawing.figure import Side
from concordant.teaching.drawing.marks import arrow, floor
from concordant.teaching.drawing.path import Point
from concordant.teaching.drawing.shape import Piece

FLOOR = 190.0


def brisk_walk() -> tuple[Piece, ...]:
    """Two steps of one walk."""
    forward, back = (-64, 22), (-126, -52)
    leading, trailing = (-62, -88, 0), (-110, -132, -50)
    first = Side(178, Point(110, FLOOR - 84), 86, 84, 0, back, forward, leading, trailing)
    second = Side(178, Point(236, FLOOR - 84), 86, 84, 0, forward, back, trailing, leading)
    return (floor(40, 360, FLOOR), *first.shapes(), *second.shapes(), arrow(Point(302, 84), Point(362, 84)))
