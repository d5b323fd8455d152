"""8.2 Medication-overuse headache.

ICHD-3 (2018) 8.2, doi:10.1177/0333102417738202; A to C read. Given together with the headache that was there before,
cervicogenic headache included (G10), so it excludes nothing and nothing excludes it but the examiner. It is one
condition of the person: every headache of theirs shows it.
"""

from concordant.criteria import all_of, any_of, at_or_above, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.medication.subtypes import SUBTYPES
from concordant.facts.diary.counts import any_headache_days_per_30d
from concordant.facts.history.person import preexisting_headache

medication_overuse_headache = Diagnosis(
    code="8.2",
    name="Medication-overuse headache",
    family=Family.SECONDARY,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(
        A=all_of(at_or_above(any_headache_days_per_30d, 15), yes(preexisting_headache)),
        B=any_of(*(subtype.criterion for subtype in SUBTYPES)),
    ),
    closing_letter="C",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 8.2, doi:10.1177/0333102417738202",
    note=(
        "Coded together with the older headache (G10). The day limits are opinion of experts. "
        "Count pills taken for neck pain too."
    ),
    subforms=SUBTYPES,
)
