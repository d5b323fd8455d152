"""The signs that the criteria of attacks ask for, and where each is read: in the interview or in a diary row."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.attacks.severity import MODERATE_NRS, SEVERE_NRS
from concordant.criteria import Criterion, all_of, at_or_above, below, decide, meets, no, not_, one_of, yes
from concordant.facts.diary.day import (
    headache_side_today,
    intensity_nrs,
    nausea_today,
    phonophobia_today,
    photophobia_today,
    pulsating_today,
    vomiting_today,
    worse_with_routine_activity_today,
)
from concordant.facts.history.pattern import (
    laterality,
    nausea,
    pain_qualities,
    pain_severity,
    phonophobia,
    photophobia,
    vomiting,
    worse_with_routine_activity,
)


@dataclass(frozen=True, slots=True)
class Signs:
    """Each sign as a criterion over one way of answering."""

    one_sided: Criterion
    bilateral: Criterion
    pulsating: Criterion
    pressing: Criterion
    """Pressing or tightening, and not pulsating."""
    moderate_or_worse: Criterion
    mild_or_moderate: Criterion
    worse_with_activity: Criterion
    nausea: Criterion
    no_nausea: Criterion
    mild_nausea: Criterion
    stronger_nausea: Criterion
    vomiting: Criterion
    photophobia: Criterion
    phonophobia: Criterion


AS_TOLD = Signs(
    one_sided=one_of(laterality, "left_always", "right_always", "one_sided_alternating"),
    bilateral=one_of(laterality, "bilateral"),
    pulsating=meets(pain_qualities, "pulsating"),
    pressing=all_of(meets(pain_qualities, "pressing_tightening"), not_(meets(pain_qualities, "pulsating"))),
    moderate_or_worse=one_of(pain_severity, "moderate", "severe", "very_severe"),
    mild_or_moderate=one_of(pain_severity, "mild", "moderate"),
    worse_with_activity=yes(worse_with_routine_activity),
    nausea=one_of(nausea, "mild", "moderate", "severe"),
    no_nausea=one_of(nausea, "none"),
    mild_nausea=one_of(nausea, "mild"),
    stronger_nausea=one_of(nausea, "moderate", "severe"),
    vomiting=yes(vomiting),
    photophobia=yes(photophobia),
    phonophobia=yes(phonophobia),
)
"""The usual attack, as the person tells it."""

ON_THE_DAY = Signs(
    one_sided=one_of(headache_side_today, "left", "right", "changed"),
    bilateral=one_of(headache_side_today, "both"),
    pulsating=yes(pulsating_today),
    # The diary does not ask for pressing pain: the interview says whether this headache presses, the day whether
    # it throbbed.
    pressing=all_of(meets(pain_qualities, "pressing_tightening"), no(pulsating_today)),
    moderate_or_worse=at_or_above(intensity_nrs, MODERATE_NRS),
    mild_or_moderate=below(intensity_nrs, SEVERE_NRS),
    worse_with_activity=yes(worse_with_routine_activity_today),
    nausea=one_of(nausea_today, "mild", "moderate", "severe", "present"),
    no_nausea=one_of(nausea_today, "none"),
    # "present" is a yes of which the grade was not asked: mild or more, not known which.
    mild_nausea=decide(
        met_if=one_of(nausea_today, "mild"), not_met_if=one_of(nausea_today, "none", "moderate", "severe")
    ),
    stronger_nausea=decide(
        met_if=one_of(nausea_today, "moderate", "severe"), not_met_if=one_of(nausea_today, "none", "mild")
    ),
    vomiting=yes(vomiting_today),
    photophobia=yes(photophobia_today),
    phonophobia=yes(phonophobia_today),
)
"""One day of the diary with a headache."""
