"""4.7 Primary stabbing headache.

ICHD-3 (2018) 4.7, doi:10.1177/0333102417738202; read on the page of 4.7.1, the rest recalled. "Up to a few seconds"
has no number in the text.
"""

from concordant.criteria import all_of, at_or_below, meets, yes
from concordant.diagnosis.autonomic.trigeminal import no_autonomic_sign
from concordant.diagnosis.closing import not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Known, Role
from concordant.facts.history.local_pain import stab_duration_seconds, stabs_irregular
from concordant.facts.history.pattern import pain_qualities
from concordant.settings import whole

LONGEST_STAB_SECONDS = whole(
    "longest_stab_seconds",
    10,
    unit="s",
    low=3,
    high=120,
    says="The longest single stab of primary stabbing headache (4.7 B); ICHD-3 says up to a few seconds.",
    source="diagnosis 1.13",
)

primary_stabbing_headache = Diagnosis(
    code="4.7",
    name="Primary stabbing headache",
    family=Family.PRIMARY,
    role=Role.SUSPECT,
    features=all_of(
        A=meets(pain_qualities, "stabbing", "sharp"),
        B=at_or_below(stab_duration_seconds, LONGEST_STAB_SECONDS),
        C=yes(stabs_irregular),
        D=no_autonomic_sign,
    ),
    closing_letter="E",
    closing=not_better_explained(not_a_new_secondary_headache()),
    source="ICHD-3 (2018) 4.7, doi:10.1177/0333102417738202",
    note="Refer. A sign of eye, nose or face excludes it and points to chapter 3.",
    known=Known.RECALLED,
)
