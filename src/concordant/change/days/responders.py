"""Responders by count, in whole numbers only: 2 x2 n1 <= x1 n2 is a fall of 50 % (outcomes 1.1)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from concordant.change.arguments import two_windows
from concordant.change.assumptions import FEWEST_BASELINE_DAYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from concordant.change.arguments import Amount


class Response(Enum):
    """A fall of at least so many per cent: the factor of the follow-up days and that of the baseline days.

    The bands of 50 to 79 and 80 to 100 % are those of CGH trials (Jull & Stanton 2005).
    """

    BY_30_PERCENT = (10, 7)
    BY_50_PERCENT = (2, 1)
    BY_75_PERCENT = (4, 1)
    BY_80_PERCENT = (5, 1)
    BY_100_PERCENT = (1, 0)

    def reached(self, x1: Amount, n1: Amount, x2: Amount, n2: Amount) -> bool | NDArray[np.bool_]:
        """Whether the count fell so far, whatever the baseline; of counts that were checked."""
        after, before = self.value
        result: bool | NDArray[np.bool_] = after * x2 * n1 <= before * x1 * n2
        return result


def is_responder(
    x1: Amount, n1: Amount, x2: Amount, n2: Amount, response: Response = Response.BY_50_PERCENT
) -> bool | NDArray[np.bool_]:
    """Whether the count fell so far from at least 4 headache days (setting). Numbers or arrays.

    x of n answered days. A count alone does not test chance (`chance_responders`). Raises ArgumentError.
    """
    x1, n1, x2, n2 = two_windows(x1, n1, x2, n2)
    return response.reached(x1, n1, x2, n2) & (x1 >= FEWEST_BASELINE_DAYS)
