"""4.10 New daily persistent headache.

ICHD-3 (2018) 4.10, doi:10.1177/0333102417738202. 3.4 comes before it, and it before 1.3 and 2.3 (G12). After an
injury chapter 5 comes first (G7): the day on which the pain began is then the day of a cause.
"""

from concordant.criteria import above, all_of, at_or_below, yes
from concordant.diagnosis.closing import gives_way, not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role
from concordant.facts.history.pattern import (
    headache_age_days,
    headache_continuous,
    onset_clearly_remembered,
    onset_to_continuous_hours,
)

THREE_MONTHS = 90

new_daily_persistent_headache = Diagnosis(
    code="4.10",
    name="New daily persistent headache",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(
        A=yes(headache_continuous),
        B=all_of(yes(onset_clearly_remembered), at_or_below(onset_to_continuous_hours, 24)),
        C=above(headache_age_days, THREE_MONTHS),
    ),
    closing_letter="D",
    closing=not_better_explained(
        gives_way("4.10"),
        not_a_new_secondary_headache(),
    ),
    source="ICHD-3 (2018) 4.10, doi:10.1177/0333102417738202",
    note="Refer. After an injury chapter 5 comes first (G7). 3.4 comes before it, and it before 1.3 and 2.3 (G12).",
)
