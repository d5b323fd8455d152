"""Lying on the back, and on hands and knees."""

from __future__ import annotations

from dataclasses import replace

from concordant.teaching.drawing.figure import Side
from concordant.teaching.drawing.marks import arrow, curved_arrow, floor, held, then
from concordant.teaching.drawing.path import Point, line
from concordant.teaching.drawing.shape import Mark, Piece, before

FLOOR = 140.0
_WHOLE = Side(
    190,
    Point(95, FLOOR - 13),
    trunk=180,
    neck=176,
    gaze=90,
    near_arm=(-4, 0),
    near_leg=(52, -58, 0),
    far_leg=(46, -64, 0),
)
_NEAR = Side(420, Point(428, FLOOR - 26), trunk=180, neck=176, gaze=91, near_arm=(-4, 0))


def _towel(of: Side) -> Mark:
    """Folded under the head."""
    back = of.on_head(-0.47, 0.02)
    return held(line(Point(back.x - 12, FLOOR - 5), Point(back.x + 14, FLOOR - 5)), 8)


def chin_nod() -> tuple[Piece, ...]:
    """The whole body on the left; on the right the head rolls a little, as in a slow yes."""
    # The head rolls on the towel and is not lifted, so that the back of it stays where it was.
    nod = replace(_NEAR, gaze=74, neck=173)
    return (
        floor(8, 186, FLOOR), _towel(_WHOLE), *_WHOLE.shapes(), then(),
        floor(222, 396, FLOOR), _towel(_NEAR), *before(_NEAR.head_shapes()), *nod.shapes(),
        curved_arrow(_NEAR.skull, 62, 130, 78),
    )  # fmt: skip


def head_lift() -> tuple[Piece, ...]:
    """The chin tucked, the head comes just off the towel."""
    lifted = replace(_NEAR, neck=152, gaze=58)
    return (
        floor(8, 186, FLOOR), _towel(_WHOLE), *replace(_WHOLE, gaze=82).shapes(), then(),
        floor(222, 396, FLOOR), _towel(_NEAR), *before(_NEAR.head_shapes()), *lifted.shapes(),
        arrow(Point(226, FLOOR - 22), Point(226, FLOOR - 76)),
    )  # fmt: skip


def head_curl_on_hands_and_knees() -> tuple[Piece, ...]:
    """On hands and knees the head hangs, then comes up level with the chin in."""

    def body(x: float, neck: float, gaze: float) -> Side:
        return Side(
            215, Point(x, 156 - 59), 13, neck, gaze, near_arm=(-90, -90), near_leg=(-90, 180, 180)
        )  # fmt: skip

    down, up = body(74, -34, -112), body(274, 10, -78)
    return (
        floor(4, 190, 156), *down.shapes(), then(),
        floor(204, 392, 156), *before(replace(down, hip=up.hip).head_shapes()), *up.shapes(),
        curved_arrow(up.top, 52, -48, 8),
    )  # fmt: skip
