"""The word for one change, and the shorter word that is shown (retest 1.4, 1.5, 3.5)."""

from __future__ import annotations

from enum import Enum


class Category(Enum):
    """One change of one measure: beyond error or not, important or not. The value is the word kept in traces."""

    IMPROVED_IMPORTANT = "improved_important"
    """Better beyond error, and enough to matter."""
    IMPROVED_BEYOND_ERROR = "improved_beyond_error"
    """Better beyond error, and not enough to matter."""
    IMPORTANT_BUT_UNCERTAIN = "important_but_uncertain"
    """Enough to matter, and no more than error can be: counts as within error, and asks for an earlier retest."""
    WITHIN_ERROR = "within_error"
    """Neither."""
    WORSE_BEYOND_ERROR = "worse_beyond_error"
    """Worse beyond error."""
    WORSE_BEYOND_ERROR_IMPORTANT = "worse_beyond_error_important"
    """Worse beyond error, and enough to matter."""
    NOT_ASSESSABLE = "not_assessable"
    """Floor or ceiling, versions or sources that differ, too much missing: never a claim of no change."""

    @property
    def verdict(self) -> str:
        """The word of `progress.verdict`: improved_important, improved, within_error, worse or unknown."""
        return _VERDICT[self]


ORDER = tuple(Category)
"""For arrays of codes."""

_VERDICT = {
    Category.IMPROVED_IMPORTANT: "improved_important",
    Category.IMPROVED_BEYOND_ERROR: "improved",
    Category.IMPORTANT_BUT_UNCERTAIN: "within_error",
    Category.WITHIN_ERROR: "within_error",
    Category.WORSE_BEYOND_ERROR: "worse",
    Category.WORSE_BEYOND_ERROR_IMPORTANT: "worse",
    Category.NOT_ASSESSABLE: "unknown",
}
