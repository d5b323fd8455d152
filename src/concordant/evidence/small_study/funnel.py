"""A funnel plot as numbers: points, the middle, and the edges of its regions.

Around the middle: where effects would lie if all shared it. Around 0: regions of p, which tell studies missing because
they were not significant from other asymmetry (Peters et al. 2008, 10.1016/j.jclinepi.2007.11.010).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.distributions import normal_limit
from concordant.evidence.pooling.fit import Model, pool
from concordant.evidence.refused import Refused

LEVELS = (0.90, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Region:
    """The edges at each standard error of `Funnel.se_axis`."""

    level: float
    low: Array
    high: Array


@dataclass(frozen=True, slots=True)
class Funnel:
    """Everything that a drawing or a table of the funnel needs, in the unit of the effects."""

    effect: Array
    se: Array
    middle: float
    se_axis: Array
    around_middle: tuple[Region, ...]
    around_zero: tuple[Region, ...]


def funnel(
    yi: ArrayLike, vi: ArrayLike, *, model: Model = "FE", levels: tuple[float, ...] = LEVELS, steps: int = 2
) -> Funnel:
    """Points and regions; `steps` standard errors from 0 to the largest (two suffice: the edges are straight)."""
    if steps < 2:
        raise Refused("an edge has two ends", column="steps", value=steps, allowed="2 or more")
    middle = float(pool(yi, vi, model=model).estimate)
    y, se = np.asarray(yi, dtype=np.float64), np.sqrt(np.asarray(vi, dtype=np.float64))
    axis = np.linspace(0.0, float(se.max()), steps)

    def regions(centre: float) -> tuple[Region, ...]:
        return tuple(
            Region(one, centre - normal_limit(one) * axis, centre + normal_limit(one) * axis) for one in levels
        )

    return Funnel(y, se, middle, axis, regions(middle), regions(0.0))
