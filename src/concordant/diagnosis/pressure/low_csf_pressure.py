"""7.2 Headache attributed to low cerebrospinal fluid pressure, with 7.2.1 to 7.2.3.

ICHD-3 (2018) 7.2, 7.2.2, 7.2.3, doi:10.1177/0333102417738202; the five days of 7.2.1 read second hand.
"""

from concordant.criteria import all_of, any_of, below, between, no, yes
from concordant.diagnosis.closing import not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, Subform
from concordant.facts.history.other_causes import (
    csf_leak_cause_present,
    csf_leak_on_imaging,
    csf_opening_pressure_mm,
    csf_temporal_relation,
    days_dural_puncture_to_headache,
    dural_puncture_last_30d,
)
from concordant.facts.history.pattern import headache_present

LOW_PRESSURE_MM = 60
PUNCTURE_DAYS = 5

low_csf_pressure_headache = Diagnosis(
    code="7.2",
    name="Headache attributed to low cerebrospinal fluid pressure",
    family=Family.SECONDARY,
    role=Role.SUSPECT,
    features=all_of(
        A=yes(headache_present),
        B=any_of(B1=below(csf_opening_pressure_mm, LOW_PRESSURE_MM), B2=yes(csf_leak_on_imaging)),
        C=yes(csf_temporal_relation),
    ),
    closing_letter="D",
    closing=not_better_explained(),
    source="ICHD-3 (2018) 7.2, doi:10.1177/0333102417738202",
    note="Worse upright is usual but no criterion, and it may fade with time; neck pain and stiffness are common, so "
    "it mimics cervicogenic headache. An orthostatic pattern is urgent: stop manual therapy and refer.",
    subforms=(
        Subform(
            "7.2.1",
            "Post-dural puncture headache",
            all_of(yes(dural_puncture_last_30d), between(days_dural_puncture_to_headache, 0, PUNCTURE_DAYS)),
            "ICHD-3 (2018) 7.2.1, doi:10.1177/0333102417738202; five days read second hand",
        ),
        Subform(
            "7.2.2",
            "Cerebrospinal fluid fistula headache",
            yes(csf_leak_cause_present),
            "ICHD-3 (2018) 7.2.2, doi:10.1177/0333102417738202",
        ),
        Subform(
            "7.2.3",
            "Headache attributed to spontaneous intracranial hypotension",
            all_of(no(csf_leak_cause_present), no(dural_puncture_last_30d)),
            "ICHD-3 (2018) 7.2.3, doi:10.1177/0333102417738202",
        ),
    ),
)
