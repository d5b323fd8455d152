"""Do small studies show more? Regression of the effects on their standard errors.

`classical` is Egger's test (Egger, Davey Smith, Schneider and Minder 1997, 10.1136/bmj.315.7109.629) as weighted least
squares of the effect on its standard error, t with k-2 degrees of freedom; the other forms are meta-regressions on the
standard error with the named model and a normal test (Sterne and Egger, in Rothstein et al. 2005).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.fit import Model
from concordant.evidence.regression.fit import regress, with_intercept
from concordant.evidence.small_study.enough import enough


@dataclass(frozen=True, slots=True)
class Egger:
    """The slope on the standard error, and the limit: the effect that a study with standard error 0 would show."""

    slope_sei: float
    slope_se: float
    statistic: float
    df: float
    """Degrees of freedom of t; NaN where the test is normal."""
    p: float
    limit_estimate: float
    limit_se: float
    limit_ci: tuple[float, float]
    tau2: float


def egger(
    yi: ArrayLike,
    vi: ArrayLike,
    *,
    form: Literal["classical"] | Model = "classical",
    level: float = 0.95,
    even_so: bool = False,
) -> Egger | NotDefined:
    """Refused below ten trials unless `even_so`; not defined where all standard errors are the same."""
    y, v = enough(yi, vi, even_so=even_so)
    sei = np.sqrt(v)
    if np.ptp(sei) <= 1e-12 * sei.max():
        return NotDefined("slope on the standard error", Reason.EQUAL_STANDARD_ERRORS)
    if form == "classical":
        fit = regress(y, v, with_intercept(sei), model="FE", test="knha", level=level)
    else:
        fit = regress(y, v, with_intercept(sei), model=form, level=level)
    (limit, slope), (limit_se, slope_se) = fit.coefficients.tolist(), fit.se.tolist()
    ends = float(fit.ci_low[0]), float(fit.ci_high[0])
    statistic, p = float(fit.statistic[1]), float(fit.p[1])
    return Egger(slope, slope_se, statistic, fit.df, p, limit, limit_se, ends, fit.tau2)
