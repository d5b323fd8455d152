"""The tests that move the probability, and what each result says against each rival (examination 6).

A test gives, for each draw, the chance of a positive result in cervicogenic headache and in each rival. Where no
estimate was read for a rival, the test says nothing against it: the same chance as in cervicogenic headache.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

import numpy as np

from concordant.diagnosis.probability import published as p
from concordant.diagnosis.probability.assumptions import (
    CLUSTER_PEOPLE,
    CLUSTER_SPECIFICITY,
    CONCORDANT_LEAST,
    CONCORDANT_MOST,
    FRT_MIGRAINE_NEGATIVE,
    FRT_MIGRAINE_POSITIVE,
)
from concordant.diagnosis.probability.draws import Draws, beta, between, log_normal, of


class Kind(Enum):
    """Signs of one kind are correlated and share a cap."""

    NECK = "neck signs"
    HISTORY = "history"


RIVALS = ("migraine", "tension_type", "other")


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance of a positive result, draw by draw; None where nothing was read."""

    cervicogenic: Draws
    migraine: Draws | None = None
    tension_type: Draws | None = None
    other: Draws | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """One test."""

    key: str
    name: str
    kind: Kind
    rows: tuple[str, ...]
    sources: tuple[str, ...]
    chances: Callable[[], Chances] = field(repr=False)
    fact: str
    """The fact that holds its result."""
    only_negative: bool = False
    """A rule-out test: a positive result says nothing."""

    def __hash__(self) -> int:
        return hash(self.key)


@cache
def positive_chances(sign: Sign) -> Draws:
    """The chance of a positive result: cervicogenic and each rival in rows, draws in columns."""
    chances = sign.chances()
    own = chances.cervicogenic
    rivals = (chances.migraine, chances.tension_type, chances.other)
    return np.stack([own, *(own if rival is None else rival for rival in rivals)])


@cache
def log_ratios(sign: Sign, positive: bool) -> Draws:
    """Logarithms of the likelihood ratio of a result against each rival: rivals in rows, draws in columns."""
    chances = positive_chances(sign)
    if positive and sign.only_negative:
        return np.zeros_like(chances[1:])
    seen = chances if positive else 1 - chances
    return np.asarray(np.log(seen[0] / seen[1:]))


def _flexion_rotation() -> Chances:
    elsewhere = 1 - of("FRT specificity", p.FRT_SPECIFICITY)
    migraine = 1 - beta("FRT specificity migraine", FRT_MIGRAINE_NEGATIVE, FRT_MIGRAINE_POSITIVE)
    return Chances(of("FRT sensitivity", p.FRT_SENSITIVITY), migraine, elsewhere, elsewhere)


def _cluster() -> Chances:
    negative = beta(
        "cluster specificity", CLUSTER_SPECIFICITY * CLUSTER_PEOPLE, (1 - CLUSTER_SPECIFICITY) * CLUSTER_PEOPLE
    )
    return Chances(of("cluster sensitivity", p.CLUSTER_SENSITIVITY), 1 - negative, 1 - negative)


def _concordant() -> Chances:
    own = of("concordant sensitivity", p.CONCORDANT_SENSITIVITY)
    rival = own / between("concordant ratio", CONCORDANT_LEAST, CONCORDANT_MOST)
    return Chances(own, rival, rival)


def _not_tender() -> Chances:
    ratio = log_normal("not tender", p.NOT_TENDER_RATIO, p.NOT_TENDER_LOW, p.NOT_TENDER_HIGH)
    painless = 1 - p.TENDER_SENSITIVITY
    # Only a painless neck is read, so only this ratio matters; no neck without tenderness is more than certain.
    rival = 1 - np.minimum(painless / ratio, 0.98)
    return Chances(np.full_like(ratio, p.TENDER_SENSITIVITY), rival, rival, rival)


def _side_locked() -> Chances:
    rivals = (
        of("side-locked migraine", p.SIDE_LOCKED_MIGRAINE),
        of("side-locked tension", p.SIDE_LOCKED_TENSION),
        of("side-locked other", p.SIDE_LOCKED_OTHER),
    )
    # No estimate that is not circular (CHISG asks for it): anything from as often as in the rivals to always.
    least = np.max(np.stack(rivals), axis=0)
    return Chances(least + (0.999 - least) * between("side-locked", 0, 1), *rivals)


def _migraine_criteria() -> Chances:
    otherwise = of("migraine criteria otherwise", p.MIGRAINE_CRITERIA_NOT)
    return Chances(
        of("migraine criteria in CGH", p.MIGRAINE_CRITERIA_CERVICOGENIC),
        of("migraine criteria in migraine", p.MIGRAINE_CRITERIA_MIGRAINE),
        otherwise,
        otherwise,
    )


def _tension_criteria() -> Chances:
    return Chances(
        of("tension criteria in CGH", p.TENSION_CRITERIA_CERVICOGENIC),
        tension_type=of("tension criteria in tension", p.TENSION_CRITERIA_TENSION),
    )


FLEXION_ROTATION = Sign(
    "frt",
    "Flexion-rotation test",
    Kind.NECK,
    ("FRT-POOL", "A09", "A10"),
    (p.DEMONT, "specificity against migraine: product rule around Bragatto 2019, doi:10.1177/0333102419854061"),
    _flexion_rotation,
    "frt_restricted",
)
CLUSTER = Sign(
    "cluster",
    "Cluster of three neck signs",
    Kind.NECK,
    ("CLUSTER-JULL",),
    (p.JULL,),
    _cluster,
    "jull_cluster_positive",
)
CONCORDANT = Sign(
    "concordant",
    "Concordant sign",
    Kind.NECK,
    ("CONC-CUMMINS", "A26", "A28"),
    (p.CUMMINS, p.WATSON, "Luedtke 2017, doi:10.1186/s10194-017-0808-0"),
    _concordant,
    "concordant_any",
)
TENDERNESS = Sign(
    "tenderness",
    "Tenderness of the segments C0 to C3",
    Kind.NECK,
    ("A20",),
    (p.SCHNEIDER,),
    _not_tender,
    "palpation_pain_nrs",
    only_negative=True,
)
SIDE_LOCKED = Sign(
    "side_locked",
    "Side-locked pain",
    Kind.HISTORY,
    ("A35", "A36"),
    (p.LEONE, "how often in cervicogenic headache: no estimate that is not circular, so any value"),
    _side_locked,
    "laterality",
)
MIGRAINE_CRITERIA = Sign(
    "migraine_criteria",
    "Criteria of migraine",
    Kind.HISTORY,
    ("A38",),
    (p.VINCENT, p.COWAN),
    _migraine_criteria,
    "pain_qualities",
)
TENSION_CRITERIA = Sign(
    "tension_criteria",
    "Criteria of tension-type headache",
    Kind.HISTORY,
    ("A39",),
    (p.VINCENT, p.DONG),
    _tension_criteria,
    "pain_qualities",
)

SIGNS = (FLEXION_ROTATION, CLUSTER, CONCORDANT, TENDERNESS, SIDE_LOCKED, MIGRAINE_CRITERIA, TENSION_CRITERIA)
