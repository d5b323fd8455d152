"""A11.2.5 Headache attributed to cervical myofascial pain (appendix).

ICHD-3 (2018) A11.2.5, doi:10.1177/0333102417738202. Signs that were shown at one visit stay shown (decision 5):
otherwise the improvement that C1 asks for would take B and C2 away.
"""

from concordant.criteria import all_of, any_of, at_a_visit, at_least, yes
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.examination.signs import (
    neck_muscle_tenderness,
    trigger_point_release_abolishes,
    trigger_points_reproducible,
)
from concordant.facts.history.other_causes import myofascial_parallel_improvement, myofascial_temporal_relation
from concordant.facts.history.pattern import headache_present

cervical_myofascial_headache = Diagnosis(
    code="A11.2.5",
    name="Headache attributed to cervical myofascial pain",
    family=Family.SECONDARY,
    role=Role.DECIDE,
    features=all_of(
        A=yes(headache_present),
        B=at_a_visit(yes(trigger_points_reproducible)),
        C=at_least(
            2,
            C1=any_of(yes(myofascial_temporal_relation), yes(myofascial_parallel_improvement)),
            C2=at_a_visit(yes(neck_muscle_tenderness)),
            C3=at_a_visit(yes(trigger_point_release_abolishes)),
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(gives_way("A11.2.5")),
    source="ICHD-3 (2018) A11.2.5, doi:10.1177/0333102417738202",
    note="Appendix. Relief by trigger-point massage is a criterion here; in 11.2.1 it is not. Where tension-type "
    "headache is met as well, that is coded, with pericranial tenderness. Trigger points are disputed.",
)
