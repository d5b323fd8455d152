"""Sitting, from the side."""

from __future__ import annotations

from concordant.teaching.drawing.figure import Front, Side
from concordant.teaching.drawing.marks import arrow, curved_arrow, floor, held, then, thing
from concordant.teaching.drawing.path import Point, line
from concordant.teaching.drawing.scenes.facing import press_sideways
from concordant.teaching.drawing.shape import Piece, Shape, before

FLOOR = 192.0
_SEAT = FLOOR - 55


def _stool(x: float) -> tuple[Shape, ...]:
    y = _SEAT + 14
    return (
        thing(line(Point(x - 24, y), Point(x + 26, y)), 5),
        thing(line(Point(x - 18, y), Point(x - 18, FLOOR))),
        thing(line(Point(x + 20, y), Point(x + 20, FLOOR))),
    )


def _sitting(x: float, trunk: float, neck: float, gaze: float) -> Side:
    return Side(205, Point(x, _SEAT), trunk, neck, gaze, near_arm=(-80, -8), near_leg=(-2, -90, 0))


def sit_tall() -> tuple[Piece, ...]:
    """Slumped, then grown tall from the low back."""
    slumped, tall = _sitting(84, 104, 36, 4), _sitting(278, 90, 86, 0)
    return (
        floor(36, 180, FLOOR), *_stool(84), *slumped.shapes(), then(),
        floor(230, 374, FLOOR), *_stool(278), *tall.shapes(),
        arrow(Point(248, 100), Point(248, 44)),
    )  # fmt: skip


def press_without_moving() -> tuple[Piece, ...]:
    """The forehead presses into the palm, then the side of the head; nothing moves."""
    body = Side(350, Point(78, 232), 90, 86, 0)
    palm = body.on_head(0.52, -0.3)
    return (
        *body.reaching(palm, bend=-1).shapes(),
        arrow(palm.plus(-50, -34), palm.plus(-8, -34)), arrow(palm.plus(56, 0), palm.plus(16, 0)), then(),
        *press_sideways(Front(50, Point(296, 122))),
    )  # fmt: skip


def lean_back_against_band() -> tuple[Piece, ...]:
    """A band from the wall round the head; body and head lean back as one."""

    def banded(body: Side) -> tuple[Piece, ...]:
        x, wall = body.hip.x, body.hip.x + 106
        round_head = [body.on_head(-0.46, -0.14), body.on_head(-0.2, -0.22), body.on_head(0.37, -0.24)]
        return (
            floor(x - 45, wall, FLOOR), thing(line(Point(wall, 34), Point(wall, FLOOR)), 4), *_stool(x),
            *body.shapes(), held(line(*round_head, Point(wall - 2, 56)), 4),
        )  # fmt: skip

    upright, back = _sitting(276, 90, 86, 0), _sitting(276, 104, 100, 14)
    return (
        *banded(_sitting(70, 90, 86, 0)), then(), *before(upright.head_shapes()), *banded(back),
        curved_arrow(upright.hip, 128, 94, 118),
    )  # fmt: skip
