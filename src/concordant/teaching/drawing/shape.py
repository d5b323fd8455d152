"""What a drawing is made of, back to front, and how it becomes SVG that works on white, on black and on paper.

Nothing is ever painted in the colour of the page: what lies behind a limb is cut away with a mask, so that the page
may have any colour and the lines take that of its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from concordant.picture import stand_alone
from concordant.teaching.drawing.path import Box, Path

WIDTH, HEIGHT = 400, 200
"""Of every drawing, in px of its view box."""
LINE = 3.0
"""Weight of the lines of the body, px."""
ACCENT = "#0c8599"
"""The one accent colour: of arrows and of what is held. A page may give the class ``accent`` its own."""


_LONG = 45
"""Characters from which on a path is written once and pointed to."""


class Tone(Enum):
    """How a mark is coloured."""

    BODY = "currentColor", ""
    THING = "currentColor", ' opacity=".55"'
    """Floor, chair, wall."""
    ACCENT = ACCENT, ' class="accent"'

    @property
    def colour(self) -> str:
        """As SVG writes it."""
        return self.value[0]

    @property
    def more(self) -> str:
        """What else its elements carry."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path. With a width it is a stroke with round ends, else it is filled."""

    path: Path
    width: float = 0.0
    tone: Tone = Tone.BODY

    @property
    def box(self) -> Box:
        """What it covers."""
        return self.path.box.grown(self.width / 2)


@dataclass(frozen=True, slots=True)
class Outline:
    """A part of the body: the line round several shapes that grow together, hiding what lies behind."""

    parts: tuple[Shape, ...]
    faint: bool = False
    """Where it was before the movement."""

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box.around([each.box for each in self.parts])


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes that lie before the body together, with one border: an arrow."""

    parts: tuple[Shape, ...]
    gap: float = 2.5
    """So many px are cut out of what lies behind."""

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box.around([each.box for each in self.parts]).grown(self.gap)


Piece: TypeAlias = "Shape | Outline | Mark"


def before(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same body as it was before the movement: faint, without a face."""
    return tuple(replace(each, faint=True) for each in pieces if isinstance(each, Outline))


def as_svg(pieces: Iterable[Piece], *, name: str, title: str, description: str) -> str:
    """Back to front, with a title and a description for those who do not see it."""
    sheet = _Sheet(name)
    for each in pieces:
        sheet.add(each)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" '
        'stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">'
    )
    return stand_alone(
        f"{opening}<defs>{sheet.defs}</defs>{sheet.drawn}</svg>", name=name, title=title, description=description
    )


class _Sheet:
    """What is drawn so far, and the paths and masks that it needs."""

    def __init__(self, name: str) -> None:
        self._name = name
        # A white ground for the masks; without bounds of its own a mask reaches a tenth beyond the drawing.
        self.drawn, self.defs = "", f'<path id="{name}-w" d="M-40-20H440V220H-40Z" fill="#fff" stroke="none"/>'
        self._ids: dict[str, str] = {}
        self._masks = 0
        self._covered: list[Box] = []

    def add(self, piece: Piece) -> None:
        """In front of everything so far."""
        behind = any(each.meets(piece.box) for each in self._covered)
        self._covered.append(piece.box)
        if isinstance(piece, Shape):
            self.drawn += self._coloured(piece)
        elif isinstance(piece, Mark):
            if behind:
                self._cut("".join(self._hole(each, each.width + 2 * piece.gap) for each in piece.parts))
            self.drawn += "".join(map(self._coloured, piece.parts))
        else:
            self._outline(piece)

    def _outline(self, piece: Outline) -> None:
        """The whole is laid over what lies behind, then all of it but the line is cut out again, down to the page."""
        whole = "".join(map(self._coloured, piece.parts))
        self.drawn += f'<g opacity=".35">{whole}</g>' if piece.faint else whole
        # A filled shape keeps a line along its edge; strokes then open the way between what they join.
        fills, strokes = ([each for each in piece.parts if bool(each.width) is kind] for kind in (False, True))
        inside = "".join(self._hole(each, 2 * LINE, ' stroke="#fff"') for each in fills)
        self._cut(inside + "".join(self._hole(each, each.width - 2 * LINE) for each in strokes))

    def _cut(self, holes: str) -> None:
        key = f"{self._name}-m{self._masks}"
        self._masks += 1
        ground = f'<use href="#{self._name}-w"/>'
        self.defs += f'<mask id="{key}" maskUnits="userSpaceOnUse">{ground}<g stroke="#000">{holes}</g></mask>'
        self.drawn = f'<g mask="url(#{key})">{self.drawn}</g>'

    def _coloured(self, shape: Shape) -> str:
        if shape.width:
            paint = "" if shape.tone is Tone.BODY else f' stroke="{shape.tone.colour}"'
        else:
            paint = f' fill="{shape.tone.colour}"' + ("" if shape.tone is Tone.BODY else ' stroke="none"')
        return self._element(shape, shape.width, paint + shape.tone.more)

    def _hole(self, shape: Shape, width: float, paint: str = "") -> str:
        return self._element(shape, width, paint if shape.width else f' fill="#000"{paint}')

    def _element(self, shape: Shape, width: float, paint: str) -> str:
        """The path, or a pointer to it where it is long: such a one stands here more than once."""
        if width:
            paint += f' stroke-width="{width:g}"'
        d = shape.path.d
        if len(d) <= _LONG:
            return f'<path d="{d}"{paint}/>'
        if d not in self._ids:
            self._ids[d] = f"{self._name}-{len(self._ids)}"
            self.defs += f'<path id="{self._ids[d]}" d="{d}"/>'
        return f'<use href="#{self._ids[d]}"{paint}/>'
