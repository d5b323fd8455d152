"""A letter as PDF (PDF/UA-1: tagged, titled, in reading order, fonts embedded) or as pictures of its pages.

The typesetter sees one JSON text, the fonts beside this file and nothing else: no font of the machine, no network.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from concordant.letters.letter import Letter
from concordant.letters.refused import LetterRefused
from concordant.picture import writable

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
STANDARD: Literal["ua-1"] = "ua-1"
_NOT_LETTERS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""The first turn round the text that follows, also the part that somebody else wrote. The last, a mark at the beginning
of files, is copied along unseen, and PDF/UA-1 forbids it."""
_WITHOUT_SHAPE = re.compile(r'the text `"(.+?)"` could not be displayed')


def pdf(letter: Letter) -> bytes:
    """The same letter gives the same bytes. Raises LetterRefused for a character that no font here can show."""
    made = _set(letter, "pdf")
    assert isinstance(made, bytes), "one document"
    return made


def png(letter: Letter, *, ppi: float = 96) -> tuple[bytes, ...]:
    """Each page as it looks. Raises LetterRefused as :func:`pdf` does."""
    pdf(letter)
    made = _set(letter, "png", ppi)
    return (made,) if isinstance(made, bytes) else tuple(made)


def _set(letter: Letter, to: Literal["pdf", "png"], ppi: float | None = None) -> bytes | list[bytes]:
    compiler = typst.Compiler(_template(), root=HERE, font_paths=_fonts(), ignore_system_fonts=True)
    try:
        made = compiler.compile(
            format=to,
            ppi=ppi,
            sys_inputs={"letter": json.dumps(_plain(letter), ensure_ascii=False)},
            pdf_standards=STANDARD if to == "pdf" else [],
            timestamp=datetime.combine(letter.written, time(), tzinfo=UTC),
        )
    except typst.TypstError as error:
        shapeless = dict.fromkeys(_WITHOUT_SHAPE.findall(error.diagnostic))
        if not shapeless:
            raise
        told = f"No font of the letters can show: {', '.join(shapeless)}."
        raise LetterRefused(told, shapeless=tuple(shapeless)) from error
    assert made is not None, "no file was named"
    return made


def _plain(value: Any) -> Any:
    """As JSON, each kind of part under its own name."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", _NOT_LETTERS.sub("", writable(value)))
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {"kind": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool) else str(value)


@cache
def _template() -> bytes:
    return (HERE / "template.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
