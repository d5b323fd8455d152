"""A letter that is not written, and all that is missing for it at once."""

from __future__ import annotations


class LetterRefused(ValueError):
    """``missing``: one sentence for each thing that has to be put right first."""

    def __init__(self, *missing: str) -> None:
        self.missing = missing
        super().__init__(" ".join(missing))
