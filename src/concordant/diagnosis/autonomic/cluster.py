"""3.1 Cluster headache, with its episodic and chronic subforms.

ICHD-3 (2018) 3.1, doi:10.1177/0333102417738202; read in doi:10.1186/s10194-022-01504-x, Table 1.
"""

from concordant.criteria import (
    Criterion,
    all_of,
    at_or_above,
    below,
    between,
)
from concordant.diagnosis.autonomic.secondary_first import no_new_headache_with_another_cause
from concordant.diagnosis.autonomic.trigeminal import severe_one_sided_about_the_eye, sign_or_restlessness
from concordant.diagnosis.closing import gives_way, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.facts.diary.counts import (
    attacks_per_day,
    bout_count,
    bout_length_days,
    remission_between_bouts_days,
    remission_longest_12mo_days,
)
from concordant.facts.history.pattern import attack_count_lifetime, attack_duration_minutes, headache_age_days

THREE_MONTHS = 90
YEAR = 365

cluster_attacks: dict[str, Criterion] = {
    "A": at_or_above(attack_count_lifetime, 5),
    "B": all_of(severe_one_sided_about_the_eye, between(attack_duration_minutes, 15, 180)),
    "C": sign_or_restlessness,
    "D": between(attacks_per_day, 0.5, 8),
}
"""Criteria A to D, which 3.5.1 uses as well."""

cluster_headache = Diagnosis(
    code="3.1",
    name="Cluster headache",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(**cluster_attacks),
    closing_letter="E",
    closing=not_better_explained(gives_way("3.1"), no_new_headache_with_another_cause),
    source="ICHD-3 (2018) 3.1, doi:10.1177/0333102417738202",
    note="Refer. A small pupil or drooping lid that stays, or comes with new neck pain, is a red flag for dissection.",
    subforms=(
        Subform(
            "3.1.1",
            "Episodic cluster headache",
            all_of(
                at_or_above(bout_count, 2),
                between(bout_length_days, 7, YEAR),
                at_or_above(remission_between_bouts_days, THREE_MONTHS),
            ),
            "ICHD-3 (2018) 3.1.1, doi:10.1177/0333102417738202",
        ),
        Subform(
            "3.1.2",
            "Chronic cluster headache",
            all_of(
                at_or_above(headache_age_days, YEAR),
                below(remission_longest_12mo_days, THREE_MONTHS),
            ),
            "ICHD-3 (2018) 3.1.2, doi:10.1177/0333102417738202",
        ),
    ),
)
