"""One complete case for each diagnosis of the index (diagnosis 0.7): definite as it stands, and not without any letter.

Each case is a person of whom everything was asked, with the facts of that diagnosis.
"""

import pytest

from concordant.criteria import Truth
from concordant.diagnosis import DIAGNOSES, Status
from tests.diagnosis.test_worked_truths import AURA
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, crash

NOT_CONFIRMED = {"examiner_confirms_not_better_explained": False}
NOT_THERE = {"headache_present": False}
NO_SIGN = {"cas_conjunctival_or_tearing": "none", "restlessness": False}


def injured(days_before, onset_after):
    """A blow to the head instead of a whiplash."""
    case = crash(days_before, onset_after)
    del case["whiplash_occurred"], case["neck_pain_or_headache_at_injury"]
    return case | {"head_injury_occurred": True}


MIGRAINE = {
    "attack_duration_minutes": [300, 1440],
    "pain_qualities": ["pulsating"],
    "pain_severity": "severe",
    "photophobia": True,
    "phonophobia": True,
    "preexisting_headache": True,
}
TENSION_TYPE = {
    "laterality": "bilateral",
    "pain_qualities": ["pressing_tightening"],
    "attack_duration_minutes": 300,
    "attack_count_lifetime": 16,
    "months_at_this_frequency": 12,
    "neck_disorder_clinical_evidence": False,
}
OFTEN = {"headache_days_per_30d": 6, "headache_days_per_year": 73}
SELDOM = {"headache_days_per_30d": 0.5, "headache_days_per_year": 6}
MOSTLY = {"headache_days_per_30d": 20, "headache_days_per_year": 240, "any_headache_days_per_30d": 20}
NO_CHARACTER = {"laterality": "right_always", "pain_severity": "severe", "worse_with_routine_activity": True}
CLUSTER = {
    "pain_severity": "severe",
    "pain_regions": ["orbital"],
    "attack_duration_minutes": [30, 90],
    "cas_conjunctival_or_tearing": "ipsilateral",
    "attacks_per_day": 2,
}
CHRONIC_MIGRAINE = MIGRAINE | {
    "headache_days_per_30d": 15,
    "any_headache_days_per_30d": 15,
    "months_at_this_frequency": 4,
    "migraine_criteria_days_per_30d": 8,
    "migraine_criteria_months": 4,
    "neck_disorder_clinical_evidence": False,
}
OVERUSE = {
    "any_headache_days_per_30d": 15,
    "preexisting_headache": True,
    "acute_med_days_per_30d": {"triptan": 10},
    "overuse_months": {"triptan": 4},
}
PATCH = {
    "pain_regions": ["small_scalp_area"],
    "area_sharply_contoured": True,
    "area_fixed": True,
    "area_round_or_oval": True,
    "area_diameter_cm": 4,
}
DISSECTION = {
    "dissection_diagnosed": True,
    "dissection_side": "right",
    "dissection_temporal_relation": True,
    "headache_resolved": False,
}

COMPLETE = {
    "11.2.1": {"temporal_relation_neck": "established"},
    "5.1": injured(60, 3),
    "5.2": injured(200, 3),
    "5.3": crash(60, 3),
    "5.4": crash(200, 3),
    "A5.9": {"head_or_neck_trauma_history": True, "other_evidence_of_trauma_as_cause": True},
    "6.4.1": {"gca_diagnosed": True, "gca_temporal_relation": True, "scalp_tenderness": True},
    "6.5.1.1": DISSECTION | {"dissection_stable_date": "2023-12-01"},
    "6.5.1.2": DISSECTION | {"dissection_stable_date": "2023-06-01"},
    "7.2": {"csf_opening_pressure_mm": 40, "csf_temporal_relation": True},
    "11.2.3": {
        "pain_regions": ["neck", "occipital"],
        "dystonia_signs": True,
        "dystonia_temporal_relation": True,
        "pain_matches_dystonic_muscle": True,
    },
    "A11.2.4": {
        "radiculopathy_c2_c3_evidence": ["clinical"],
        "radiculopathy_temporal_relation": True,
        "radiculopathy_parallel_change": True,
        "radiculopathy_side": "right",
    },
    "A11.2.5": {
        "trigger_points_reproducible": True,
        "neck_muscle_tenderness": True,
        "trigger_point_release_abolishes": True,
    },
    "13.4": {
        "pain_in_occipital_nerve_territory": True,
        "pain_severity": "severe",
        "pain_qualities": ["shooting"],
        "scalp_dysaesthesia_or_allodynia": True,
        "occipital_nerve_tender": True,
        "occipital_block_eases": True,
    },
    "8.2": OVERUSE,
    "1.1": MIGRAINE,
    "1.2": AURA,
    "1.3": CHRONIC_MIGRAINE,
    "1.5": MIGRAINE | {"attack_duration_minutes": 120, "neck_disorder_clinical_evidence": False},
    "2.1": TENSION_TYPE | SELDOM,
    "2.2": TENSION_TYPE | OFTEN,
    "2.3": TENSION_TYPE | MOSTLY,
    "2.4": TENSION_TYPE | OFTEN | {"attack_duration_minutes": 20},
    "3.1": CLUSTER,
    "3.2": CLUSTER | {"attack_duration_minutes": [5, 20], "attacks_per_day": 12, "indomethacin_response": "absolute"},
    "3.4": {
        "headache_continuous": True,
        "exacerbations_moderate_or_worse": True,
        "cas_conjunctival_or_tearing": "ipsilateral",
        "indomethacin_response": "absolute",
    },
    "3.5.1": CLUSTER | {"attack_duration_minutes": [190, 230]},
    "4.7": {"pain_qualities": ["stabbing"], "stab_duration_seconds": [1, 3], "stabs_irregular": True},
    "4.8": PATCH,
    "4.8.1": PATCH | {"area_diameter_cm": 8},
    "4.10": {
        "headache_continuous": True,
        "onset_clearly_remembered": True,
        "onset_to_continuous_hours": 3,
        "headache_onset_precision": "day",
        "attack_duration_minutes": NOT_ASKED,
    },
}

