"""What a letter says, before any typesetting: text alone, in reading order. The template adds no word and no number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from concordant.letters.people import Paper


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    fixed: bool = False
    """Words of the record that nobody edits: open warning signs, doses, figures."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    fixed: bool = False
    side_by_side: bool = False
    """In two columns, the left one first: for many short points."""


@dataclass(frozen=True, slots=True)
class Table:
    """Words and figures of the record in columns."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError(f"each row has {len(self.header)} cells, one under each head")


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table of measures."""

    name: str
    first: str
    first_on: str
    latest: str
    latest_on: str
    change: str
    is_real: str
    """From what size on a change is more than error, or how probable it is."""
    verdict: str
    worse: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """A table. ``header``: one cell for each column."""

    header: tuple[str, ...]
    rows: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that stands alone, with the words that stand for it where it cannot be seen."""

    svg: str
    words: str
    caption: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise for home: its drawing beside its name, its dose, its steps, and when to stop."""

    name: str
    svg: str
    words: str
    """What the drawing shows, for those who do not see it."""
    dose: str
    steps: tuple[str, ...]
    feel: str
    stop: str


Part: TypeAlias = Paragraph | Points | Table | Measures | Picture | Exercise


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    parts: tuple[Part, ...]
    overleaf: bool = False
    """On the back of the sheet."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter."""

    title: str
    """Of the document; the subject of the letter."""
    author: str
    written: date
    day: str
    letterhead: tuple[str, ...]
    addressee: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    """What identifies the person: label and value."""
    sections: tuple[Section, ...]
    signature: tuple[str, ...]
    footer: tuple[str, ...]
    """On every page, so that a page on its own can still be told whose it is."""
    paper: Paper
    language: str = "en"
