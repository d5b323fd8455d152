"""What a reader must know before believing one pooled result, as data: what is undefined, and what is fragile.

Fewer than five trials: an interval for the spread says little. Fewer than ten: no small-study test (Cochrane Handbook,
chapter 13). Knapp-Hartung can be far narrower than the weights allow when effects agree by luck (Jackson et al. 2017,
10.1002/sim.7411).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined
from concordant.evidence.pooling.fit import Pool, pool
from concordant.evidence.pooling.heterogeneity import likelihood_peaks
from concordant.settings import whole
from concordant.settings.declared import Standing

FEW = 5
"""Below this many trials intervals are wide and the spread is hardly known."""
FEWEST_FOR_SMALL_STUDY_TESTS = whole(
    "evidence_trials_for_small_study_tests",
    10,
    unit="trials",
    says="With fewer trials publication bias stays not assessable and no test of it is run.",
    source="Cochrane Handbook 13.3.5.4",
    standing=Standing.RECALLED,
)
FEWEST_FOR_PREDICTION = 3


class Code(StrEnum):
    """What a caution is about."""

    ONE_TRIAL = "one_trial"
    FEW_TRIALS = "few_trials"
    NO_SMALL_STUDY_TESTS = "no_small_study_tests"
    NO_PREDICTION = "no_prediction"
    ALL_AGREE = "all_agree"
    KNAPP_HARTUNG_NARROW = "knapp_hartung_narrow"
    TWO_PEAKS = "two_peaks"


@dataclass(frozen=True, slots=True)
class Caution:
    """One caution: what it is about, the sentence, the fields it makes undefined, and the numbers behind it."""

    code: Code
    says: str
    undefined: tuple[str, ...] = ()
    numbers: tuple[tuple[str, float], ...] = ()


def cautions(yi: ArrayLike, vi: ArrayLike, pooled: Pool) -> tuple[Caution, ...]:
    """Everything to be said beside one pooled result; `yi` and `vi` are what it was pooled from."""
    k = int(pooled.k)
    found = []
    if k == 1:
        undefined: tuple[str, ...] = ("se_tau2", "H2_from_Q")
        if pooled.test != "z":
            undefined += ("se", "statistic", "p", "ci_low", "ci_high")
        found.append(
            Caution(Code.ONE_TRIAL, "One trial: nothing is pooled, and how trials differ cannot be known.", undefined)
        )
    elif k < FEW:
        says = f"Only {k} trials: the spread between trials is hardly known, and an honest interval is wide."
        found.append(Caution(Code.FEW_TRIALS, says, numbers=(("k", k),)))
    if k < FEWEST_FOR_SMALL_STUDY_TESTS:
        few = f"Fewer than {FEWEST_FOR_SMALL_STUDY_TESTS:d} trials"
        says = f"{few}: tests for small-study effects are not run, publication bias stays unassessed."
        found.append(Caution(Code.NO_SMALL_STUDY_TESTS, says, numbers=(("k", k),)))
    if k < FEWEST_FOR_PREDICTION:
        says = "Fewer than three trials: a prediction interval on t with k-2 degrees of freedom does not exist."
        found.append(Caution(Code.NO_PREDICTION, says, ("prediction_interval_t_k_minus_2",)))
    if k > 1 and pooled.test != "z":
        found.extend(_of_knapp_hartung(yi, vi, pooled))
    if pooled.peaks > 1:
        found.append(_of_peaks(yi, vi, pooled))
    return tuple(found)


def _of_knapp_hartung(yi: ArrayLike, vi: ArrayLike, pooled: Pool) -> list[Caution]:
    if pooled.se == 0:
        says = "All effects are the same: the Knapp-Hartung interval has no width, which says nothing about certainty."
        return [Caution(Code.ALL_AGREE, says, ("statistic",))]
    plain = pool(yi, vi, model=pooled.model, test="z", level=pooled.level)  # type: ignore[arg-type]  # a Pool's own model
    width, plain_width = pooled.ci_high - pooled.ci_low, plain.ci_high - plain.ci_low
    if width >= plain_width:
        return []
    says = (
        "The Knapp-Hartung interval is narrower than the normal one: the effects agree unusually well, perhaps by luck."
    )
    numbers = ("width", float(width)), ("width_normal", float(plain_width)), ("se_normal", float(plain.se))
    return [Caution(Code.KNAPP_HARTUNG_NARROW, says, numbers=numbers)]


def _of_peaks(yi: ArrayLike, vi: ArrayLike, pooled: Pool) -> Caution:
    found = likelihood_peaks(yi, vi, model="ML" if pooled.model == "ML" else "REML")
    assert not isinstance(found, NotDefined)
    numbers = []
    for place, one in enumerate(found, start=1):
        numbers += [(f"tau2_{place}", one.tau2), (f"log_likelihood_{place}", one.height)]
    says = "The likelihood has more than one peak: the highest is used, but another spread fits these trials too."
    return Caution(Code.TWO_PEAKS, says, numbers=tuple(numbers))
