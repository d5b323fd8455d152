"""Every treatment, in the order of a plan: core education, letters, hands, exercise, lifestyle."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.plan.interventions.education import EDUCATION, education_core
from concordant.plan.interventions.exercise import (
    active_mobility,
    aerobic_exercise,
    dcf_stage1,
    gaze_stability,
    postural_correction,
    sensorimotor_training,
)
from concordant.plan.interventions.intervention import Intervention
from concordant.plan.interventions.joint import JOINT
from concordant.plan.interventions.referral import REFERRAL
from concordant.plan.interventions.soft_tissue import SOFT_TISSUE
from concordant.plan.interventions.strengthening import (
    co_contraction,
    dcf_stage2,
    extensor_training,
    neck_strength_isometric,
    neck_strength_resistance,
    scapular_training,
)
from concordant.plan.interventions.thrust_and_thorax import THRUST_AND_THORAX

INTERVENTIONS: tuple[Intervention, ...] = (
    education_core,
    *REFERRAL,
    *JOINT,
    *THRUST_AND_THORAX,
    *SOFT_TISSUE,
    active_mobility,
    dcf_stage1,
    dcf_stage2,
    co_contraction,
    extensor_training,
    scapular_training,
    neck_strength_isometric,
    neck_strength_resistance,
    postural_correction,
    sensorimotor_training,
    gaze_stability,
    aerobic_exercise,
    *EDUCATION,
)

BY_ID: Mapping[str, Intervention] = {one.id: one for one in INTERVENTIONS}
