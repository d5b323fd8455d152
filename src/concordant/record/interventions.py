"""The treatments that a record may name (treatment 1), by whether a therapist's hands or needles are on the person.

Hands-on is what treatment 4 lists under joints, soft tissue and needling and a therapist does; what the person does
alone (self-SNAG) is not.
"""

from __future__ import annotations

HANDS_ON = frozenset(
    {
        "c0_c1_mobilisation",
        "c1_c2_mobilisation",
        "c2_c3_mobilisation",
        "cervical_manipulation",
        "dry_needling",
        "headache_snag",
        "rmt_scm",
        "rmt_thoracic",
        "rmt_upper_trapezius_levator",
        "snag_c1_c2",
        "suboccipital_release",
        "thoracic_manipulation",
        "thoracic_mobilisation",
    }
)
HANDS_OFF = frozenset(
    {
        "active_mobility",
        "aerobic_exercise",
        "co_contraction",
        "dcf_stage1",
        "dcf_stage2",
        "diagnostic_block_referral",
        "education_core",
        "ergonomics",
        "extensor_training",
        "gaze_stability",
        "moh_referral",
        "neck_strength_isometric",
        "neck_strength_resistance",
        "pne",
        "postural_correction",
        "primary_headache_referral",
        "psych_referral",
        "relaxation",
        "return_to_work",
        "scapular_training",
        "self_management_plan",
        "self_snag_c1_c2",
        "sensorimotor_training",
        "sleep_plan",
    }
)

HOME = frozenset(
    {
        "active_mobility",
        "aerobic_exercise",
        "co_contraction",
        "dcf_stage1",
        "dcf_stage2",
        "extensor_training",
        "gaze_stability",
        "neck_strength_isometric",
        "neck_strength_resistance",
        "postural_correction",
        "scapular_training",
        "self_snag_c1_c2",
        "sensorimotor_training",
    }
)
"""What the person does alone once it was taught: the exercises of a home programme."""

SOFT_TISSUE = frozenset({"suboccipital_release", "rmt_upper_trapezius_levator", "rmt_scm", "rmt_thoracic"})
"""By hand on muscle; needling is a technique of its own."""

MOBILISATIONS = frozenset({"c0_c1_mobilisation", "c1_c2_mobilisation", "c2_c3_mobilisation"})
"""Of the upper neck; after a plateau of these a thrust may be weighed (treatment 1.1)."""

KNOWN = HANDS_ON | HANDS_OFF
