"""One figure for every exercise: the same proportions, drawn from the side, from the front, from behind, from above.

Lengths are fractions of the body's height, near enough to those in common use for drawing people; none is clinical.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, radians, sin

from concordant.teaching.drawing.path import Path, Point, arc, ellipse, joint, line, smooth
from concordant.teaching.drawing.shape import LINE, Outline, Piece, Shape

HEAD, TRUNK, NECK = 0.135, 0.29, 0.075
UPPER_ARM, FOREARM = 0.16, 0.16
THIGH, SHIN, FOOT = 0.245, 0.245, 0.075
_WIDE = {"neck": 0.062, "trunk": 0.115, "arm": 0.05, "thigh": 0.078, "shin": 0.06, "foot": 0.048}


def _points(*pairs: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(*each) for each in pairs)


def _curve(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> tuple[Point, Point, Point]:
    return Point(*a), Point(*b), Point(*c)


PROFILE = Path(
    (
        ("M", _points((-0.1, -0.5))),
        ("C", _curve((0.16, -0.52), (0.34, -0.38), (0.36, -0.16))),
        ("L", _points((0.35, -0.1), (0.49, 0.1), (0.38, 0.14), (0.4, 0.22), (0.36, 0.26), (0.38, 0.38))),
        ("C", _curve((0.37, 0.5), (0.24, 0.5), (0.15, 0.45))),
        ("L", _points((-0.04, 0.32))),
        ("C", _curve((-0.2, 0.38), (-0.32, 0.3), (-0.37, 0.18))),
        ("C", _curve((-0.53, -0.1), (-0.42, -0.48), (-0.1, -0.5))),
        ("Z", ()),
    )
)
"""The head from the side, looking right, one head high, its middle at (0, 0)."""

_SKULL = Point(-0.08, 0.14)
"""Where the neck carries the head, in the same measure."""

_FACE = smooth(
    Point(0, -0.5),
    _curve((0.28, -0.5), (0.38, -0.3), (0.365, -0.06)),
    _curve((0.35, 0.22), (0.2, 0.5), (0, 0.5)),
    _curve((-0.2, 0.5), (-0.35, 0.22), (-0.365, -0.06)),
    _curve((-0.38, -0.3), (-0.28, -0.5), (0, -0.5)),
    closed=True,
)


_FACE_TURNED = smooth(
    Point(0, -0.5),
    _curve((0.26, -0.5), (0.36, -0.34), (0.36, -0.12)),
    _curve((0.38, -0.06), (0.42, 0.02), (0.45, 0.1)),
    _curve((0.43, 0.14), (0.38, 0.13), (0.36, 0.15)),
    _curve((0.37, 0.2), (0.36, 0.26), (0.35, 0.3)),
    _curve((0.33, 0.44), (0.2, 0.5), (0.06, 0.5)),
    _curve((-0.2, 0.5), (-0.35, 0.22), (-0.365, -0.06)),
    _curve((-0.38, -0.3), (-0.28, -0.5), (0, -0.5)),
    closed=True,
)
"""Turned to the right of the drawing, the nose beyond the cheek."""

_CROWN = smooth(
    Point(-0.1, -0.47),
    _curve((-0.05, -0.5), (-0.04, -0.62), (0, -0.62)),
    _curve((0.04, -0.62), (0.05, -0.5), (0.1, -0.47)),
    _curve((0.3, -0.44), (0.4, -0.22), (0.4, 0)),
    _curve((0.4, 0.3), (0.24, 0.5), (0, 0.5)),
    _curve((-0.24, 0.5), (-0.4, 0.3), (-0.4, 0)),
    _curve((-0.4, -0.22), (-0.3, -0.44), (-0.1, -0.47)),
    closed=True,
)
"""The head from above, the nose up the drawing."""

_TURNED = 25
"""From so many degrees on a face is drawn from the side."""


@dataclass(frozen=True, slots=True)
class Side:
    """The body from the side. Angles are directions: 0° right, 90° up; each limb from the trunk outwards."""

    height: float
    hip: Point
    trunk: float = 90.0
    neck: float = 82.0
    gaze: float = 0.0
    near_arm: tuple[float, float] | None = None
    far_arm: tuple[float, float] | None = None
    near_leg: tuple[float, float, float] | None = None
    far_leg: tuple[float, float, float] | None = None

    @property
    def top(self) -> Point:
        """Where neck and trunk meet."""
        return self.hip.to(TRUNK * self.height, self.trunk)

    @property
    def shoulder(self) -> Point:
        """Of the near arm."""
        return self.hip.to(0.92 * TRUNK * self.height, self.trunk)

    @property
    def skull(self) -> Point:
        """Where the neck carries the head; nods turn about it."""
        return self.top.to(NECK * self.height, self.neck)

    @property
    def head(self) -> Point:
        """The middle of the head."""
        size = HEAD * self.height
        return Point(self.skull.x - size * _SKULL.x, self.skull.y - size * _SKULL.y).turned(self.gaze, self.skull)

    def on_head(self, right: float, down: float) -> Point:
        """A place on the head that looks right, in heads from its middle, wherever it looks now."""
        size = HEAD * self.height
        return Point(self.head.x + size * right, self.head.y + size * down).turned(self.gaze, self.head)

    def head_shapes(self) -> tuple[Piece, ...]:
        """The head with eye and ear."""
        size = HEAD * self.height
        return (
            Outline((Shape(PROFILE.placed(self.head, size, self.gaze)),)),
            Shape(ellipse(self.on_head(0.22, -0.08), 0.045 * size, 0.045 * size)),
            Shape(line(self.on_head(-0.1, -0.02), self.on_head(-0.07, 0.1)), max(2.0, 0.05 * size)),
        )

    def shapes(self) -> tuple[Piece, ...]:
        """Back to front."""
        trunk = self._limb("trunk", self.hip, self.hip.to(0.87 * TRUNK * self.height, self.trunk))
        neck = self._limb("neck", self.top.to(-0.03 * self.height, self.trunk), self.skull)
        return (
            *self._limbs(self._arm(self.far_arm)),
            *self._limbs(self._leg(self.far_leg)),
            Outline((trunk, neck, *self._leg(self.near_leg))),
            *self.head_shapes(),
            *self._limbs(self._arm(self.near_arm)),
        )

    def reaching(self, hand: Point, *, bend: int) -> Side:
        """With the near hand there; ``bend`` is the side to which the elbow points, +1 or -1."""
        upper, lower = UPPER_ARM * self.height, FOREARM * self.height
        elbow = joint(self.shoulder, hand, upper, lower, bend=bend)
        return replace(self, near_arm=(self.shoulder.towards(elbow), elbow.towards(hand)))

    def _limbs(self, parts: tuple[Shape, ...]) -> tuple[Piece, ...]:
        return (Outline(parts),) if parts else ()

    def _limb(self, which: str, start: Point, end: Point) -> Shape:
        return Shape(line(start, end), round(_WIDE[which] * self.height, 1))

    def _arm(self, arm: tuple[float, float] | None) -> tuple[Shape, ...]:
        if arm is None:
            return ()
        elbow = self.shoulder.to(UPPER_ARM * self.height, arm[0])
        path = line(self.shoulder, elbow, elbow.to(FOREARM * self.height, arm[1]))
        return (Shape(path, round(_WIDE["arm"] * self.height, 1)),)

    def _leg(self, leg: tuple[float, float, float] | None) -> tuple[Shape, ...]:
        if leg is None:
            return ()
        knee = self.hip.to(THIGH * self.height, leg[0])
        ankle = knee.to(SHIN * self.height, leg[1])
        return (
            self._limb("thigh", self.hip, knee),
            self._limb("shin", knee, ankle),
            self._limb("foot", ankle, ankle.to(FOOT * self.height, leg[2])),
        )


@dataclass(frozen=True, slots=True)
class Front:
    """Head and shoulders from the front or from behind. ``base`` is the pit of the neck; sizes in heads."""

    size: float
    """Height of the head in px."""
    base: Point
    turn: float = 0.0
    """Degrees; positive turns the face to the right of the drawing."""
    lean: float = 0.0
    """Degrees; positive bends the head to the right of the drawing."""
    lift: float = 0.0
    """Shoulders higher by so many heads."""
    behind: bool = False

    @property
    def head(self) -> Point:
        """The middle of the head."""
        return Point(self.base.x, self.base.y - 0.8 * self.size).turned(-self.lean, self.base)

    def shoulder(self, side: int) -> Point:
        """Of the side of the drawing: -1 left, +1 right."""
        return self.base.plus(side * 0.82 * self.size, (0.3 - self.lift) * self.size)

    def on_head(self, right: float, down: float) -> Point:
        """A place on the head, in heads from its middle."""
        return Point(self.head.x + self.size * right, self.head.y + self.size * down).turned(-self.lean, self.head)

    def trunk(self, bottom: float, *, arms: tuple[int, ...] = (-1, 1)) -> Outline:
        """With the neck and the arms that hang, down to a level of the drawing."""
        s, top = self.size, self.lift * self.size

        def half(side: int) -> tuple[Point, ...]:
            at = self.base.plus
            return (
                at(side * 0.17 * s, -0.1 * s), at(side * 0.2 * s, 0.1 * s), at(side * 0.45 * s, 0.12 * s - top),
                at(side * 0.72 * s, 0.14 * s - top), at(side * 0.98 * s, 0.2 * s - top),
                at(side * 1.0 * s, 0.55 * s - top), at(side * 0.7 * s, 0.66 * s),
                at(side * 0.68 * s, 1.0 * s), at(side * 0.62 * s, bottom + 10 - self.base.y),
            )  # fmt: skip

        left, right = half(-1), half(1)
        path = Path(
            (
                ("M", left[:1]),
                ("C", left[1:4]),
                ("C", left[4:7]),
                ("L", left[7:]),
                ("L", right[:6:-1]),
                ("L", right[6:7]),
                ("C", right[5:2:-1]),
                ("C", right[2::-1]),
                ("Z", ()),
            )
        )
        neck = Shape(line(self.base, self.on_head(0, 0.2)), round(0.36 * self.size, 1))
        wide = round(0.3 * s, 1)
        hanging = (
            Shape(line(self.shoulder(side), Point(self.base.x + side * 0.93 * s, bottom + wide)), wide) for side in arms
        )
        return Outline((Shape(path), neck, *hanging))

    def head_shapes(self) -> tuple[Piece, ...]:
        """Head and face."""
        if abs(self.turn) < _TURNED:
            # The head covers their inner halves.
            ears = (ellipse(self.on_head(side * 0.37, 0.02), 0.06 * self.size, 0.1 * self.size) for side in (-1, 1))
            return (*(Shape(each, LINE) for each in ears), self._skull(_FACE), *self._features())
        face = _FACE_TURNED if self.turn > 0 else _FACE_TURNED.mirrored(0)
        return (self._skull(face), *self._features())

    def _skull(self, face: Path) -> Outline:
        return Outline((Shape(face.placed(self.head, self.size, -self.lean)),))

    def _features(self) -> tuple[Piece, ...]:
        if self.behind:
            return ()
        s, across, wide = self.size, sin(radians(self.turn)), cos(radians(self.turn))
        ink = 0.045 * s
        eyes = [0.24 * across + side * 0.14 * wide for side in (-1, 1)]
        mouth = [0.2 * across + side * 0.1 * wide for side in (-1, 1)]
        found = [Shape(ellipse(self.on_head(x, -0.06), ink, ink)) for x in eyes]
        found.append(Shape(line(*(self.on_head(x, 0.28) for x in mouth)), LINE))
        if abs(self.turn) < _TURNED:
            found.append(
                Shape(line(self.on_head(0.01, 0.0), self.on_head(0.04, 0.13), self.on_head(-0.02, 0.14)), LINE - 0.5)
            )
        else:
            ear = -0.15 if across > 0 else 0.15
            found.append(Shape(arc(self.on_head(ear, 0.03), 0.1 * s, 70, 290 if across > 0 else -110), LINE - 0.5))
        return tuple(found)

    def arm(self, side: int, elbow: Point, hand: Point) -> Outline:
        """In front of the body; where arms point at the eye they look shorter, so that both ends are given."""
        width = round(0.3 * self.size, 1)
        return Outline((Shape(line(self.shoulder(side), elbow, hand), width), Shape(line(hand, hand), 1.25 * width)))


@dataclass(frozen=True, slots=True)
class Above:
    """Head and shoulders from above, looking up the drawing."""

    size: float
    centre: Point
    turn: float = 0.0
    """Degrees; positive turns the face to the left of the drawing."""

    @property
    def nose(self) -> Point:
        """Its tip."""
        return self.centre.to(0.62 * self.size, 90 + self.turn)

    def shoulders(self) -> Outline:
        """Shoulders and upper arms, which stay where they are."""
        s, at = self.size, self.centre.plus
        parts = [Shape(line(at(-0.72 * s, 0.16 * s), at(0.72 * s, 0.16 * s)), round(0.5 * s, 1))]
        parts += [
            Shape(line(at(side * 0.82 * s, 0.16 * s), at(side * 0.85 * s, -0.02 * s)), round(0.32 * s, 1))
            for side in (-1, 1)
        ]
        return Outline(tuple(parts))

    def head_shapes(self) -> tuple[Piece, ...]:
        """The head with nose and ears."""
        s = self.size
        ears = (Shape(ellipse(self.centre.to(0.41 * s, side + self.turn), 0.07 * s, 0.1 * s)) for side in (0, 180))
        return (Outline(tuple(ears)), Outline((Shape(_CROWN.placed(self.centre, s, self.turn)),)))
