"""Effects and variances as the formulas want them: trials along the first axis, data sets along the last.

One data set has shape (k,), many have shape (k, sets). A sum over the first axis is then a number or a row, and the
same formula serves both; with many sets every step is one long vector operation. A trial that a set does not have
(NaN in both inputs) gets effect 0 and an infinite variance, so that its weight is 0 in every sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from concordant.evidence.refused import Refused

Array = NDArray[np.float64]
Numbers = float | Array
"""A number for one data set, an array of them for many."""


SMALLEST, LARGEST = 1e-30, 1e30
"""Beyond these powers of weights and effects leave the range of floating point, and no trial lies there."""


@dataclass(frozen=True, slots=True)
class Trials:
    """Effects measured from the set's most precise trial (so that no digits are lost far from zero), and variances.

    Where all effects agree they are then exactly 0.
    """

    y: Array
    v: Array
    k: Any
    """How many trials a set has: an int, or an array where sets differ."""
    centre: Any
    """What was taken from the effects."""
    sets: tuple[int, ...]
    """The leading axes of the input: () for one data set."""
    present: NDArray[np.bool_] | None
    """Which trials are there; None where all are."""

    @property
    def scatter(self) -> Any:
        """Sum of the squared distances of the effects from their plain mean."""
        total = np.add.reduce(self.y)
        return np.add.reduce(self.y * self.y) - total * total / self.k

    def part(self, chosen: slice | NDArray[Any]) -> Trials:
        """Some of many data sets."""
        k = self.k if isinstance(self.k, int) else self.k[chosen]
        present = None if self.present is None else self.present[:, chosen]
        y, v = np.ascontiguousarray(self.y[:, chosen]), np.ascontiguousarray(self.v[:, chosen])
        return Trials(y, v, k, self.centre[chosen], (y.shape[1],), present)


def trials(yi: ArrayLike, vi: ArrayLike) -> Trials:
    """Effects and sampling variances, shape (..., k). Refused: unequal shapes, variance not above 0, infinity, none."""
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    if y.shape != v.shape or y.ndim == 0:
        raise Refused(
            "effects and variances do not belong together",
            column="yi, vi",
            value=(y.shape, v.shape),
            allowed="the same shape, trials along the last axis",
        )
    if not y.size:
        raise Refused("there is no trial to pool", column="yi", allowed="at least one trial")
    if y.ndim == 1:
        if np.minimum.reduce(v) >= SMALLEST and np.maximum.reduce(v) <= LARGEST and np.abs(y).max() <= LARGEST:
            centre = y[v.argmin()]
            return Trials(y - centre, v, y.size, centre, (), None)
        y, v = y[~(np.isnan(y) & np.isnan(v))], v[~(np.isnan(y) & np.isnan(v))]
        _refuse(y, v)
        return trials(y, v)
    sets = y.shape[:-1]
    y, v = (np.ascontiguousarray(one.reshape(-1, one.shape[-1]).T) for one in (y, v))
    if v.min() >= SMALLEST and v.max() <= LARGEST and np.abs(y).max() <= LARGEST:
        centre = y[v.argmin(axis=0), np.arange(y.shape[1])]
        return Trials(y - centre, v, y.shape[0], centre, sets, None)
    present = ~(np.isnan(y) & np.isnan(v))
    _refuse(np.where(present, y, 0.0), np.where(present, v, 1.0))
    k = present.sum(axis=0)
    if not k.all():
        raise Refused("a data set has no trial", column="yi", allowed="at least one trial in each data set")
    centre = y[np.where(present, v, np.inf).argmin(axis=0), np.arange(y.shape[1])]
    return Trials(np.where(present, y - centre, 0.0), np.where(present, v, np.inf), k, centre, sets, present)


def _refuse(y: Array, v: Array) -> None:
    """Say which value cannot be pooled, if one cannot."""
    if not y.size:
        raise Refused("there is no trial to pool", column="yi", allowed="at least one trial")
    for column, values, usable, allowed in (
        ("vi", v, (v >= SMALLEST) & (v <= LARGEST), f"a number above 0 ({SMALLEST:g} to {LARGEST:g})"),
        ("yi", y, np.abs(y) <= LARGEST, f"a finite number (to {LARGEST:g})"),
    ):
        if not usable.all():
            place = tuple(int(axis[0]) for axis in np.nonzero(~usable))
            which = f" of data set {place[1] + 1}" if len(place) > 1 else ""
            says = f"trial {place[0] + 1}{which} cannot be pooled"
            raise Refused(says, row=place[0] + 1, column=column, value=float(values[place]), allowed=allowed)
