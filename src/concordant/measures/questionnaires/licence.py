"""Who owns a questionnaire, and what of it this project may hold (outcomes 2.5). No legal advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Text(Enum):
    """What may be done with the words of the items."""

    SHIP = "ship"
    """May stand here, in own words or by the owner's leave."""
    SCORE_ONLY = "score-only"
    """Numbers are stored and scored; the clinic holds the form."""
    ASK = "ask"
    """Score-only, and written permission is needed before anything more."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The decision, and what it rests on."""

    text: Text
    holder: str
    notice: str = ""
    """To be shown wherever the measure is."""


OWN_WORDS = Licence(Text.SHIP, "no owner: a generic format in own words")
