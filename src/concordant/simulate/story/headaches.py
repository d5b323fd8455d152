"""How people describe their headaches, by kind. The descriptions fit ICHD-3; the numbers are demo assumptions."""

from __future__ import annotations

from typing import Any

_NO_AUTONOMIC_SIGNS: dict[str, Any] = {
    "cas_conjunctival_or_tearing": "none",
    "cas_nasal": "none",
    "cas_eyelid_oedema": "none",
    "cas_sweating": "none",
    "restlessness": False,
}

SEEN_NO_AUTONOMIC_SIGN: dict[str, Any] = {"cas_miosis_or_ptosis": "none"}


def from_the_neck(side: str) -> dict[str, Any]:
    """Keeps to one side, begins in the neck, comes with neck movement; nothing of migraine."""
    return _NO_AUTONOMIC_SIGNS | {
        "headache_continuous": False,
        "attack_count_lifetime": 150,
        "attack_duration_minutes": [240, 1440],
        "laterality": f"{side}_always",
        "pain_regions": ["neck", "suboccipital", "occipital", "temporal", "frontal"],
        "pain_starts_in_neck": True,
        "spreads_back_to_front": True,
        "pain_qualities": ["dull_aching", "pressing_tightening"],
        "pain_severity": "moderate",
        "worse_with_routine_activity": False,
        "worse_with_movement": False,
        "provoked_by_neck_movement_or_posture": True,
        "nausea": "none",
        "vomiting": False,
        "photophobia": False,
        "phonophobia": False,
        "ipsilateral_neck_shoulder_arm_pain": True,
        "exacerbations_moderate_or_worse": True,
        "stress_triggers_headache": False,
    }


def migraine() -> dict[str, Any]:
    """Pulsating attacks of most of a day with nausea, light and sound, on either side."""
    return _NO_AUTONOMIC_SIGNS | {
        "headache_continuous": False,
        "attack_count_lifetime": 90,
        "attack_duration_minutes": [300, 1800],
        "laterality": "one_sided_alternating",
        "pain_regions": ["orbital", "temporal", "neck"],
        "pain_starts_in_neck": False,
        "pain_qualities": ["pulsating"],
        "pain_severity": "severe",
        "worse_with_routine_activity": True,
        "worse_with_movement": True,
        "provoked_by_neck_movement_or_posture": False,
        "nausea": "moderate",
        "vomiting": False,
        "photophobia": True,
        "phonophobia": True,
        "exacerbations_moderate_or_worse": True,
        "ergot_or_triptan_effect": "clear",
    }


def short_migraine() -> dict[str, Any]:
    """Migraine in all but its length: attacks of one to three hours."""
    return migraine() | {"attack_duration_minutes": [60, 180]}


def tension_type() -> dict[str, Any]:
    """Both sides, pressing, moderate, hours long; light is unpleasant, nothing else."""
    return _NO_AUTONOMIC_SIGNS | {
        "headache_continuous": False,
        "attack_count_lifetime": 200,
        "attack_duration_minutes": [120, 600],
        "laterality": "bilateral",
        "pain_regions": ["frontal", "temporal", "suboccipital"],
        "pain_starts_in_neck": False,
        "pain_qualities": ["pressing_tightening"],
        "pain_severity": "moderate",
        "worse_with_routine_activity": False,
        "worse_with_movement": False,
        "provoked_by_neck_movement_or_posture": False,
        "nausea": "none",
        "vomiting": False,
        "photophobia": True,
        "phonophobia": False,
        "stress_triggers_headache": True,
    }


def continuous_with_tearing(side: str) -> dict[str, Any]:
    """Keeps to one side without a break, with tears on that side; indomethacin was not tried."""
    return from_the_neck(side) | {
        "headache_continuous": True,
        "cas_conjunctival_or_tearing": "ipsilateral",
        "indomethacin_response": "not_tried",
    }
