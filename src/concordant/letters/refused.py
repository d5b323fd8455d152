"""A letter that is not written, and all that is missing for it at once."""

from __future__ import annotations


class LetterRefused(ValueError):
    """``missing``: one sentence for each thing that has to be put right first.

    ``shapeless``: the texts that no font here can show, where that is why.
    """

    def __init__(self, *missing: str, shapeless: tuple[str, ...] = ()) -> None:
        self.missing = missing
        self.shapeless = shapeless
        super().__init__(" ".join(missing))
