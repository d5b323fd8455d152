"""Head and shoulders from above, where turning is seen best."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians

from concordant.teaching.drawing.figure import Above
from concordant.teaching.drawing.marks import curved_arrow, dashes, dot, then, thing
from concordant.teaching.drawing.path import Point, line
from concordant.teaching.drawing.shape import Piece, Shape, Tone

_LEFT = Above(74, Point(98, 152))
_RIGHT = replace(_LEFT, centre=Point(302, 152))
_WALL = 18.0


def back_to_the_mark() -> tuple[Piece, ...]:
    """A light on the head points at a mark; the head turns away with closed eyes and comes back to it."""

    def scene(body: Above) -> tuple[Piece, ...]:
        x = body.centre.x
        lamp = body.centre.to(0.3 * body.size, 90 + body.turn)
        spot = body.nose.to((body.nose.y - _WALL) / cos(radians(body.turn)), 90 + body.turn)
        return (
            thing(line(Point(x - 88, _WALL - 8), Point(x + 88, _WALL - 8)), 4),
            Shape(line(Point(x - 16, _WALL - 2), Point(x + 16, _WALL - 2)), 5),
            body.shoulders(), *body.head_shapes(), Shape(line(lamp, spot), 3, Tone.ACCENT), dot(lamp, 6), dot(spot, 5),
        )  # fmt: skip

    away = replace(_RIGHT, turn=29)
    return (*scene(_LEFT), then(), *scene(away), curved_arrow(away.centre, 88, 114, 86))


def eyes_stay_on_the_dot() -> tuple[Piece, ...]:
    """The head turns from side to side while the eyes stay on one dot."""

    def scene(body: Above) -> tuple[Piece, ...]:
        mark, eyes = Point(body.centre.x, 22), body.centre.to(0.5 * body.size, 90 + body.turn)
        return (body.shoulders(), *body.head_shapes(), dashes(mark.plus(0, 14), eyes.plus(0, -4)), dot(mark, 8))

    turned = replace(_RIGHT, turn=26)
    return (
        *scene(_LEFT), then(), *scene(turned),
        curved_arrow(turned.centre, 64, 72, 26), curved_arrow(turned.centre, 64, 132, 162),
    )  # fmt: skip
