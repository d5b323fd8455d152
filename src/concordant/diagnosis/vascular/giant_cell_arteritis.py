"""6.4.1 Headache attributed to giant cell arteritis. ICHD-3 (2018) 6.4.1, doi:10.1177/0333102417738202."""

from concordant.criteria import all_of, any_of, at_a_visit, at_least, at_or_below, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.history.other_causes import (
    gca_diagnosed,
    gca_parallel_worsening,
    gca_temporal_relation,
    steroid_response_days,
)
from concordant.facts.history.pattern import headache_present
from concordant.facts.safety.history import jaw_claudication, scalp_tenderness

STEROID_DAYS = 3

giant_cell_arteritis_headache = Diagnosis(
    code="6.4.1",
    name="Headache attributed to giant cell arteritis",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=all_of(
        A=yes(headache_present),
        B=yes(gca_diagnosed),
        C=at_least(
            2,
            C1=yes(gca_temporal_relation),
            C2=any_of(
                at_a_visit(yes(gca_parallel_worsening)),
                at_a_visit(at_or_below(steroid_response_days, STEROID_DAYS)),
            ),
            C3=any_of(yes(scalp_tenderness), yes(jaw_claudication)),
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 6.4.1, doi:10.1177/0333102417738202",
    note="Suspicion alone is a same-day referral, with loss of vision an emergency: any recent lasting headache over "
    "60 should suggest it. Do not wait for this verdict.",
)
