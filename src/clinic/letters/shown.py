"""What the pages of letters show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.letters.models import SignedLetter
from concordant.assessment import Assessment
from concordant.letters.draft import Draft, editable
from concordant.letters.keeping import NotALetter, from_json
from concordant.letters.kind import Kind
from concordant.letters.kinds import KINDS
from concordant.letters.letter import Letter, Measures, Paragraph, Part, Picture, Points, Table
from concordant.letters.request import Request

PREVIEW = gettext_lazy("Preview, not signed")


@dataclass(frozen=True)
class Offered:
    """A kind of letter, and what is missing before it may be written."""

    kind: Kind
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One paragraph that may be changed."""

    place: str
    text: str
    """As it stands in the form."""
    written: str
    rows: int

    @property
    def is_changed(self) -> bool:
        return self.text != self.written


@dataclass(frozen=True)
class Shown:
    """One part of a letter in the form: fields that may be changed, or what may not."""

    kind: str
    """``fields``, ``text``, ``points``, ``table``, ``measures``, ``picture`` or ``exercise``."""
    part: Part
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A section of the letter."""

    heading: str
    parts: tuple[Shown, ...]


@dataclass(frozen=True)
class Edit:
    """What was changed in a letter before it was signed."""

    heading: str
    written: str
    text: str
    """Empty where it was left out."""


_WORD = {Paragraph: "text", Points: "points", Table: "table", Measures: "measures", Picture: "picture"}
_CHARACTERS_A_ROW = 90


def offered(assessment: Assessment, request_of: Mapping[str, Request]) -> Iterator[Offered]:
    """Every kind; what only the form asks for is not told yet."""
    for kind in KINDS.values():
        yield Offered(kind, tuple(kind.lacks(assessment, request_of[kind.id])))


def pieces(letter: Letter, edits: Mapping[str, str]) -> tuple[Piece, ...]:
    """The letter in its order, with the texts that stand in the form."""
    by_part: dict[str, list[Field]] = {}
    for one in editable(letter):
        text = edits.get(one.place, one.text)
        rows = max(2, len(text) // _CHARACTERS_A_ROW + 1 + text.count("\n"))
        place = ".".join(one.place.split(".")[:2])
        by_part.setdefault(place, []).append(Field(one.place, text, one.text, rows))
    return tuple(
        Piece(section.heading, tuple(_shown(f"{number}.{at}", part, by_part) for at, part in enumerate(section.parts)))
        for number, section in enumerate(letter.sections)
    )


def _shown(place: str, part: Part, by_part: Mapping[str, list[Field]]) -> Shown:
    if place in by_part:
        return Shown("fields", part, tuple(by_part[place]))
    return Shown(_WORD.get(type(part), "exercise"), part)


def preview(letter: Letter) -> Letter:
    """The same, with every page saying that it is not signed."""
    return replace(letter, footer=(str(PREVIEW), *letter.footer), signature=(str(PREVIEW), *letter.signature))


def name_of(kind: str) -> str | Promise:
    """Of a kept letter, also of a kind that is not offered any more."""
    return KINDS[kind].name if kind in KINDS else kind


def edits_of(kept: SignedLetter) -> tuple[Edit, ...] | None:
    """What its author changed; None where what was kept of it cannot be read."""
    try:
        draft: Draft = from_json(kept.draft)
    except NotALetter:
        return None
    written = {one.place: one for one in editable(draft.written)}
    return tuple(Edit(written[place].heading, written[place].text, text) for place, text in draft.edits.items())


def changed_since() -> str:
    """Told where the letter would not be the one on the screen any more."""
    return _(
        "What this letter is written from has changed: the chart, or the fields above. Look at it again; your words "
        "stand where they stood."
    )
