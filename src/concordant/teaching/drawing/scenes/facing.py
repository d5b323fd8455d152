"""Head and shoulders from the front and from behind."""

from __future__ import annotations

from dataclasses import replace

from concordant.teaching.drawing.figure import Front
from concordant.teaching.drawing.marks import ARROW, arrow, curved_arrow, held, then, thing
from concordant.teaching.drawing.path import Point, line, smooth
from concordant.teaching.drawing.shape import HEIGHT, Mark, Piece, Shape, Tone, before

_LEFT = Front(62, Point(98, 116))
_RIGHT = replace(_LEFT, base=Point(302, 116))


def _turning(body: Front, way: int) -> Mark:
    """An arrow over the head, as a turn is seen from the front: to the right (+1) or left (-1) of the drawing."""
    over = body.on_head(0, -0.5)
    start, end = over.plus(-way * 40, 2), over.plus(way * 36, -2)
    bow = smooth(start, (over.plus(-way * 26, -22), over.plus(way * 14, -24), end))
    tip = arrow(end.plus(-way * 7, -6), end.plus(way * 7, 7)).parts[1]
    return Mark((Shape(bow, ARROW, Tone.ACCENT), tip))


def neck_turn() -> tuple[Piece, ...]:
    """Looking ahead, then over the shoulder."""
    turned = replace(_RIGHT, turn=62)
    return (
        _LEFT.trunk(HEIGHT), *_LEFT.head_shapes(), then(),
        turned.trunk(HEIGHT), *turned.head_shapes(), _turning(turned, 1),
    )  # fmt: skip


def neck_side_bend() -> tuple[Piece, ...]:
    """Upright, then the ear towards the shoulder."""
    bent = replace(_RIGHT, lean=30)
    return (
        _LEFT.trunk(HEIGHT), *_LEFT.head_shapes(), then(),
        *before(_RIGHT.head_shapes()), bent.trunk(HEIGHT), *bent.head_shapes(),
        curved_arrow(bent.base, 100, 96, 50),
    )  # fmt: skip


def self_snag() -> tuple[Piece, ...]:
    """A strap high round the neck: one hand holds an end down, the other draws the other end past the cheek."""
    turned = replace(_RIGHT, turn=-52, base=_RIGHT.base.plus(10, 0))
    return (
        *_with_strap(replace(_LEFT, base=_LEFT.base.plus(4, 0))),
        then(),
        *_with_strap(turned),
        _turning(turned, -1),
    )


def _with_strap(body: Front) -> tuple[Piece, ...]:
    s = body.size
    down, pull = body.base.plus(0.4 * s, 0.75 * s), body.on_head(-0.85, 0.24)
    return (
        body.trunk(HEIGHT, arms=()),
        *body.head_shapes(),
        held(line(body.on_head(-0.27, 0.34), body.base.plus(-0.2 * s, 0.16 * s), down), 7),
        body.arm(1, body.base.plus(1.05 * s, 1.15 * s), down),
        held(line(body.on_head(0.31, 0.24), pull), 7),
        body.arm(-1, body.base.plus(-1.2 * s, 0.6 * s), pull),
        *((arrow(pull.plus(2, -22), pull.plus(-34, -22)),) if body.turn else ()),
    )


def self_resisted_turn() -> tuple[Piece, ...]:
    """A hand on the cheek: the head would turn towards it and the hand does not let it."""

    def with_hand(body: Front) -> tuple[Piece, ...]:
        elbow, hand = body.base.plus(1.15 * body.size, 0.85 * body.size), body.on_head(0.46, 0.16)
        return (body.trunk(HEIGHT, arms=(-1,)), *body.head_shapes(), body.arm(1, elbow, hand))

    hand = _RIGHT.on_head(0.46, 0.16)
    return (
        *with_hand(_LEFT), then(), *with_hand(_RIGHT), _turning(_RIGHT, 1), arrow(hand.plus(60, 0), hand.plus(20, 0))
    )  # fmt: skip


def press_sideways(body: Front) -> tuple[Piece, ...]:
    """The side of the head presses into the palm; nothing moves."""
    elbow, hand = body.base.plus(1.15 * body.size, 0.75 * body.size), body.on_head(0.5, -0.1)
    return (
        body.trunk(HEIGHT, arms=(-1,)), *body.head_shapes(), body.arm(1, elbow, hand),
        arrow(body.on_head(-0.2, -0.72), body.on_head(0.5, -0.72)), arrow(hand.plus(60, 0), hand.plus(20, 0)),
    )  # fmt: skip


def shoulder_blades() -> tuple[Piece, ...]:
    """From behind: the shoulders up and forward, then the blades drawn gently back and down."""

    def back(body: Front, apart: float, up: float) -> tuple[Piece, ...]:
        s = body.size
        corners = ((-0.22, -0.2), (0.22, -0.14), (-0.08, 0.42), (-0.22, -0.2))
        blades = (
            line(*(body.base.plus(side * (apart + x) * s, (0.62 - up + y) * s) for x, y in corners)) for side in (-1, 1)
        )
        spine = line(body.base.plus(0, 0.1 * s), Point(body.base.x, HEIGHT))
        return (body.trunk(HEIGHT), *body.head_shapes(), thing(spine, 2), *(Shape(each, 2.5) for each in blades))

    start, end = replace(_LEFT, behind=True, lift=0.24), replace(_RIGHT, behind=True)
    s = end.size
    marks = (arrow(end.base.plus(x * 0.86 * s, 0.42 * s), end.base.plus(x * 0.5 * s, 1.05 * s)) for x in (-1, 1))
    raised = replace(start, base=end.base).trunk(HEIGHT)
    return (*back(start, 0.52, 0.18), then(), *before([raised]), *back(end, 0.38, 0.0), *marks)
