"""Setting a document for a person: it is never refused for a letter of an alphabet.

A letter to somebody outside is refused where a name cannot be shown (decision 22). What a person takes along has to
come: what no font here can show is set as its number, and the document says so. The files beside it hold it as typed.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from concordant.letters.letter import Letter, Paragraph, Section
from concordant.letters.refused import LetterRefused
from concordant.letters.typesetting import pdf

MOST_TURNS = 4
"""The typesetter names all that it cannot show at once; further turns are for what only comes to light then."""
LATIN_ENDS = 0x250
_ALSO_THERE = "–—‘’“”•…→×≥≤ "


def printed(letter: Letter) -> bytes:
    spoilt: dict[str, str] = {}
    for _turn in range(MOST_TURNS):
        try:
            return pdf(_with_note(_said_anew(letter, _replacing(spoilt))) if spoilt else letter)
        except LetterRefused as refused:
            if not refused.shapeless:
                raise
            spoilt |= {each: _numbered(each) for each in refused.shapeless}
    return pdf(_with_note(_said_anew(letter, _latin)))


def _replacing(spoilt: dict[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for each, numbers in spoilt.items():
            text = text.replace(each, numbers)
        return text

    return change


def _latin(text: str) -> str:
    return "".join(each if ord(each) < LATIN_ENDS or each in _ALSO_THERE else _numbered(each) for each in text)


def _numbered(text: str) -> str:
    return "".join(f"[U+{ord(each):04X}]" for each in text)


def _said_anew(value: Any, change: Callable[[str], str]) -> Any:
    """The same document with each of its texts changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_said_anew(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _said_anew(getattr(value, one.name), change) for one in fields(value)})
    return value


def _with_note(letter: Letter) -> Letter:
    told = _(
        "Some letters could not be printed here. Each stands as its number, as in [U+4E2D]. The ZIP holds them as they "
        "were written."
    )
    return replace(letter, sections=(Section(_("About this paper"), (Paragraph(told),)), *letter.sections))
