"""A5.9 Persistent headache attributed to other trauma of head or neck (appendix).

ICHD-3 (2018) A5.9, doi:10.1177/0333102417738202; German final text doi:10.1055/a-0930-5739. It asks for a close
relation in time, without a number of days, or other evidence that the injury caused the headache.
"""

from concordant.criteria import above, all_of, any_of, between, in_an_injury, yes
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.history.injury import days_injury_to_headache, other_evidence_of_trauma_as_cause
from concordant.facts.history.pattern import headache_age_days, headache_present
from concordant.facts.history.person import head_or_neck_trauma_history
from concordant.settings import whole

CLOSE_DAYS = whole(
    "other_trauma_close_days",
    7,
    unit="d",
    high=90,
    says="Days from another injury of head or neck to the headache that count as a close relation in time (A5.9 C1).",
    source="mirrors 5.1 to 5.4; ICHD-3 gives no number for A5.9 (diagnosis 1.2.1 W5, 1.22)",
)
THREE_MONTHS = 90

persistent_other_trauma_headache = Diagnosis(
    code="A5.9",
    name="Persistent headache attributed to other trauma or injury to the head and/or neck",
    family=Family.SECONDARY,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(
        A=yes(headache_present),
        B=yes(head_or_neck_trauma_history),
        C=any_of(
            C1=in_an_injury(between(days_injury_to_headache, 0, CLOSE_DAYS)),
            C2=yes(other_evidence_of_trauma_as_cause),
        ),
        D=above(headache_age_days, THREE_MONTHS),
    ),
    closing_letter="E",
    # The main part of the classification comes before its appendix.
    closing=not_better_explained(gives_way("A5.9")),
    source="ICHD-3 (2018) A5.9, doi:10.1177/0333102417738202",
    note="Appendix: a form for research, given only where 5.1 to 5.4 and 11.2.1 do not hold. A headache that began "
    "more than 7 days after a whiplash is judged here and as 11.2.1.",
)
