"""The board that visits are moved about on: an instance in numbers, with every place that each visit has by itself."""

from __future__ import annotations

from concordant.booking.places.by_itself import ByItself
from concordant.booking.places.numbered import Numbered
from concordant.booking.places.numbers import Place
from concordant.booking.problem import Instance


class Board(Numbered):
    """It is made once for an instance: on a large one that takes seconds."""

    def __init__(self, instance: Instance) -> None:
        super().__init__(instance)
        alone = ByItself(self)
        self.places: tuple[tuple[Place, ...], ...] = tuple(map(alone.places, range(len(self.asked))))
        """Visit -> its places by itself, by day and then by clinician."""
