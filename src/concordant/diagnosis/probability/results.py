"""Which results of this person count for this headache, and which known ones do not, and why.

A test counts as it was found first, before treatment changes it: the published accuracies are of untreated people.
Not tested contributes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Binding
from concordant.criteria.truth import Truth
from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.probability.assumptions import CLUSTER_BELOW_AGE
from concordant.diagnosis.probability.signs import (
    CLUSTER,
    CONCORDANT,
    FLEXION_ROTATION,
    MIGRAINE_CRITERIA,
    SIDE_LOCKED,
    TENDERNESS,
    TENSION_CRITERIA,
    Sign,
)
from concordant.facts import Scope
from concordant.facts.examination.flexion_rotation import frt_class, frt_restricted
from concordant.facts.examination.judgement import jull_cluster_positive
from concordant.facts.examination.palpation import concordant_any, palpation_pain_nrs
from concordant.facts.examination.session import headache_phase, hours_since_acute_medication
from concordant.facts.fact import SIDES
from concordant.facts.history.pattern import laterality
from concordant.facts.history.person import age_years
from concordant.measures.gates import MASKED_HOURS
from concordant.record.record import Record

MIGRAINE_CODES = ("1.1", "1.2")
TENSION_CODES = ("2.1", "2.2", "2.3")
UPPER_SEGMENTS = ("C0-C1", "C1-C2", "C2-C3")
SIDE_LOCKED_WORDS = ("left_always", "right_always")
OTHER_SIDES = ("one_sided_alternating", "bilateral")

NO_ACCURACY = {
    "ccft_": "no accuracy against other headache is published for the craniocervical flexion test alone",
    "arom_": "active range alone does not separate cervicogenic from other headache",
    "craniovertebral_angle": "forward head posture is no diagnostic sign",
    "jpe_": "joint position error does not separate cervicogenic from other headache",
    "ppt_": "pressure-pain thresholds have no diagnostic cut-off",
    "trigger_point_": "trigger points are common in migraine and tension-type headache too",
    "c0_c2_rotation": "the C0-C2 rotation test has no validated cut-off",
    "side_bend_rotation": "the side bend-rotation test was not studied in cervicogenic headache",
    "sustained_pressure_": "the same sign as the concordant sign of palpation; never counted twice",
}
"""Beginnings of fact names, and why these results do not move the probability (examination 6)."""


@dataclass(slots=True)
class Results:
    """What counts, and what does not."""

    used: dict[Sign, bool] = field(default_factory=dict)
    """True for a positive result."""
    left_out: dict[str, str] = field(default_factory=dict)
    """Why, by name of the test."""


def results(record: Record, headache: str, diagnoses: Iterable[DiagnosisReading]) -> Results:
    """The results that count for one headache."""
    found = Results()
    where = UNBOUND.bound(Scope.HEADACHE, headache)
    visits = [where.bound(Scope.VISIT, visit) for visit in record.visits]
    _flexion_rotation(record, visits, found)
    _cluster(record, visits, found)
    _concordant(record, visits, found)
    _tenderness(record, visits, found)
    side = record.read(Term(laterality), where).value
    if side in (*SIDE_LOCKED_WORDS, *OTHER_SIDES):
        found.used[SIDE_LOCKED] = side in SIDE_LOCKED_WORDS
    _criteria(diagnoses, found)
    _without_accuracy(record, found)
    return found


def _flexion_rotation(record: Record, visits: list[Binding], found: Results) -> None:
    for visit in visits:
        restricted = record.read(Term(frt_restricted), visit).value
        if not isinstance(restricted, bool):
            continue
        classes = [record.read(Term(frt_class, side), visit).value for side in SIDES]
        if not restricted and "borderline" in classes:
            found.left_out[FLEXION_ROTATION.name] = "borderline for age: neither positive nor negative"
        else:
            found.used[FLEXION_ROTATION] = restricted
        return


def _cluster(record: Record, visits: list[Binding], found: Results) -> None:
    positive = _first(record, Term(jull_cluster_positive), visits)
    if positive is None:
        return
    age = record.read(Term(age_years), UNBOUND).value
    if not isinstance(age, int | float):
        found.left_out[CLUSTER.name] = f"age is not known; it counts below {CLUSTER_BELOW_AGE} only"
    elif age >= CLUSTER_BELOW_AGE:
        found.left_out[CLUSTER.name] = (
            f"from {CLUSTER_BELOW_AGE} years it is seen in migraine and tension-type headache too"
        )
    else:
        found.used[CLUSTER] = positive


def _concordant(record: Record, visits: list[Binding], found: Results) -> None:
    told = [visit for visit in visits if isinstance(record.read(Term(concordant_any), visit).value, bool)]
    clear = [visit for visit in told if not masked(record, visit)]
    if clear:
        found.used[CONCORDANT] = record.read(Term(concordant_any), clear[0]).value is True
    elif told:
        found.left_out[CONCORDANT.name] = "masked: found in an attack or within 24 h of an acute medicine"


def masked(record: Record, visit: Binding) -> bool:
    """Provocation at this visit says nothing: an attack was going on, or an acute medicine was taken just before."""
    hours = record.read(Term(hours_since_acute_medication), visit).value
    soon = isinstance(hours, int | float) and hours < MASKED_HOURS
    return soon or record.read(Term(headache_phase), visit).value == "attack"


def _tenderness(record: Record, visits: list[Binding], found: Results) -> None:
    for visit in visits:
        pains = [
            record.read(Term(palpation_pain_nrs, side, segment), visit).value
            for side in SIDES
            for segment in UPPER_SEGMENTS
        ]
        known = [pain for pain in pains if isinstance(pain, int | float)]
        if any(pain > 0 for pain in known):
            found.left_out[TENDERNESS.name] = "tender, which says little; only a painless neck counts, against"
            return
        if len(known) == len(pains):
            if CLUSTER in found.used:
                found.left_out[TENDERNESS.name] = "a part of the cluster, which counts as a whole"
            else:
                found.used[TENDERNESS] = False
            return


def _first(record: Record, term: Term, visits: list[Binding]) -> bool | None:
    for visit in visits:
        value = record.read(term, visit).value
        if isinstance(value, bool):
            return value
    return None


def _criteria(diagnoses: Iterable[DiagnosisReading], found: Results) -> None:
    readings = list(diagnoses)
    for sign, codes in ((MIGRAINE_CRITERIA, MIGRAINE_CODES), (TENSION_CRITERIA, TENSION_CODES)):
        truths = [without_closing(one) for one in readings if one.diagnosis.code in codes]
        if Truth.MET in truths:
            found.used[sign] = True
        elif truths and all(truth is Truth.NOT_MET for truth in truths):
            found.used[sign] = False


def without_closing(reading: DiagnosisReading) -> Truth:
    """All lettered criteria of a diagnosis but the closing one: would it fit?"""
    closing = reading.diagnosis.closing_letter
    truths = [part.truth for part in reading.trace.parts if part.letter != closing]
    if Truth.NOT_MET in truths:
        return Truth.NOT_MET
    return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.MET


def _without_accuracy(record: Record, found: Results) -> None:
    entered = set(_entered(record))
    for beginning, why in NO_ACCURACY.items():
        names = sorted(name for name in entered if name.startswith(beginning))
        if names:
            found.left_out[names[0]] = why


def _entered(record: Record) -> Iterator[str]:
    for visit in record.visits.values():
        for finding in visit.findings:
            yield finding.fact
