"""6.5.1.1 and 6.5.1.2 Acute and persistent headache, facial or neck pain from dissection of a cervical artery.

ICHD-3 (2018) 6.5.1.1, doi:10.1177/0333102417738202; 6.5.1.2 recalled as the same beyond three months. The three
months count from the day on which the dissection was reported stable. What a report said of one interval stays said.
"""

from concordant.criteria import Criterion, above, all_of, any_of, at_a_visit, at_least, at_or_below, no, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Known, Role
from concordant.diagnosis.side import on_the_side_of
from concordant.facts.diary.counts import headache_resolved
from concordant.facts.history.other_causes import (
    days_since_dissection_stable,
    dissection_diagnosed,
    dissection_side,
    dissection_temporal_relation,
    pain_improved_within_1_month,
    pain_preceded_ischaemia,
    pain_worsened_with_dissection,
)
from concordant.facts.history.pattern import headache_present
from concordant.facts.safety.history import pain_severe_and_continuous_for_days

THREE_MONTHS = 90

caused_by_dissection = at_least(
    2,
    C1=yes(dissection_temporal_relation),
    C2=any_of(at_a_visit(yes(pain_worsened_with_dissection)), at_a_visit(yes(pain_improved_within_1_month))),
    C3=any_of(yes(pain_severe_and_continuous_for_days), yes(pain_preceded_ischaemia)),
    C4=on_the_side_of(dissection_side),
)


def _from_dissection(duration: Criterion) -> Criterion:
    return all_of(A=yes(headache_present), B=yes(dissection_diagnosed), C=caused_by_dissection, D=duration)


acute_dissection_headache = Diagnosis(
    code="6.5.1.1",
    name="Acute headache, facial or neck pain attributed to cervical carotid or vertebral artery dissection",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=_from_dissection(
        any_of(D1=yes(headache_resolved), D2=at_or_below(days_since_dissection_stable, THREE_MONTHS))
    ),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 6.5.1.1, doi:10.1177/0333102417738202",
    note="A suspicion acts at once by the vascular red flags; do not wait for this verdict. Headache is often the "
    "first sign and may stay the only one. Until the dissection is reported stable D is open.",
)

persistent_dissection_headache = Diagnosis(
    code="6.5.1.2",
    name="Persistent headache, facial or neck pain attributed to past cervical artery dissection",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=_from_dissection(all_of(no(headache_resolved), above(days_since_dissection_stable, THREE_MONTHS))),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 6.5.1.2, doi:10.1177/0333102417738202",
    note="What may be done with this neck is for the vascular flags to say, not for this verdict.",
    known=Known.RECALLED,
)
