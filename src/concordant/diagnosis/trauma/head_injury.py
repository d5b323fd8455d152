"""5.1 and 5.2 Acute and persistent headache attributed to injury to the head, with their subforms by severity.

ICHD-3 (2018) 5.1, 5.2, doi:10.1177/0333102417738202. Criterion D of 5.1 by analogy with 5.2 (recalled). Pure
acceleration without a blow is whiplash (5.3, 5.4); both may have happened in one crash, and then both are coded.
An older headache that is twice as bad since the injury counts from the day on which it became so (decision 10).
"""

from concordant.criteria import (
    Criterion,
    above,
    all_of,
    any_of,
    at_least,
    at_or_below,
    below,
    between,
    holds_at_least,
    in_an_injury,
    not_,
    surely,
    yes,
)
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Known, Role, Subform
from concordant.facts.history.injury import (
    altered_awareness_hours,
    confusion_after_injury,
    days_consciousness_to_headache,
    days_injury_to_headache,
    days_sedation_stop_to_headache,
    gcs_lowest,
    head_imaging_injury,
    head_injury_occurred,
    loc_minutes,
    memory_loss_around_injury,
    mtbi_symptoms,
    post_injury_headache_age_days,
    pta_hours,
)
from concordant.facts.history.pattern import headache_present

ONSET_DAYS = 7
THREE_MONTHS = 90

_never_unconscious = surely(at_or_below(loc_minutes, 0))

reported_within_a_week = any_of(
    between(days_injury_to_headache, 0, ONSET_DAYS),
    all_of(not_(_never_unconscious), between(days_consciousness_to_headache, 0, ONSET_DAYS)),
    between(days_sedation_stop_to_headache, 0, ONSET_DAYS),
)
"""Of the injury, of regaining consciousness, or of the end of drugs that dull the report of pain."""

_severe: dict[str, Criterion] = {
    "B1": above(loc_minutes, 30),
    "B2": below(gcs_lowest, 13),
    "B3": above(pta_hours, 24),
    "B4": above(altered_awareness_hours, 24),
    "B5": yes(head_imaging_injury),
}

moderate_or_severe = any_of(**_severe)

mild = all_of(
    not_(moderate_or_severe),
    at_least(
        1,
        yes(confusion_after_injury),
        yes(memory_loss_around_injury),
        holds_at_least(2, mtbi_symptoms),
    ),
)


def _after_head_injury(duration: Criterion) -> Criterion:
    return all_of(
        in_an_injury(all_of(B=yes(head_injury_occurred), C=reported_within_a_week, D=duration)),
        A=yes(headache_present),
    )


def _subforms(code: str, name: str, duration: Criterion) -> tuple[Subform, ...]:
    def of(number: int, severity: str, criterion: Criterion) -> Subform:
        # The severity is that of the injury which the headache followed, of several that one.
        same_injury = in_an_injury(all_of(yes(head_injury_occurred), reported_within_a_week, duration, criterion))
        source = f"ICHD-3 (2018) {code}.{number}, doi:10.1177/0333102417738202"
        return Subform(f"{code}.{number}", f"{name} {severity} injury to the head", same_injury, source)

    return of(1, "moderate or severe", moderate_or_severe), of(2, "mild", mild)


_acute = at_or_below(post_injury_headache_age_days, THREE_MONTHS)
_persistent = above(post_injury_headache_age_days, THREE_MONTHS)

acute_head_injury_headache = Diagnosis(
    code="5.1",
    name="Acute headache attributed to injury to the head",
    family=Family.SECONDARY,
    role=Role.DECIDE_AND_INFORM,
    features=_after_head_injury(_acute),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 5.1, doi:10.1177/0333102417738202",
    note="Inform the physician. After a crash with whiplash 5.3 may be met as well: give both.",
    known=Known.RECALLED,
    subforms=_subforms("5.1", "Acute headache attributed to", _acute),
)

persistent_head_injury_headache = Diagnosis(
    code="5.2",
    name="Persistent headache attributed to injury to the head",
    family=Family.SECONDARY,
    role=Role.DECIDE_AND_INFORM,
    features=_after_head_injury(_persistent),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 5.2, doi:10.1177/0333102417738202",
    note="Inform the physician. When it persists, consider overuse of acute medicines (8.2).",
    subforms=_subforms("5.2", "Persistent headache attributed to", _persistent),
)
