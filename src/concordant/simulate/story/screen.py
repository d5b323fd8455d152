"""The safety questions, all asked and all clear, and what is asked again at every visit."""

from __future__ import annotations

from random import Random
from typing import Any

from concordant.simulate.sources import ASSUMED, Spread

SYSTOLIC_MMHG = Spread(124, 9, 104, 148, ASSUMED)
DIASTOLIC_MMHG = Spread(78, 6, 62, 92, ASSUMED)
TIME_TO_PEAK_SECONDS = 3600
"""An hour: no thunderclap. Demo assumption."""

OF_THE_PERSON: dict[str, Any] = {
    "cancer_active": False,
    "cancer_history": False,
    "seizure_new": False,
    "transient_visual_obscurations": False,
    "visual_loss_or_amaurosis": False,
    "immune_compromise": False,
    "pulsatile_tinnitus": False,
    "jaw_claudication": False,
    "bladder_bowel_change": False,
    "hand_clumsiness": False,
    "unremitting_night_pain": False,
    "severe_nonmechanical_pain": False,
    "osteoporosis": False,
    "recent_neck_surgery": False,
    "known_vertebral_disease": False,
    "dissection_diagnosed": False,
    "pregnant_or_postpartum": "no",
    "vascular_risk_factors": [],
    "uci_risk_conditions": [],
    "uci_symptoms": [],
}

OF_A_HEADACHE: dict[str, Any] = {
    "time_to_peak_seconds": TIME_TO_PEAK_SECONDS,
    "pattern_change": False,
    "orthostatic_pattern": "none",
    "cough_sneeze_exertion_trigger": False,
    "progressive_worsening": False,
    "new_drug_at_onset": False,
    "pain_unlike_any_other": False,
    "pain_severe_and_continuous_for_days": False,
    "scalp_tenderness": False,
}

SEEN_IN_THE_PERSON: dict[str, Any] = {"papilloedema": False}
SEEN_IN_A_HEADACHE: dict[str, Any] = {"atypical_presentation": False}


def every_visit(rng: Random) -> dict[str, Any]:
    """What is asked and measured before hands are laid on, at every visit."""
    return {
        "new_red_flag_sign": False,
        "fever": False,
        "systemic_symptoms": [],
        "neuro_deficit_new": False,
        "five_d": [],
        "three_n": [],
        "systolic_bp_mmhg": SYSTOLIC_MMHG.whole(rng),
        "diastolic_bp_mmhg": DIASTOLIC_MMHG.whole(rng),
        "headache_phase": "none",
    }


def first_visit(rng: Random) -> dict[str, Any]:
    """The whole screen of a first examination. Ligament tests are kept for selected people: not done."""
    return every_visit(rng) | {
        "meningism": False,
        "alert_gcs_15": True,
        "painful_red_eye": False,
        "horner_signs": False,
        "cranial_nerve_deficit": False,
        "ataxia_or_unsteady": False,
        "gait_deviation": False,
        "hoffmann": False,
        "inverted_supinator": False,
        "babinski": False,
        "limb_paraesthesia": False,
        "hyperreflexia_or_clonus": False,
        "lhermitte": False,
        "multi_level_root_signs": False,
        "worsening_neuro_function": False,
        "midline_tenderness": False,
        "single_level_radiculopathy": False,
        "generalised_hypermobility": False,
        "plausible_mechanical_explanation": True,
        "adverse_reaction_to_testing": False,
        "sharp_purser": "not_done",
        "alar_ligament_test": "not_done",
        "membrane_tests": "not_done",
        "transverse_ligament_test": "not_done",
    }
