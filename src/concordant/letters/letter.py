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


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


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


Part: TypeAlias = Paragraph | Points | Measures | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    parts: tuple[Part, ...]


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
