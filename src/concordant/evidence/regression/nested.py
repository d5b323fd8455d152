"""Several effects of one study: their covariance, and the likelihood of its two variances.

y_ij = x_ij b + u_i + w_ij + e_ij, with u between studies (outer), w between effects of one study (inner), and e of
known variance. Matrices are dense: trials that report several outcomes number tens, not thousands.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.tau2.likelihood import NEAR
from concordant.evidence.refused import Refused

ROUNDS = 200
GRID = 9


@dataclass(frozen=True, slots=True)
class AtTwo:
    """The fit at one pair of variances."""

    sigma2: Array
    height: float
    """Log-likelihood, constants as metafor counts them."""
    slope: Array
    information: Array
    """Negative second derivatives where that is a maximum, else their expectation."""
    inverse: Array
    """Inverse of the covariance of the effects."""
    coefficients: Array
    covariance: Array


@dataclass(frozen=True, slots=True)
class Nested:
    """Effects, known variances, design, and which effects share a study (outer) and a line within it (inner)."""

    y: Array
    v: Array
    x: Array
    outer: Array
    inner: Array
    restricted: bool

    def at(self, sigma2: Array) -> AtTwo:
        """Likelihood, slope and curvature at (outer, inner)."""
        k, p = self.x.shape
        total = np.diag(self.v) + sigma2[0] * self.outer + sigma2[1] * self.inner
        try:
            factor = cho_factor(total, lower=True)
        except np.linalg.LinAlgError:
            raise Refused("the variances lie too far apart for effects within studies", column="vi") from None
        inverse = cho_solve(factor, np.eye(k))
        wx = inverse @ self.x
        covariance = np.linalg.inv(self.x.T @ wx)
        p_matrix = inverse - wx @ covariance @ wx.T
        seen = p_matrix @ self.y
        parts = (self.outer, self.inner)
        lowering = p_matrix if self.restricted else inverse
        products = [lowering @ part for part in parts]
        rests = [part @ seen for part in parts]
        slope = 0.5 * np.array([rest @ seen - np.trace(one) for rest, one in zip(rests, products, strict=True)])
        expected, squares = np.empty((2, 2)), np.empty((2, 2))
        for i in (0, 1):
            for j in (0, 1):
                expected[i, j] = 0.5 * (products[i] * products[j].T).sum()
                squares[i, j] = rests[i] @ p_matrix @ rests[j]
        observed = squares - expected
        twice = 2 * float(np.log(np.diag(factor[0])).sum()) + float(self.y @ seen)
        if self.restricted:
            sizes = float(np.linalg.slogdet(self.x.T @ self.x)[1] + np.linalg.slogdet(covariance)[1])
            height = -0.5 * ((k - p) * math.log(2 * math.pi) + twice - sizes)
        else:
            height = -0.5 * (k * math.log(2 * math.pi) + twice)
        peaked = observed[0, 0] > 0 and observed[1, 1] > 0 and np.linalg.det(observed) > 0
        information = observed if peaked else expected
        return AtTwo(sigma2, height, slope, information, inverse, covariance @ (wx.T @ self.y), covariance)

    def highest(self, held: tuple[float | None, float | None] = (None, None)) -> AtTwo:
        """The highest point on variances >= 0; a variance that is held stays where it is."""
        free = [place for place in (0, 1) if held[place] is None]
        if not free:
            return self.at(np.array([float(one or 0.0) for one in held]))
        scale = float(self.y.var()) + float(self.v.mean())
        axis = scale * np.linspace(0.0, 1.0, GRID) ** 3
        grid = np.array(np.meshgrid(*(axis if one is None else [one] for one in held), indexing="ij"))
        heights = np.array([self.at(one).height for one in grid.reshape(2, -1).T]).reshape(grid.shape[1:])
        starts = [grid[:, *place] for place in np.argwhere(_tops(heights))]
        return max((self._climbed(start, free) for start in starts), key=lambda one: one.height)

    def _climbed(self, start: Array, free: list[int]) -> AtTwo:
        """Newton's method with halved steps; a variance at 0 that would fall further stays there."""
        now = self.at(start)
        size = float(self.v.min())
        for _ in range(ROUNDS):
            moving = [one for one in free if now.sigma2[one] > 0 or now.slope[one] > 0]
            if not moving:
                return now
            step = np.zeros(2)
            # the shortest step: with one effect a study the two variances cannot be told apart
            step[moving] = np.linalg.lstsq(now.information[np.ix_(moving, moving)], now.slope[moving])[0]
            new = self.at(np.maximum(0.0, now.sigma2 + step))
            if np.all(np.abs(new.sigma2 - now.sigma2) <= NEAR * (now.sigma2 + 1e-6 * size)):
                return new  # the error squares with each step: heights tell nothing more
            while new.height < now.height:
                step /= 2
                if not np.abs(step).max() > 1e-12 * size:
                    return now
                new = self.at(np.maximum(0.0, now.sigma2 + step))
            now = new
        return now


def _tops(heights: Array) -> Array:
    """Which points of the grid are not below a neighbour."""
    padded = np.pad(heights, 1, constant_values=-np.inf)
    rows, columns = heights.shape
    neighbours = [
        padded[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
        if down or right
    ]
    return np.asarray(heights >= np.max(neighbours, axis=0))
