"""What cannot be true at one visit, of one side and segment."""

from __future__ import annotations

from concordant.facts.examination.active_range import arom_rotation_deg
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.motor_control import (
    ccft_activation_mmhg,
    ccft_good_holds,
    ccft_performance_index,
)
from concordant.facts.examination.palpation import palpation_familiar_headache, palpation_head_pain
from concordant.facts.examination.trigger_points import (
    trigger_point_levator_scapulae,
    trigger_point_levator_scapulae_familiar_headache,
    trigger_point_splenius,
    trigger_point_splenius_familiar_headache,
    trigger_point_sternocleidomastoid,
    trigger_point_sternocleidomastoid_familiar_headache,
    trigger_point_suboccipital,
    trigger_point_suboccipital_familiar_headache,
    trigger_point_upper_trapezius,
    trigger_point_upper_trapezius_familiar_headache,
)
from concordant.facts.fact import Scope
from concordant.facts.history.block import (
    block_agent,
    block_best_post_nrs,
    block_control,
    block_done,
    block_image_guided,
    block_pre_nrs,
    block_relief_hours,
    block_relief_percent,
    block_target,
    block_technical_success,
)
from concordant.facts.outcomes.questionnaires import gad2_score, phq2_score, phq4_score
from concordant.facts.outcomes.ratings import nprs_headache_average_7d, nprs_headache_worst_7d
from concordant.facts.safety.vascular import diastolic_bp_mmhg, systolic_bp_mmhg
from concordant.measures.cross_checks import beyond_active_rotation, index_of_no_stage, not_below, not_the_product
from concordant.record.contradictions.impossible import About, Found, Impossible, together

_OF_A_BLOCK = (
    block_pre_nrs,
    block_best_post_nrs,
    block_relief_percent,
    block_relief_hours,
    block_target,
    block_control,
    block_image_guided,
    block_technical_success,
    block_agent,
)
_TRIGGER_POINTS = (
    (trigger_point_suboccipital, trigger_point_suboccipital_familiar_headache),
    (trigger_point_upper_trapezius, trigger_point_upper_trapezius_familiar_headache),
    (trigger_point_sternocleidomastoid, trigger_point_sternocleidomastoid_familiar_headache),
    (trigger_point_splenius, trigger_point_splenius_familiar_headache),
    (trigger_point_levator_scapulae, trigger_point_levator_scapulae_familiar_headache),
)


def _report_without_a_block(about: About) -> Found:
    """Scores, relief or technique of a block, yet no block: said so, or never entered."""
    done = about.entry(block_done)
    if done is None or done.value is True:
        return
    reported = tuple(entry for entry in map(about.entry, _OF_A_BLOCK) if entry is not None)
    if reported:
        yield (done, *reported)


AT_A_VISIT = (
    Impossible(
        "block_report_without_block",
        "A block that was not done has no scores, relief or technique",
        (),
        _report_without_a_block,
        unknown=(block_done, *_OF_A_BLOCK),
        scope=Scope.VISIT,
    ),
    together(
        "relief_yet_no_less_pain",
        "There is no relief where the pain was no less after the block",
        block_pre_nrs,
        block_best_post_nrs,
        block_relief_percent,
        when=lambda before, after, percent: after >= before and percent > 0,
    ),
    together(
        "hours_of_relief_yet_no_less_pain",
        "There is no relief where the pain was no less after the block",
        block_pre_nrs,
        block_best_post_nrs,
        block_relief_hours,
        when=lambda before, after, hours: after >= before and hours > 0,
    ),
    together(
        "diastolic_not_below_systolic",
        "The lower blood pressure cannot reach the upper",
        systolic_bp_mmhg,
        diastolic_bp_mmhg,
        when=lambda upper, lower: not_below(lower, upper),
    ),
    together(
        "flexion_rotation_beyond_rotation",
        "The neck cannot turn much further when it is bent than when it is free",
        frt_rotation_deg,
        arom_rotation_deg,
        when=beyond_active_rotation,
    ),
    together(
        "ccft_index_is_not_the_product",
        "The performance index is the activation score times the good holds",
        ccft_activation_mmhg,
        ccft_good_holds,
        ccft_performance_index,
        when=not_the_product,
    ),
    together(
        "ccft_index_without_a_clean_stage",
        "With no clean stage the performance index is 0",
        ccft_activation_mmhg,
        ccft_performance_index,
        when=index_of_no_stage,
    ),
    together(
        "familiar_headache_without_head_pain",
        "Pressure that brings on the person's own headache brings on head pain",
        palpation_head_pain,
        palpation_familiar_headache,
        when=lambda head_pain, familiar: head_pain is False and familiar is True,
    ),
    *(
        together(
            f"{point.name}_absent_yet_felt",
            "Where there is no trigger point, pressing it brings on no headache",
            point,
            familiar,
            when=lambda found, felt: found == "none" and felt is True,
        )
        for point, familiar in _TRIGGER_POINTS
    ),
    together(
        "average_above_worst",
        "The average pain of 7 days cannot exceed the worst",
        nprs_headache_average_7d,
        nprs_headache_worst_7d,
        when=lambda average, worst: average > worst,
    ),
    together(
        "phq4_is_not_the_sum",
        "The PHQ-4 is the sum of the PHQ-2 and the GAD-2",
        phq2_score,
        gad2_score,
        phq4_score,
        when=lambda mood, anxiety, total: total != mood + anxiety,
    ),
)
