"""Sessions with hands on the person in this episode: they have limits (retest 9).

Hands-on is what treatment 4 lists under joints, soft tissue and needling and a therapist does; what the person does
alone (self-SNAG) is not. An intervention that is not on either list, and a session that does not say what was done,
may have been either.
"""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.plan.episode import hands_on_sessions_done
from concordant.facts.values import Span
from concordant.record.case import Treatment
from concordant.record.derive.computing import Inputs, Reader, computes

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


@computes(hands_on_sessions_done)
def sessions(reader: Reader, where: Binding, term: Term) -> Reading:
    """Surely hands-on, up to possibly hands-on; without any treatment on record nothing is counted."""
    inputs = Inputs(reader, where)
    if not reader.treatments:
        return inputs.unknown("no treatment is recorded")
    found = [_is_hands_on(one) for one in reader.treatments]
    sure, open_ = found.count(True), found.count(None)
    note = f"{sure} of {len(found)} sessions" + (f", {open_} do not say" if open_ else "")
    return inputs.result(Span(sure, sure + open_), note, Origin.COUNTED, partial=open_ > 0)


def _is_hands_on(one: Treatment) -> bool | None:
    if HANDS_ON.intersection(one.interventions):
        return True
    return False if one.interventions and HANDS_OFF.issuperset(one.interventions) else None
