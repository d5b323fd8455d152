"""Pressure-pain thresholds (examination 3.10)."""

from __future__ import annotations

from concordant.facts.examination import posture_and_pressure as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.measures.limits import ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import NOT_IN_AN_ATTACK
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import Join, RealChange, Spread, Trials
from concordant.measures.source import Known, Source

REAL_CHANGE_KPA = 196
"""Repeatability 2.0 kg/cm2 x 98.07 between days, headache patients, Sand 1997 (author recalled)."""
WITHIN_SESSION_KPA = 102
"""The larger mean maximal difference within one session, Persson 2004."""

_SAND = Source("Sand 1997, 10 of 30 with cervicogenic headache", Known.READ, "10.1046/j.1468-2982.1997.1707748.x")
_ERROR = Source("Sand 1997, repeatability of 196 kPa between days", Known.DERIVED, _SAND.doi)
_TRIALS = Trials(
    3,
    3,
    Join.MEAN_AFTER_FIRST,
    Spread(WITHIN_SESSION_KPA, Source("Persson 2004, trapezius and deltoid", Known.READ, "10.1080/16501970310015218")),
)


def _threshold(fact: Fact[Quantity], where: str) -> Measure:
    return Measure(
        fact,
        f"pressure-pain threshold, {where}",
        Better.UP,
        ("algometer",),
        ("sitting", "supine", "prone"),
        step=1,
        trials=_TRIALS,
        error=ReadingError.from_change(REAL_CHANGE_KPA, _ERROR),
        no_norm="no norm by age was read; healthy women run from 88 to 574 kPa at the trapezius (Persson 2004)",
        change=RealChange(REAL_CHANGE_KPA, "2.0 kg/cm² between days, Sand 1997", Known.READ),
    )


upper_trapezius = _threshold(facts.ppt_upper_trapezius_kpa, "upper trapezius")
suboccipital = _threshold(facts.ppt_suboccipital_kpa, "suboccipital")
c2_pillar = _threshold(facts.ppt_c2_pillar_kpa, "C2 pillar")
temporalis = _threshold(facts.ppt_temporalis_kpa, "temporalis")
tibialis_anterior = _threshold(facts.ppt_tibialis_anterior_kpa, "tibialis anterior")

procedure = Procedure(
    "pressure_pain",
    "Pressure-pain thresholds",
    "examination 3.10",
    step=6,
    body=Body.SITTING,
    how=(
        "Before anything that provokes, in the same order at each retest. Probe of 1 cm² at a right angle, "
        "pressure rising by 30 to 50 kPa a second; stop at the first pain. Three readings 30 s apart; drop the "
        "first, mean of the rest. Upper trapezius, suboccipital, C2 pillar, temporalis, and tibialis anterior as "
        "the far site. Pain now lowers it."
    ),
    contraindications="A lesion of the skin, neuropathy at the site, bruising under anticoagulants.",
    minutes=minutes("pressure_pain", 15, "pressure-pain thresholds, five sites on both sides"),
    source=f"{_SAND}; Persson 2004, doi:10.1080/16501970310015218",
    measures=(upper_trapezius, suboccipital, c2_pillar, temporalis, tibialis_anterior),
    locked_by=NOT_IN_AN_ATTACK,
)
