"""Priors, each with its scale in the unit of the effect and a sentence that says what it believes.

No scale has a default: whoever pools states it. The predictive priors of :data:`EMPIRICAL` are for standardised mean
differences and log odds ratios only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.special import gammaln, ndtri, stdtrit

from concordant.evidence.numbers import Floats
from concordant.evidence.refused import Refused


def _log_t(x: Floats, degrees: float) -> Floats:
    constant = gammaln((degrees + 1) / 2) - gammaln(degrees / 2) - 0.5 * math.log(degrees * math.pi)
    return np.asarray(constant - (degrees + 1) / 2 * np.log1p(x**2 / degrees))


def _exp(log: float) -> float:
    """Far in the tail of a log-t, τ is more than a float holds."""
    return math.exp(log) if log < 700 else math.inf


def _above_0(value: float, column: str, *, infinite: bool = False) -> None:
    if not (value > 0 and (infinite or math.isfinite(value))):
        raise Refused("is no scale of a prior", column=column, value=value, allowed="above 0")


class TauPrior(Protocol):
    """A proper prior of the heterogeneity τ > 0, in the unit of the effect."""

    def log_density(self, tau: Floats) -> Floats:
        """Natural logarithm of the density at each τ > 0."""

    def quantile(self, probability: float) -> float:
        """τ below which that much of the prior lies; 0 < probability < 1."""

    @property
    def says(self) -> str:
        """The prior in words."""


@dataclass(frozen=True, slots=True)
class NormalMean:
    """μ ~ N(mean, sd²); an infinite sd is the flat (improper) prior."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.mean):
            raise Refused("is no mean of a prior", column="mean", value=self.mean, allowed="a finite number")
        _above_0(self.sd, "sd", infinite=True)

    @property
    def says(self) -> str:
        """The prior in words."""
        if math.isinf(self.sd):
            return "every mean effect equally likely beforehand (flat)"
        return f"mean effect beforehand normal around {self.mean:g} with SD {self.sd:g}"


FLAT = NormalMean(0.0, math.inf)
"""Every mean effect equally likely beforehand."""


@dataclass(frozen=True, slots=True)
class HalfNormal:
    """|N(0, scale²)|; median 0.674 scale."""

    scale: float

    def __post_init__(self) -> None:
        _above_0(self.scale, "scale")

    def log_density(self, tau: Floats) -> Floats:
        return 0.5 * math.log(2 / math.pi) - math.log(self.scale) - 0.5 * (tau / self.scale) ** 2

    def quantile(self, probability: float) -> float:
        return self.scale * float(ndtri((1 + probability) / 2))

    @property
    def says(self) -> str:
        """The prior in words."""
        return f"heterogeneity beforehand half-normal with scale {self.scale:g}"


@dataclass(frozen=True, slots=True)
class HalfT:
    """|t| times scale, with ``degrees`` of freedom; 1 is the half-Cauchy."""

    scale: float
    degrees: float

    def __post_init__(self) -> None:
        _above_0(self.scale, "scale")
        _above_0(self.degrees, "degrees")

    def log_density(self, tau: Floats) -> Floats:
        return math.log(2 / self.scale) + _log_t(tau / self.scale, self.degrees)

    def quantile(self, probability: float) -> float:
        return self.scale * float(stdtrit(self.degrees, (1 + probability) / 2))

    @property
    def says(self) -> str:
        """The prior in words."""
        if self.degrees == 1:
            return f"heterogeneity beforehand half-Cauchy with scale {self.scale:g}"
        return f"heterogeneity beforehand half-t with {self.degrees:g} degrees of freedom and scale {self.scale:g}"


def HalfCauchy(scale: float) -> HalfT:
    """|Cauchy| times scale (Gelman 2006, 10.1214/06-BA117A); median = scale."""
    return HalfT(scale, 1.0)


@dataclass(frozen=True, slots=True)
class LogNormal:
    """ln τ ~ N(location, scale²)."""

    location: float
    scale: float

    def __post_init__(self) -> None:
        _above_0(self.scale, "scale")

    def log_density(self, tau: Floats) -> Floats:
        log = np.log(tau)
        return (
            -0.5 * math.log(2 * math.pi) - math.log(self.scale) - log - 0.5 * ((log - self.location) / self.scale) ** 2
        )

    def quantile(self, probability: float) -> float:
        return _exp(self.location + self.scale * float(ndtri(probability)))

    @property
    def says(self) -> str:
        """The prior in words."""
        return f"logarithm of the heterogeneity beforehand normal around {self.location:g} with SD {self.scale:g}"


@dataclass(frozen=True, slots=True)
class LogT:
    """(ln τ - location)/scale ~ t with ``degrees`` of freedom."""

    location: float
    scale: float
    degrees: float

    def __post_init__(self) -> None:
        _above_0(self.scale, "scale")
        _above_0(self.degrees, "degrees")

    def log_density(self, tau: Floats) -> Floats:
        log = np.log(tau)
        return -math.log(self.scale) - log + _log_t((log - self.location) / self.scale, self.degrees)

    def quantile(self, probability: float) -> float:
        return _exp(self.location + self.scale * float(stdtrit(self.degrees, probability)))

    @property
    def says(self) -> str:
        """The prior in words."""
        return (
            f"logarithm of the heterogeneity beforehand t with {self.degrees:g} degrees of freedom around "
            f"{self.location:g} with scale {self.scale:g}"
        )


@dataclass(frozen=True, slots=True)
class EmpiricalPrior:
    """A predictive prior from the heterogeneity of earlier reviews, and where its numbers were read."""

    prior: LogNormal | LogT
    measure: str
    setting: str
    doi: str
    how_known: str


_TRANSCRIBED = "read in the tables of bayesmeta 3.4, which transcribe the paper; the paper's own table was not seen"

EMPIRICAL = {
    # The papers give location and scale of ln τ²; those of ln τ are half as large.
    "SMD, any outcome": EmpiricalPrior(
        LogT(-3.44 / 2, 2.59 / 2, 5.0),
        "SMD",
        "any outcome and comparison",
        "10.1016/j.jclinepi.2014.08.012",
        _TRANSCRIBED,
    ),
    "SMD, pain and function, non-drug v control": EmpiricalPrior(
        LogT(-3.02 / 2, 2.27 / 2, 5.0),
        "SMD",
        "general physical health, adverse event, pain, quality of life or functioning; non-drug v placebo or control",
        "10.1016/j.jclinepi.2014.08.012",
        _TRANSCRIBED,
    ),
    "OR, any outcome": EmpiricalPrior(
        LogNormal(-2.56 / 2, 1.74 / 2), "OR", "any outcome and comparison", "10.1002/sim.6381", _TRANSCRIBED
    ),
    "OR, pain, non-drug v control": EmpiricalPrior(
        LogNormal(-2.05 / 2, 1.71 / 2), "OR", "pain; non-drug v placebo or control", "10.1002/sim.6381", _TRANSCRIBED
    ),
}
"""Rhodes 2015 (standardised mean differences) and Turner 2015 (log odds ratios), by setting."""
