"""5.3 and 5.4 Acute and persistent headache attributed to whiplash.

ICHD-3 (2018) 5.3, 5.4, doi:10.1177/0333102417738202; German final text doi:10.1055/a-0930-5739. The final text
counts the three months from the onset of the headache (the beta text counted from the whiplash).
Steps W1 to W8 of diagnosis 1.2.1: an older headache that is twice as bad since the crash counts from the day on
which it became so (W7); one that is not worse gets no code of chapter 5 (W8).
"""

from concordant.criteria import Criterion, above, all_of, at_or_below, between, in_an_injury, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.history.injury import (
    days_injury_to_headache,
    neck_pain_or_headache_at_injury,
    post_injury_headache_age_days,
    whiplash_occurred,
)
from concordant.facts.history.pattern import headache_present

ONSET_DAYS = 7
THREE_MONTHS = 90


def _after_whiplash(duration: Criterion) -> Criterion:
    return all_of(
        in_an_injury(
            all_of(
                B=all_of(yes(whiplash_occurred), yes(neck_pain_or_headache_at_injury)),
                C=between(days_injury_to_headache, 0, ONSET_DAYS),
                D=duration,
            )
        ),
        A=yes(headache_present),
    )


acute_whiplash_headache = Diagnosis(
    code="5.3",
    name="Acute headache attributed to whiplash",
    family=Family.SECONDARY,
    role=Role.DECIDE,
    features=_after_whiplash(at_or_below(post_injury_headache_age_days, THREE_MONTHS)),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 5.3, doi:10.1177/0333102417738202",
    note="The same record moves from 5.3 to 5.4 by date alone, 90 days after the onset of the headache.",
)

persistent_whiplash_headache = Diagnosis(
    code="5.4",
    name="Persistent headache attributed to whiplash",
    family=Family.SECONDARY,
    role=Role.DECIDE,
    features=_after_whiplash(above(post_injury_headache_age_days, THREE_MONTHS)),
    closing_letter="E",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 5.4, doi:10.1177/0333102417738202",
    note="When it persists, consider overuse of acute medicines (8.2).",
)
