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
from concordant.facts.history.other_causes import days_since_dissection_stable, dissection_diagnosed
from concordant.facts.history.pattern import headache_age_days
from concordant.facts.safety.history import (
    pain_severe_and_continuous_for_days,
    pain_unlike_any_other,
    pregnant_or_postpartum,
    visual_loss_or_amaurosis,
)
from concordant.facts.safety.results import connective_tissue_disorder, long_term_steroid
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
from concordant.safety.injury import whiplash_is_recent
from concordant.settings import whole

SOURCE = "IFOMPT framework, Rushton 2023, doi:10.2519/jospt.2022.11147; level and action: product rule"

SYSTOLIC_STOP = whole(
    "systolic_stop_mmhg",
    180,
    unit="mmHg",
    low=140,
    high=220,
    says="Systolic pressure at or above this stops treatment on this day.",
    source="diagnosis 4.3 BP",
)
DIASTOLIC_STOP = whole(
    "diastolic_stop_mmhg",
    110,
    unit="mmHg",
    low=90,
    high=140,
    says="Diastolic pressure at or above this stops treatment on this day.",
    source="diagnosis 4.3 BP",
)
NEW_DAYS = whole(
    "new_vascular_pain_days",
    90,
    unit="d",
    low=1,
    high=365,
    says="Severe continuous pain of a headache that began less than so many days ago counts as new (level V2).",
    source="diagnosis 4.3 V2",
)
SYMPTOMS_FOR_V3 = whole(
    "brainstem_symptoms_for_v3",
    2,
    low=1,
    high=5,
    says="So many of the five Ds, without any other sign, raise level V3.",
    source="diagnosis 4.3 V3",
)
RISK_FACTORS_FOR_V1 = whole(
    "risk_factors_for_v1",
    2,
    low=1,
    high=4,
    says="So many vascular risk factors, with usual pain and normal signs, raise level V1.",
    source="diagnosis 4.3 V1",
)
STABLE_DAYS = 90

_postpartum = one_of(pregnant_or_postpartum, "postpartum_6_weeks")
_recent_whiplash = in_an_injury(whiplash_is_recent)

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
        "family_history_stroke_mi",
    ),
    # It may stand in the list of the upper neck alone (conflicts C06).
    yes(connective_tissue_disorder),
    _postpartum,
    _recent_whiplash,
)

_every_risk_factor = (
    *(
        meets(vascular_risk_factors, word)
        for word in vascular_risk_factors.kind.words
        if word not in ("recent_minor_neck_trauma", "connective_tissue_disorder", "long_term_steroid")
    ),
    # These may be known from elsewhere; each counts once.
    any_of(meets(vascular_risk_factors, "recent_minor_neck_trauma"), _recent_whiplash),
    yes(connective_tissue_disorder),
    yes(long_term_steroid),
    _postpartum,
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
        holds_at_least(SYMPTOMS_FOR_V3, five_d),
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
    "Pain unlike any other, without a risk factor for dissection",
    SOURCE,
    same_day=all_of(in_a_headache(yes(pain_unlike_any_other)), not_(surely(_dissection_risk))),
)

risk_only = flag(
    "vasc_v1",
    "Two or more vascular risk factors",
    SOURCE,
    caution=at_least(RISK_FACTORS_FOR_V1, *_every_risk_factor),
    advice="No end-range rotation; record consent.",
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
