"""A11.2.4 Headache attributed to upper cervical radiculopathy (appendix).

ICHD-3 (2018) A11.2.4, doi:10.1177/0333102417738202; German final text doi:10.1055/a-0930-5739.
"""

from concordant.criteria import all_of, at_a_visit, at_least, not_empty, yes
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.diagnosis.side import on_the_side_of
from concordant.facts.history.block import root_block_abolishes
from concordant.facts.history.other_causes import (
    radiculopathy_c2_c3_evidence,
    radiculopathy_parallel_change,
    radiculopathy_side,
    radiculopathy_temporal_relation,
)
from concordant.facts.history.pattern import headache_present

upper_cervical_radiculopathy_headache = Diagnosis(
    code="A11.2.4",
    name="Headache attributed to upper cervical radiculopathy",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=all_of(
        A=yes(headache_present),
        B=not_empty(radiculopathy_c2_c3_evidence),
        C=all_of(
            C1=at_least(
                2,
                yes(radiculopathy_temporal_relation),
                at_a_visit(yes(radiculopathy_parallel_change)),
                at_a_visit(yes(root_block_abolishes)),
            ),
            C2=on_the_side_of(radiculopathy_side),
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(gives_way("A11.2.4")),
    source="ICHD-3 (2018) A11.2.4, doi:10.1177/0333102417738202",
    note="Appendix. Pain of the back of the head, often with lancinating jabs; refer for imaging or a block of the "
    "root. Improvement and worsening with the radiculopathy both count. After an injury chapter 5 comes first (G9).",
)
