"""Prediction interval: where the effect of the next, similar trial would lie.

Two definitions are in use and both are given. metafor 3.8: the same distribution as the confidence interval (normal, or
t with k-1 degrees of freedom). Higgins, Thompson and Spiegelhalter 2009 (10.1111/j.1467-985X.2008.00552.x): t with k-2,
which needs three trials. Neither says anything about how a treatment differs from person to person.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from concordant.evidence.pooling.distributions import t_limit


def half_width(limit: Any, tau2: Any, se: Any) -> Any:
    """Half the interval, for a limit in standard deviations of the effect of a new trial."""
    return limit * np.sqrt(tau2 + se * se)


def t_limit_k_minus_2(k: Any, level: float) -> Any:
    """Limit of t with k-2 degrees of freedom; NaN below three trials."""
    return t_limit(k - 2, level)
