"""Kelley's estimate of the true score: an extreme score is partly luck (retest 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordant.change.arguments import within

if TYPE_CHECKING:
    from concordant.change.arguments import Amount


def true_score(score: Amount, mean: Amount, icc: Amount) -> Amount:
    """T = ICC x + (1 - ICC) M, in points; M is the mean of the group, the ICC 0 to 1. Raises ArgumentError."""
    share = within("icc", icc, 0, 1)
    estimate: Amount = share * within("score", score) + (1 - share) * within("mean", mean)
    return estimate


def true_score_error(sd: Amount, icc: Amount) -> Amount:
    """Standard error of the true score, SD sqrt(ICC (1 - ICC)), in points. Raises ArgumentError."""
    share = within("icc", icc, 0, 1)
    error: Amount = within("sd", sd, 0) * (share * (1 - share)) ** 0.5
    return error
