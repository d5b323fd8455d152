"""The category of headache days: chance and importance together (retest 3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import one_window, two_windows, within
from concordant.change.assumptions import BEYOND_CHANCE, FEWEST_BASELINE_DAYS, THIRTY_PERCENT_FROM_DAYS, WINDOW
from concordant.change.category import ORDER, Category
from concordant.change.days.responders import Response

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def category(x1: int, n1: int, x2: int, n2: int, better: float, *, comparable: bool = True) -> Category:
    """The category of x1 of n1 days and then x2 of n2, given P(better) of `probability_of_fall`.

    Important is a fall of 50 %, from 15 of 28 baseline days on one of 30 % (settings). Below 4 baseline days (setting)
    nothing is assessable; comparable is False where a window is insufficient or the sources differ, as a recalled
    baseline reads lower than a diary. Raises ArgumentError.
    """
    (x1, n1), (x2, n2) = one_window("1", x1, n1), one_window("2", x2, n2)
    within("better", better, 0, 1)
    if not comparable or x1 < FEWEST_BASELINE_DAYS:
        return Category.NOT_ASSESSABLE
    important = important_response(x1, n1).reached(x1, n1, x2, n2)
    if better >= BEYOND_CHANCE:
        return Category.IMPROVED_IMPORTANT if important else Category.IMPROVED_BEYOND_ERROR
    if important:
        return Category.IMPORTANT_BUT_UNCERTAIN
    return Category.WORSE_BEYOND_ERROR if better <= 1 - BEYOND_CHANCE else Category.WITHIN_ERROR


def important_response(x1: int, n1: int) -> Response:
    """From which fall on it matters to somebody with a headache on x1 of n1 days."""
    frequent = x1 * WINDOW >= THIRTY_PERCENT_FROM_DAYS * n1
    return Response.BY_30_PERCENT if frequent else Response.BY_50_PERCENT


def categories(
    x1: NDArray[np.int64],
    n1: NDArray[np.int64],
    x2: NDArray[np.int64],
    n2: NDArray[np.int64],
    better: NDArray[np.float64],
) -> NDArray[np.object_]:
    """`category` of many people at once, of comparable windows: an array of Category. Raises ArgumentError."""
    import numpy as np

    x1, n1, x2, n2 = two_windows(x1, n1, x2, n2)
    within("better", better, 0, 1)
    important = np.where(
        x1 * WINDOW >= THIRTY_PERCENT_FROM_DAYS * n1,
        Response.BY_30_PERCENT.reached(x1, n1, x2, n2),
        Response.BY_50_PERCENT.reached(x1, n1, x2, n2),
    )
    code = ORDER.index
    codes = np.select(
        [x1 < FEWEST_BASELINE_DAYS, better >= BEYOND_CHANCE, important, better <= 1 - BEYOND_CHANCE],
        [
            code(Category.NOT_ASSESSABLE),
            np.where(important, code(Category.IMPROVED_IMPORTANT), code(Category.IMPROVED_BEYOND_ERROR)),
            code(Category.IMPORTANT_BUT_UNCERTAIN),
            code(Category.WORSE_BEYOND_ERROR),
        ],
        default=code(Category.WITHIN_ERROR),
    )
    found: NDArray[np.object_] = np.array(ORDER, dtype=object)[codes]
    return found
