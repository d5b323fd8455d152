"""Who writes, to whom, about whom. Text that somebody typed: it is set as it stands and never read as markup.

A case file has no names, so whoever asks for a letter gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Paper(Enum):
    """The sheet, as the typesetter names it."""

    LETTER = "us-letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Clinic:
    """The letterhead."""

    name: str
    lines: tuple[str, ...] = ()
    """Address, telephone, fax: one line each."""
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom."""

    name: str
    lines: tuple[str, ...] = ()
    """The address, one line each."""


@dataclass(frozen=True, slots=True)
class Patient:
    """About whom."""

    name: str
    number: str = ""
    """Of the chart or of the health card, with its name: "PHN 9012 372 173"."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The clinician who answers for the letter."""

    name: str
    profession: str
    registration: str
    """With the college that keeps the register."""
