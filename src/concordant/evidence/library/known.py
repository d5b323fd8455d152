"""How a number is known. A recalled one stays in the file, marked, and never leaves it."""

from __future__ import annotations

from enum import Enum


class HowKnown(Enum):
    """What stands behind a row."""

    READ = "read"
    """Seen in the paper, its abstract or table, or a library record of it."""
    SECOND_HAND = "read second-hand"
    """Seen only where somebody else reports it; shown with that word, never pooled."""
    INFERRED = "part read, part inferred"
    """Worked out from what was read; the note says how."""
    RECALLED = "recalled"
    """From memory, unchecked: its numbers are withheld."""
    PART_RECALLED = "part read, sizes recalled"
    """The row was read but its number of people is recalled: that number is withheld."""
    NOT_SEEN = "not seen"


def how_known(words: str) -> HowKnown:
    """The kind behind the words of the file."""
    said = words.strip().lower()
    if said in ("", "none"):
        return HowKnown.NOT_SEEN
    if said.startswith("recalled"):
        return HowKnown.RECALLED
    if "recalled" in said:
        return HowKnown.PART_RECALLED
    if "second-hand" in said or "secondary" in said or said == "clinic's article only":
        return HowKnown.SECOND_HAND
    if "inferred" in said or "by elimination" in said:
        return HowKnown.INFERRED
    return HowKnown.READ
