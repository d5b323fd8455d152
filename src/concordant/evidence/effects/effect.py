"""What a data set of trials found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from concordant.evidence.numbers import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """Effects and their sampling variances, of one measure, as a pool takes them."""

    yi: Floats
    """Shape ``(..., k)``; ratios on the natural-logarithm scale. NaN: no trial."""
    vi: Floats
    """Sampling variance of each, same shape, in the unit of ``yi`` squared."""
    measure: str
    """Short name, as metafor's escalc has it: MD, SMD, OR, …"""
    says: str
    """How effect and variance were computed, in one sentence."""

    @property
    def se(self) -> Floats:
        """Standard errors."""
        return np.sqrt(self.vi)


def effects(yi: Floats, vi: Floats, measure: str, says: str) -> Effects:
    """Both NaN wherever one of the two is."""
    yi, vi = np.broadcast_arrays(yi, vi)
    unknown = np.isnan(yi) | np.isnan(vi)
    return Effects(np.where(unknown, np.nan, yi), np.where(unknown, np.nan, vi), measure, says)
