"""English. Keyed by measure; a translation is another table with the same keys.

Single ratings take their question from their fact. The items of the PHQ-4 are the owners' own words, which may be
reproduced as they stand, with their notice; of every other questionnaire with items the clinic holds the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What the person reads. The words of an owner are never changed: another wording is another questionnaire."""

    stem: str
    items: tuple[str, ...]
    """Empty where the person names them."""
    scale: Mapping[int, str]
    """The words beside the numbers."""
    of_an_owner: bool = False
    """Then it is shown as it stands; whoever reads another language needs the owner's own translation."""


_HOW_OFTEN = "Over the last 2 weeks, how often have you been bothered by the following problems?"
_TIMES = {0: "Not at all", 1: "Several days", 2: "More than half the days", 3: "Nearly every day"}
_WORRY = ("Feeling nervous, anxious or on edge", "Not being able to stop or control worrying")
_MOOD = ("Little interest or pleasure in doing things", "Feeling down, depressed, or hopeless")

WORDING: Mapping[str, Wording] = {
    # Kroenke 2009 (Psychosomatics 50:613-621): items 1 and 2 of the GAD-7, then items 1 and 2 of the PHQ-9.
    "phq4": Wording(_HOW_OFTEN, _WORRY + _MOOD, _TIMES, of_an_owner=True),
    "gad2": Wording(_HOW_OFTEN, _WORRY, _TIMES, of_an_owner=True),
    "phq2": Wording(_HOW_OFTEN, _MOOD, _TIMES, of_an_owner=True),
    # Own words after the method of Stratford 1995.
    "psfs": Wording(
        "Name three things that are hard for you to do due to your head or neck. You may name up to five. How well can "
        "you do each one this week? Give a number from 0 to 10. The next time we ask of the same things.",
        (),
        {0: "I can not do it", 10: "I can do it as well as before"},
    ),
}
