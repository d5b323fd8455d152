"""How much a result tells, in bits."""

from __future__ import annotations

from math import log2


def entropy(chance: float) -> float:
    """Bits of a yes-or-no question whose chance of yes this is."""
    if chance <= 0 or chance >= 1:
        return 0.0
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)


def expected_bits(now: float, after_positive: float, after_negative: float) -> float:
    """What a test is expected to tell about a yes-or-no question, from the probabilities now and after each result.

    The chance of a positive result is the one at which the expected probability is the one of now; a test that moves
    it one way only tells nothing that could be counted on.
    """
    span = after_positive - after_negative
    if span <= 0 or not after_negative < now < after_positive:
        return 0.0
    positive = (now - after_negative) / span
    told = entropy(now) - positive * entropy(after_positive) - (1 - positive) * entropy(after_negative)
    return max(0.0, told)
