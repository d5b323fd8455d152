"""11.2.3 Headache attributed to craniocervical dystonia.

ICHD-3 (2018) 11.2.3, doi:10.1177/0333102417738202; German final text doi:10.1055/a-0930-5739. Signs that were shown
at one visit stay shown (decision 5): C asks what happened to the pain as they went.
"""

from concordant.criteria import all_of, at_a_visit, at_least, meets, yes
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.examination.signs import dystonia_signs, pain_matches_dystonic_muscle
from concordant.facts.history.other_causes import (
    dystonia_temporal_relation,
    pain_improved_with_dystonia,
    pain_worsened_with_dystonia,
)
from concordant.facts.history.pattern import pain_regions

craniocervical_dystonia_headache = Diagnosis(
    code="11.2.3",
    name="Headache attributed to craniocervical dystonia",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=all_of(
        A=meets(pain_regions, "neck", "suboccipital", "occipital"),
        B=at_a_visit(yes(dystonia_signs)),
        C=at_least(
            2,
            C1=yes(dystonia_temporal_relation),
            C2=at_a_visit(yes(pain_worsened_with_dystonia)),
            C3=at_a_visit(yes(pain_improved_with_dystonia)),
            C4=at_a_visit(yes(pain_matches_dystonic_muscle)),
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(gives_way("11.2.3")),
    source="ICHD-3 (2018) 11.2.3, doi:10.1177/0333102417738202",
    note="Refer. Here worsening with the disorder counts, in 11.2.1 it does not. After an injury to "
    "head or neck chapter 5 comes first (G9).",
)
