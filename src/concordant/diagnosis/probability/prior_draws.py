"""Draws of how common each headache is before any test."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from concordant.diagnosis.probability.assumptions import STUDY_CASES, STUDY_RIVALS
from concordant.diagnosis.probability.draws import Draws, beta, uniform
from concordant.diagnosis.probability.prior import CARE_SETTINGS, Rivals
from concordant.diagnosis.probability.published import Proportion


@cache
def before_tests(key: str) -> Draws:
    """Shares of cervicogenic, migraine, tension-type and other headache (rows), draw by draw, in this setting."""
    setting = next(one for one in CARE_SETTINGS if one.key == key)
    own = _mixed(setting.shares)
    return np.vstack([own, (1 - own) * _divided(setting.rivals)])


def _mixed(studies: tuple[Proportion, ...]) -> Draws:
    which = _which("prior study", len(studies))
    drawn = np.stack([beta("prior", *_weighed(study.a, study.b)) for study in studies])
    return np.asarray(np.take_along_axis(drawn, which[None, :], axis=0)[0])


def _divided(studies: tuple[Rivals, ...]) -> Draws:
    """Stick-breaking draws of a Dirichlet distribution for each study."""
    which = _which("rivals study", len(studies))
    drawn = []
    for study in studies:
        counts = np.array([study.migraine, study.tension_type, study.other]) + 0.5
        counts *= min(1.0, STUDY_RIVALS / counts.sum())
        migraine = beta("migraine share", counts[0], counts[1] + counts[2])
        tension = (1 - migraine) * beta("tension share", counts[1], counts[2])
        drawn.append(np.stack([migraine, tension, 1 - migraine - tension]))
    return np.asarray(np.take_along_axis(np.stack(drawn), which[None, None, :], axis=0)[0])


def _which(name: str, of: int) -> NDArray[np.intp]:
    return np.asarray((uniform(name) * of).astype(np.intp))


def _weighed(a: float, b: float) -> tuple[float, float]:
    scale = min(1.0, STUDY_CASES / a)
    return a * scale, b * scale