WITHOUT = {
    "11.2.1": {
        "A": NOT_THERE,
        "B": {"neck_disorder_accepted_cause": False},
        "C": {"temporal_relation_neck": "absent", "crom_reduced": False},
        "D": NOT_CONFIRMED,
    },
    "5.1": {"A": NOT_THERE, "B": {"head_injury_occurred": False}, "C": injured(60, 20), "D": injured(97, 6)}
    | {"E": NOT_CONFIRMED},
    "5.2": {"A": NOT_THERE, "B": {"head_injury_occurred": False}, "C": injured(200, 20), "D": injured(93, 6)}
    | {"E": NOT_CONFIRMED},
    "5.3": {"A": NOT_THERE, "B": {"whiplash_occurred": False}, "C": crash(60, 8), "D": crash(97, 6)}
    | {"E": NOT_CONFIRMED},
    "5.4": {"A": NOT_THERE, "B": {"whiplash_occurred": False}, "C": crash(200, 8), "D": crash(93, 6)}
    | {"E": NOT_CONFIRMED},
    "A5.9": {
        "A": NOT_THERE,
        "B": {"head_or_neck_trauma_history": False},
        "C": {"other_evidence_of_trauma_as_cause": False},
        "D": {"headache_onset_date": "2023-12-01", "headache_onset_precision": "day"},
        "E": {"temporal_relation_neck": "established"},
    },
    "6.4.1": {
        "A": NOT_THERE,
        "B": {"gca_diagnosed": False},
        "C": {"scalp_tenderness": False},
        "D": NOT_CONFIRMED,
    },
    "6.5.1.1": {
        "A": NOT_THERE,
        "B": {"dissection_diagnosed": False, "dissection_stable_date": NOT_ASKED},
        "C": {"dissection_side": "left"},
        "D": {"dissection_stable_date": "2023-10-09"},
        "E": NOT_CONFIRMED,
    },
    "6.5.1.2": {
        "A": NOT_THERE,
        "B": {"dissection_diagnosed": False, "dissection_stable_date": NOT_ASKED},
        "C": {"laterality": "bilateral"},
        "D": {"dissection_stable_date": "2023-10-10"},
        "E": NOT_CONFIRMED,
    },
    "7.2": {
        "A": NOT_THERE,
        "B": {"csf_opening_pressure_mm": 60},
        "C": {"csf_temporal_relation": False},
        "D": NOT_CONFIRMED,
    },
    "11.2.3": {
        "A": {"pain_regions": ["frontal"]},
        "B": {"dystonia_signs": False},
        "C": {"dystonia_temporal_relation": False},
        "D": crash(60, 3),
    },
    "A11.2.4": {
        "A": NOT_THERE,
        "B": {"radiculopathy_c2_c3_evidence": []},
        "C": {"radiculopathy_side": "left"},
        "D": crash(60, 3),
    },
    "A11.2.5": {
        "A": NOT_THERE,
        "B": {"trigger_points_reproducible": False},
        "C": {"trigger_point_release_abolishes": False},
        "D": TENSION_TYPE | OFTEN,
    },
    "13.4": {
        "A": {"pain_in_occipital_nerve_territory": False},
        "B": {"pain_severity": "mild"},
        "C": {"occipital_nerve_tender": False},
        "D": {"occipital_block_eases": NOT_ASKED},
        "E": NOT_CONFIRMED,
    },
    "8.2": {
        "A": {"any_headache_days_per_30d": 14},
        "B": {"overuse_months": {"triptan": 3}},
        "C": NOT_CONFIRMED,
    },
    "1.2": {
        "A": {"aura_attack_count": 1},
        "B": {"aura_fully_reversible": False},
        "C": {"aura_positive": False},
        "D": NOT_CONFIRMED,
    },
    "1.3": {
        "A": {"months_at_this_frequency": 3},
        "B": {"attack_count_lifetime": 4},
        "C": {"migraine_criteria_days_per_30d": 7},
        "D": NOT_CONFIRMED,
    },
    "1.1": {
        "A": {"attack_count_lifetime": 4},
        "B": {"attack_duration_minutes": 120},
        "C": {"laterality": "bilateral", "pain_qualities": ["dull_aching"]},
        "D": {"photophobia": False},
        "E": NOT_CONFIRMED,
    },
    "1.5": {"A": {"attack_count_lifetime": 4}, "B": crash(60, 3), "C": NOT_CONFIRMED},
    "2.1": {
        "A": {"headache_days_per_year": 12},
        "B": {"attack_duration_minutes": 20},
        "C": NO_CHARACTER,
        "D": {"vomiting": True},
        "E": NOT_CONFIRMED,
    },
    "2.2": {
        "A": {"months_at_this_frequency": 3},
        "B": {"attack_duration_minutes": 20},
        "C": NO_CHARACTER,
        "D": {"nausea": "mild"},
        "E": NOT_CONFIRMED,
    },
    "2.3": {
        "A": {"headache_days_per_30d": 14.9},
        "B": {"attack_duration_minutes": 50},
        "C": NO_CHARACTER,
        "D": {"nausea": "moderate"},
        "E": NOT_CONFIRMED,
    },
    "2.4": {"A": {"months_at_this_frequency": 3}, "B": crash(60, 3), "C": NOT_CONFIRMED},
    "3.1": {
        "A": {"attack_count_lifetime": 4},
        "B": {"pain_severity": "moderate"},
        "C": NO_SIGN,
        "D": {"attacks_per_day": 0.4},
        "E": DISSECTION | {"dissection_stable_date": "2023-12-01"},
    },
    "3.2": {
        "A": {"attack_count_lifetime": 19},
        "B": {"attack_duration_minutes": [5, 31]},
        "C": NO_SIGN,
        "D": {"attacks_per_day": 5},
        "E": {"indomethacin_response": "partial_or_none", "indomethacin_max_daily_mg": 150},
        "F": NOT_CONFIRMED,
    },
    "3.4": {
        "A": {"laterality": "bilateral"},
        "B": {"exacerbations_moderate_or_worse": False},
        "C": NO_SIGN | {"worse_with_movement": False},
        "D": {"indomethacin_response": "partial_or_none", "indomethacin_max_daily_mg": 100},
        "E": crash(200, 3),
    },
    "3.5.1": {"A": {"attack_count_lifetime": 4}, "B": crash(60, 3), "C": NOT_CONFIRMED},
    "4.7": {
        "A": {"pain_qualities": ["dull_aching"]},
        "B": {"stab_duration_seconds": 11},
        "C": {"stabs_irregular": False},
        "D": {"cas_nasal": "ipsilateral"},
        "E": crash(60, 3),
    },
    "4.8": {"A": NOT_THERE, "B": {"area_fixed": False}, "C": crash(60, 3)},
    "4.8.1": {"A": NOT_THERE, "B": {"area_fixed": False}, "C": crash(60, 3), "D": NOT_CONFIRMED},
    "4.10": {
        "A": {"headache_continuous": False},
        "B": {"onset_to_continuous_hours": 25},
        "C": {"headache_onset_date": "2023-10-10"},
        "D": injured(200, 3),
    },
}


