"""Vascular pathologies of the neck.

Framework: IFOMPT 2020, Rushton 2023, doi:10.2519/jospt.2022.11147: no single test or risk factor decides, and
using it does not guarantee detection. The levels V0 to V3, and blood pressure as a stop at 180/110, are product
rules (diagnosis 4.3). Where the reference gives two actions for one level, the stronger one is taken.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_least,
    at_or_above,
    at_or_below,
    below,
    holds_at_least,
    in_a_headache,
    in_an_injury,
    meets,
    no,
    not_,
    one_of,
    surely,
    yes,
)
from concordant.facts.examination.session import headache_now
from concordant.facts.history.injury import injury_weeks_ago, whiplash_occurred
from concordant.facts.history.other_causes import days_since_dissection_stable, dissection_diagnosed
from concordant.facts.history.pattern import headache_age_days
from concordant.facts.safety.history import (
    pain_severe_and_continuous_for_days,
    pain_unlike_any_other,
    pregnant_or_postpartum,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.signs import (
    ataxia_or_unsteady,
    cranial_nerve_deficit,
    horner_signs,
    neuro_deficit_new,
)
from concordant.facts.safety.vascular import (
    diastolic_bp_mmhg,
    five_d,
    pulsatile_tinnitus,
    systolic_bp_mmhg,
    three_n,
    vascular_risk_factors,
)
from concordant.safety.flag import flag

SOURCE = "IFOMPT framework, Rushton 2023, doi:10.2519/jospt.2022.11147; level and action: product rule"

SYSTOLIC_STOP = 180
DIASTOLIC_STOP = 110
WHIPLASH_IS_A_RISK_WEEKS = 4
NEW_DAYS = 90
STABLE_DAYS = 90

_dissection_risk = any_of(
    meets(
        vascular_risk_factors,
        "recent_minor_neck_trauma",
        "vascular_anomaly",
        "connective_tissue_disorder",
        "migraine",
        "recent_infection",
        "hypertension",
        "oral_contraceptive",
        "recent_neck_manipulation",
    ),
    one_of(pregnant_or_postpartum, "postpartum_6_weeks"),
    in_an_injury(all_of(yes(whiplash_occurred), at_or_below(injury_weeks_ago, WHIPLASH_IS_A_RISK_WEEKS))),
)

_suspicious_pain = any_of(
    in_a_headache(yes(pain_unlike_any_other)),
    in_a_headache(all_of(yes(pain_severe_and_continuous_for_days), below(headache_age_days, NEW_DAYS))),
    yes(pulsatile_tinnitus),
)

signs = flag(
    "vasc_v3",
    "Signs of a neck artery: eye, face, speech, balance or limb",
    SOURCE,
    emergency=at_least(
        1,
        yes(horner_signs),
        yes(cranial_nerve_deficit),
        yes(neuro_deficit_new),
        yes(ataxia_or_unsteady),
        yes(visual_loss_or_amaurosis),
        holds_at_least(2, five_d),
        meets(three_n, "nystagmus", "numbness_face"),
    ),
)

dissection_known = flag(
    "vasc_dissection",
    "Dissection of a neck artery on imaging, not yet stable for three months",
    "ICHD-3 6.5.1.1 counts three months from stabilisation; action: product rule",
    # A report that somebody brings, not a question of the screen: without one there is nothing to follow up.
    emergency=all_of(
        surely(yes(dissection_diagnosed)), not_(surely(at_or_above(days_since_dissection_stable, STABLE_DAYS)))
    ),
)

pain_with_risk = flag(
    "vasc_v2",
    "Pain that may come from a neck artery, with a risk factor for dissection",
    SOURCE,
    emergency=all_of(_suspicious_pain, _dissection_risk),
)

pain_without_risk = flag(
    "vasc_v2b",
    "Pain unlike any other",
    SOURCE,
    same_day=in_a_headache(yes(pain_unlike_any_other)),
)

risk_only = flag(
    "vasc_v1",
    "Two or more vascular risk factors",
    SOURCE,
    caution=holds_at_least(2, vascular_risk_factors),
    forbids=("thrust", "end_range"),
)

_high_pressure = any_of(at_or_above(systolic_bp_mmhg, SYSTOLIC_STOP), at_or_above(diastolic_bp_mmhg, DIASTOLIC_STOP))

blood_pressure = flag(
    "vasc_bp",
    "Blood pressure at or above 180/110",
    SOURCE,
    emergency=all_of(
        _high_pressure,
        # Not known whether there is a headache now counts as yes (conflicts C10).
        not_(surely(all_of(no(headache_now), no(visual_loss_or_amaurosis), no(neuro_deficit_new)))),
    ),
    same_day=_high_pressure,
)

VASCULAR = (signs, dissection_known, pain_with_risk, pain_without_risk, risk_only, blood_pressure)
