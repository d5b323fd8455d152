"""How many days must fall: the largest follow-up count that still counts as real (retest 3.6)."""

from __future__ import annotations

from collections.abc import Callable

from concordant.change.arguments import LONGEST_WINDOW, count, one_window
from concordant.change.assumptions import BEYOND_CHANCE, DEFAULT_EFFECT
from concordant.change.days.fall import probability_of_fall


def largest_follow_up(x1: int, n1: int, n2: int, effect: float = DEFAULT_EFFECT) -> int | None:
    """The largest x2 of n2 days with P(better) of at least 0.95 (setting); None where not even 0 is enough.

    Raises ArgumentError.
    """
    one_window("1", x1, n1)
    return largest_count(
        count("n2", n2, 1, LONGEST_WINDOW), lambda x2: probability_of_fall(x1, n1, x2, n2, effect) >= BEYOND_CHANCE
    )


def largest_count(n2: int, is_real: Callable[[int], bool]) -> int | None:
    """The last of the counts 0, 1, ... that a test still calls a fall; None where it calls none so.

    The counts are tried upwards until the first that is not real: beyond it a rise could be "real" as well.
    """
    last = None
    for x2 in range(n2 + 1):
        if not is_real(x2):
            break
        last = x2
    return last