def found(code, **changes):
    return assessed(asked_everything(**(COMPLETE[code] | changes)), FIRST_VISIT).diagnosis(code, "A")


def test_every_diagnosis_has_its_complete_case():
    assert COMPLETE.keys() == WITHOUT.keys() == {one.code for one in DIAGNOSES}


@pytest.mark.parametrize("code", COMPLETE)
def test_the_complete_case_is_definite(code):
    assert found(code).status is Status.DEFINITE


@pytest.mark.parametrize("code", COMPLETE)
def test_every_letter_has_a_case_without_it(code):
    published = found(code).diagnosis.criterion
    letters = {part.letter for part in published.parts if part.letter}
    # Of chapter 5 the letters B to D stand together, of one and the same injury.
    of_an_injury = {"B", "C", "D"} if code in ("5.1", "5.2", "5.3", "5.4") else set()
    assert WITHOUT[code].keys() == letters | of_an_injury


EVERY_LETTER = [(code, letter) for code, cases in WITHOUT.items() for letter in cases]
# Of 1.5, B and C both refuse another definite diagnosis; what is no dissection has no day on which it became stable.
SAID_TWICE = {("1.5", "B"), ("6.5.1.1", "B"), ("6.5.1.2", "B")}


@pytest.mark.parametrize(("code", "letter"), EVERY_LETTER)
def test_without_a_letter_it_is_not_definite(code, letter):
    reading = found(code, **WITHOUT[code][letter])
    assert reading.criteria[letter] is not Truth.MET
    assert reading.status is not Status.DEFINITE


@pytest.mark.parametrize(("code", "letter"), [case for case in EVERY_LETTER if case not in SAID_TWICE])
def test_without_a_letter_the_other_letters_stand(code, letter):
    """The case differs in that letter alone, so that the verdict is due to it."""
    reading = found(code, **WITHOUT[code][letter])
    top = {part.letter for part in reading.diagnosis.criterion.parts if part.letter}
    others = {name: truth for name, truth in reading.criteria.items() if name in top and name != letter}
    assert set(others.values()) <= {Truth.MET}
