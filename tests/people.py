"""People for tests, in the shape of the case file.

``asked_everything()`` is a person of whom everything was asked and who has no warning sign; a test then says
only what differs: ``asked_everything(laterality="bilateral", cancer_history=True)``. Each fact finds its own
place by its scope. ``NOT_ASKED`` takes an answer away; a section (``diary=[…]``) is replaced whole.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from concordant.assessment import Assessment, assess
from concordant.facts import DICTIONARY, Scope
from concordant.record.read import read_plain
from concordant.record.record import Record

NOT_ASKED = object()
FIRST_VISIT = date(2024, 1, 8)
SECTIONS = ("person", "episode", "facts", "injuries", "headaches", "visits", "outcomes", "diary", "treatments")

_NO = False

PERSON = dict.fromkeys(
    (
        "cancer_active",
        "cancer_history",
        "seizure_new",
        "papilloedema",
        "transient_visual_obscurations",
        "visual_loss_or_amaurosis",
        "immune_compromise",
        "dissection_diagnosed",
        "pulsatile_tinnitus",
        "jaw_claudication",
        "bladder_bowel_change",
        "hand_clumsiness",
        "unremitting_night_pain",
        "severe_nonmechanical_pain",
        "osteoporosis",
        "preexisting_headache",
        "neck_disorder_imaging_evidence",
    ),
    _NO,
) | {
    "pregnant_or_postpartum": "no",
    "vascular_risk_factors": [],
    "uci_symptoms": [],
    "uci_risk_conditions": [],
    "acute_med_days_per_30d": {"nsaid": 4},
    "neck_disorder_accepted_cause": True,
    "neck_disorder_type": "segmental_hypomobility",
}

VISIT = dict.fromkeys(
    (
        "meningism",
        "fever",
        "neuro_deficit_new",
        "painful_red_eye",
        "horner_signs",
        "cranial_nerve_deficit",
        "ataxia_or_unsteady",
        "gait_deviation",
        "hoffmann",
        "inverted_supinator",
        "babinski",
        "limb_paraesthesia",
        "hyperreflexia_or_clonus",
        "lhermitte",
        "worsening_neuro_function",
        "multi_level_root_signs",
        "midline_tenderness",
        "adverse_reaction_to_testing",
        "new_red_flag_sign",
        "scalp_dysaesthesia_or_allodynia",
        "occipital_nerve_tender",
        "gon_or_c2_trigger_point",
    ),
    _NO,
) | {
    "alert_gcs_15": True,
    "systemic_symptoms": [],
    "five_d": [],
    "three_n": [],
    "systolic_bp_mmhg": 124,
    "diastolic_bp_mmhg": 78,
    "headache_phase": "none",
    "sharp_purser": "negative",
    "alar_ligament_test": "negative",
    "membrane_tests": "negative",
    "transverse_ligament_test": "negative",
    "neck_disorder_clinical_evidence": True,
    "crom_reduced": True,
    "provocation_worsens_headache": True,
}

HEADACHE = dict.fromkeys(
    (
        "pattern_change",
        "cough_sneeze_exertion_trigger",
        "progressive_worsening",
        "atypical_presentation",
        "new_drug_at_onset",
        "pain_unlike_any_other",
        "pain_severe_and_continuous_for_days",
        "scalp_tenderness",
        "restlessness",
        "headache_continuous",
        "vomiting",
        "photophobia",
        "phonophobia",
        "worse_with_routine_activity",
        "exacerbations_moderate_or_worse",
    ),
    _NO,
) | {
    "headache_onset_date": "2022-01-10",
    "headache_onset_precision": "month",
    "time_to_peak_seconds": 3600,
    "orthostatic_pattern": "none",
    "laterality": "right_always",
    "pain_qualities": ["dull_aching"],
    "pain_severity": "moderate",
    "nausea": "none",
    "attack_count_lifetime": 40,
    "attack_duration_minutes": [90, 200],
    "worse_with_movement": True,
    "cas_conjunctival_or_tearing": "none",
    "cas_nasal": "none",
    "cas_eyelid_oedema": "none",
    "cas_sweating": "none",
    "cas_miosis_or_ptosis": "none",
    "examiner_confirms_not_better_explained": True,
}


def asked_everything(**changes: Any) -> dict[str, Any]:
    """A case of whom everything was asked: neck findings on one side, no warning sign, no injury."""
    case: dict[str, Any] = {
        "concordant": 1,
        "person": {"id": "someone", "born": "1984-03-01", "sex": "female"},
        "episode": {"started": FIRST_VISIT.isoformat()},
        "facts": deepcopy(PERSON),
        "injuries": [],
        "headaches": [{"id": "A", "facts": deepcopy(HEADACHE)}],
        "visits": [{"date": FIRST_VISIT.isoformat(), "facts": deepcopy(VISIT)}],
    }
    for name in SECTIONS:
        if name in changes:
            case[name] = changes.pop(name)
    for name, value in changes.items():
        _place(case, name, value)
    return case


def bare(**changes: Any) -> dict[str, Any]:
    """A case of whom nothing is known but these facts, with one headache and one visit to hold them."""
    case = asked_everything(person={"id": "someone"}, facts={})
    del case["injuries"]
    case["headaches"][0]["facts"] = {}
    case["visits"][0]["facts"] = {}
    for name in SECTIONS:
        if name in changes:
            case[name] = changes.pop(name)
    for name, value in changes.items():
        _place(case, name, value)
    return case


def _place(case: dict[str, Any], name: str, value: Any) -> None:
    scope = DICTIONARY[name].scope
    if scope is Scope.HEADACHE:
        there = case["headaches"][0]["facts"]
    elif scope in (Scope.VISIT, Scope.COURSE):
        there = case["visits"][0]["facts"]
    elif scope is Scope.INJURY:
        if not case.get("injuries"):
            case["injuries"] = [{"id": "crash", "facts": {}}]
        there = case["injuries"][0]["facts"]
    else:
        there = case["facts"]
    there.pop(name, None)
    if value is not NOT_ASKED:
        there[name] = value


def crash(days_before: int, onset_after: int, *, today: date = FIRST_VISIT) -> dict[str, Any]:
    """Facts of a whiplash so many days before today, with a headache that began so many days after it."""
    day = today - timedelta(days=days_before)
    return {
        "injury_date": day.isoformat(),
        "whiplash_occurred": True,
        "neck_pain_or_headache_at_injury": True,
        "headache_onset_date": (day + timedelta(days=onset_after)).isoformat(),
        "headache_onset_precision": "day",
    }


def record(case: dict[str, Any], as_of: date = FIRST_VISIT) -> Record:
    """The record of a case in plain values."""
    return Record(read_plain(case), as_of)


def assessed(case: dict[str, Any], as_of: date = FIRST_VISIT) -> Assessment:
    """The assessment of a case in plain values."""
    return assess(read_plain(case), as_of)
