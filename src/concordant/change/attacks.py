"""The probability that attacks really became rarer (retest 3.5): attacks, unlike days, can exceed one a day.

Gamma-Poisson with the prior Gamma(1/2, 0) on each rate. With q = k T2/T1, P(l2 <= k l1) is the Beta distribution
function of q/(1 + q) with parameters 1/2 + x2 and 1/2 + x1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scipy.special import betainc

from concordant.change.arguments import is_one, whole_numbers, within

if TYPE_CHECKING:
    from concordant.change.arguments import Amount


def probability_of_fewer_attacks(x1: Amount, t1: Amount, x2: Amount, t2: Amount, ratio: float = 1.0) -> Amount:
    """P(rate 2 <= ratio x rate 1), 0 to 1, of x1 attacks in t1 observed days and x2 in t2.

    Days above 0, ratio above 0: 1 is P(better), 0.7 a fall of at least 30 %, 0.5 of 50 %. Numbers or arrays.
    Raises ArgumentError.
    """
    first, second = whole_numbers("x1", x1), whole_numbers("x2", x2)
    q = within("ratio", ratio, 0, is_open=True) * within("t2", t2, 0, is_open=True)
    q = q / within("t1", t1, 0, is_open=True)
    found = betainc(0.5 + second, 0.5 + first, q / (1 + q))
    return float(found) if is_one(found) else found  # type: ignore[return-value]  # of the kind that came in
