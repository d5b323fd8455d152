"""What a page says, paragraph by paragraph. No number is typed: each comes from where it is declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from string import Formatter
from types import MappingProxyType

from concordant.evidence.library import advice, of_row, plain, pooled_by_id
from concordant.language import said
from concordant.settings import Whole


class Standing(Enum):
    """What stands behind a paragraph; shown beside it where it is no finding."""

    KNOWN = "known"
    """In the sources of the page."""
    FINDING = "from trials"
    """A figure of the evidence library, in its own words."""
    USUAL = "usual advice; not tested in this headache"
    CLINIC = "the clinic's own statement; no trial stands behind it"

    @property
    def words(self) -> str:
        """For the person, in the language of the moment."""
        return said(self.value)


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was not written here: a number or a sentence, with where it comes from."""

    told: str | Callable[[], str]
    """The words; of a sentence that is translated, how they are said at the moment."""
    source: str

    @property
    def text(self) -> str:
        """In the language of the moment."""
        return self.told if isinstance(self.told, str) else self.told()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Short sentences, and the points of a list after them."""

    template: str
    """With ``{names}`` for what was not written here."""
    points: tuple[str, ...]
    """Templates as well; none where there is no list."""
    filled: Mapping[str, Said]
    standing: Standing

    def __post_init__(self) -> None:
        asked = {name for each in (self.template, *self.points) for _, name, _, _ in Formatter().parse(each) if name}
        if asked != set(self.filled):
            raise ValueError(f"{self.template[:40]!r} asks for {sorted(asked)} and is given {sorted(self.filled)}")

    @property
    def text(self) -> str:
        """The sentences before the list."""
        return self._fill(self.template)

    @property
    def list(self) -> tuple[str, ...]:
        """The points of the list."""
        return tuple(map(self._fill, self.points))

    @property
    def whole(self) -> str:
        """Everything, as it would be read aloud."""
        return " ".join([self.text, *self.list])

    def _fill(self, template: str) -> str:
        return said(template, **{name: each.text for name, each in self.filled.items()})


def say(template: str, *points: str, standing: Standing = Standing.KNOWN, **filled: Said) -> Paragraph:
    """A paragraph, with a list where points are given. Raises ValueError where names and what fills them differ."""
    return Paragraph(template, points, MappingProxyType(filled), standing)


def of(setting: Whole) -> Said:
    """A number that the clinic may set."""
    return Said(str(int(setting)), setting.setting.source)


def finding(row_id: str) -> Paragraph:
    """A published figure in the plain words of the evidence library, with how sure it is."""
    row = pooled_by_id(row_id)
    found = of_row(row)
    told = Said(lambda: plain(found), f"{row.review}, doi:{row.doi}")
    return say("{figure}", standing=Standing.FINDING, figure=told)


def known_of(advice_id: str) -> Paragraph:
    """What the evidence library says is known of a piece of advice."""
    known = advice(advice_id).known
    return say("{known}", standing=Standing.FINDING, known=Said(lambda: said(known), f"evidence: {advice_id}"))
