"""11.2.1 Cervicogenic headache.

ICHD-3, Cephalalgia 2018;38:1-211, doi:10.1177/0333102417738202, 11.2.1; paraphrased. The rules for C1, C2 and
C3 where ICHD-3 gives no number, and the steps of the closing criterion, are product rules (diagnosis 3.2-3.5).
"""

from concordant.criteria import all_of, any_of, at_a_visit, at_least, not_, one_of, yes
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.neck.block import abolished_by_block
from concordant.diagnosis.neck.exclusions import EXCLUDED_FIRST
from concordant.diagnosis.neck.onset import onset_related_to_neck_disorder
from concordant.diagnosis.neck.parallel import improved_in_parallel
from concordant.facts.examination.judgement import (
    crom_reduced,
    neck_disorder_accepted_cause,
    neck_disorder_clinical_evidence,
    neck_disorder_type,
    provocation_worsens_headache,
)
from concordant.facts.history.pattern import headache_present
from concordant.facts.history.person import neck_disorder_imaging_evidence

evident_neck_disorder = all_of(
    any_of(at_a_visit(yes(neck_disorder_clinical_evidence)), yes(neck_disorder_imaging_evidence)),
    yes(neck_disorder_accepted_cause),
    not_(one_of(neck_disorder_type, "none", "myofascial_only", "radiculopathy_c2_c3", "dystonia")),
)

motion_reduced_and_headache_provoked = at_a_visit(
    all_of(yes(crom_reduced), yes(provocation_worsens_headache)),
)

relations_to_the_neck = {
    "C1": onset_related_to_neck_disorder,
    "C2": improved_in_parallel,
    "C3": motion_reduced_and_headache_provoked,
    "C4": abolished_by_block,
}

cervicogenic_headache = Diagnosis(
    code="11.2.1",
    name="Cervicogenic headache",
    family=Family.SECONDARY,
    role=Role.DECIDE,
    features=all_of(
        A=yes(headache_present),
        B=evident_neck_disorder,
        C=at_least(2, **relations_to_the_neck),
    ),
    closing_letter="D",
    closing=not_better_explained(gives_way("11.2.1"), *EXCLUDED_FIRST),
    source="ICHD-3 (2018) 11.2.1, doi:10.1177/0333102417738202",
    note="Imaging findings of the upper neck are common without headache; imaging alone makes B weak.",
)
