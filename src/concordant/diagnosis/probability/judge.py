"""How sure: the probability that a headache is cervicogenic rather than migraine, tension-type or another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.probability import says
from concordant.diagnosis.probability.draws import Draws
from concordant.diagnosis.probability.estimate import HIGH, LOW, Estimate, estimated
from concordant.diagnosis.probability.prior import AFTER_WHIPLASH, CareSetting, clinics_setting
from concordant.diagnosis.probability.prior_draws import before_tests
from concordant.diagnosis.probability.results import results
from concordant.diagnosis.probability.signs import RIVALS, Sign, positive_chances
from concordant.facts import Scope
from concordant.facts.history.injury import days_injury_to_headache, whiplash_occurred
from concordant.record.record import Record
from concordant.safety import Action, Safety

AFTER_WHIPLASH_CODES = ("5.3", "5.4")


@dataclass(frozen=True, slots=True)
class Weight:
    """What one result says, alone, against the rivals as they are mixed in this setting."""

    sign: Sign
    positive: bool
    ratio: float
    """Likelihood ratio, middle of its draws; above 1 speaks for cervicogenic headache."""
    low: float
    high: float
    """Its 90 % interval."""
    against: dict[str, float]
    """The likelihood ratio against each rival."""


@dataclass(frozen=True, slots=True)
class Probability:
    """The number for one headache, what went into it, and what it means."""

    headache: str
    setting: CareSetting
    chosen_by: str
    """The fact that chose the setting, or "setting" where the clinic's stands."""
    prior: Estimate
    estimate: Estimate | None
    """None where it is withheld."""
    used: Mapping[Sign, bool]
    weights: tuple[Weight, ...]
    left_out: Mapping[str, str]
    withheld: str
    says: tuple[str, ...]

    @property
    def code(self) -> str:
        """11.2.1."""
        return CERVICOGENIC

    @property
    def rivals(self) -> tuple[str, ...]:
        """What it is weighed against."""
        return RIVALS


def probability(record: Record, safety: Safety, headache: str, diagnoses: tuple[DiagnosisReading, ...]) -> Probability:
    """The probability of 11.2.1 for one headache, or why there is none. Not a diagnosis."""
    setting, chosen_by = _setting(record, headache)
    found = results(record, headache, diagnoses)
    withheld = _withheld(safety)
    estimate = None if withheld else estimated(setting, found.used)
    return Probability(
        headache=headache,
        setting=setting,
        chosen_by=chosen_by,
        prior=estimated(setting, {}),
        estimate=estimate,
        used=found.used,
        weights=tuple(_weight(setting, sign, positive) for sign, positive in found.used.items()),
        left_out=found.left_out,
        withheld=withheld,
        says=(withheld,) if withheld else _sentences(setting, found.used, safety, diagnoses),
    )


def _setting(record: Record, headache: str) -> tuple[CareSetting, str]:
    """After whiplash where this headache began, or became twice as bad, after one; else the clinic's."""
    where = UNBOUND.bound(Scope.HEADACHE, headache)
    for injury in record.injuries:
        there = where.bound(Scope.INJURY, injury)
        if record.read(Term(whiplash_occurred), there).value is not True:
            continue
        days = record.read(Term(days_injury_to_headache), there).value
        low = getattr(days, "low", days)
        if isinstance(low, int | float) and low >= 0:
            return AFTER_WHIPLASH, days_injury_to_headache.name
    return clinics_setting(), "setting"


def _withheld(safety: Safety) -> str:
    for flag in safety.open:
        if flag.action in (Action.EMERGENCY, Action.SAME_DAY):
            return says.WITHHELD.format(flag=flag.flag.name)
    return ""


def _weight(setting: CareSetting, sign: Sign, positive: bool) -> Weight:
    chances = positive_chances(sign) if positive else 1 - positive_chances(sign)
    shares = before_tests(setting.key)[1:]
    mixed: Draws = chances[0] * shares.sum(axis=0) / (shares * chances[1:]).sum(axis=0)
    low, middle, high = np.quantile(mixed, (LOW, 0.5, HIGH))
    alone = np.median(chances[0] / chances[1:], axis=1)
    against = {rival: float(ratio) for rival, ratio in zip(RIVALS, alone, strict=True)}
    return Weight(sign, positive, float(middle), float(low), float(high), against)


def _sentences(
    setting: CareSetting, used: Mapping[Sign, bool], safety: Safety, diagnoses: tuple[DiagnosisReading, ...]
) -> tuple[str, ...]:
    status = {one.diagnosis.code: one.status for one in diagnoses}
    told = [says.MEANING, says.NOT_A_DIAGNOSIS, says.BIAS]
    if setting.note:
        told.append(setting.note)
    if len(used) > 1:
        told.append(says.DEPENDENCE)
    after = next((code for code in AFTER_WHIPLASH_CODES if status.get(code) is Status.DEFINITE), None)
    if after:
        told.append(says.AFTER_WHIPLASH.format(code=after))
    if status.get(CERVICOGENIC) is Status.DEFINITE:
        told.append(says.DEFINITE)
    if status.get(CERVICOGENIC) is Status.EXCLUDED and not after:
        told.append(says.EXCLUDED)
    if safety.action is Action.URGENT:
        told.append(says.URGENT)
    elif safety.not_screened:
        told.append(says.NOT_SCREENED)
    return tuple(told)
