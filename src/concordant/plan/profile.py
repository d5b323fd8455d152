"""How much care somebody needs: low, standard or complex (treatment 3.2). Product rules.

Factors come from the care pathway of OPTIMa (doi:10.1002/ejp.1374): depression, passive coping, job dissatisfaction,
high disability, a disputed claim. Cut-offs are recalled or assumptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from concordant.criteria import Criterion, all_of, at_least, at_or_above, at_or_below, below, named, not_, one_of, yes
from concordant.facts.coverage.claim import claim_disputed
from concordant.facts.diary.counts import any_headache_days_per_28d, headache_intensity_nrs_mean_7d
from concordant.facts.history.pattern import headache_age_weeks
from concordant.facts.history.person import low_job_satisfaction, work_status
from concordant.facts.outcomes.questionnaires import ndi_percent
from concordant.facts.outcomes.ratings import ptsd_screen_positive
from concordant.plan.distress import catastrophising, insomnia, low_mood, sensitive, worry
from concordant.settings import number, whole


class Profile(Enum):
    """How much care, the least first."""

    LOW = "low"
    STANDARD = "standard"
    COMPLEX = "complex"

    @property
    def key(self) -> str:
        """The key of its rule in the rule book."""
        return f"profile {self.value}"


_SOURCE = "treatment 3.2 (recalled or assumption)"

HIGH_NDI = number(
    "plan_high_disability_ndi_percent",
    40,
    unit="%",
    high=100,
    says="From this neck disability index on, disability is a factor of complex care.",
    source=_SOURCE,
)
FREQUENT_DAYS = number(
    "plan_frequent_headache_days",
    15,
    unit="d",
    high=28,
    says="So many headache days in 28 are a factor of complex care.",
    source=_SOURCE,
)
COMPLEX_FACTORS = whole(
    "plan_complex_factors",
    2,
    low=1,
    high=11,
    says="So many factors make care complex.",
    source=_SOURCE,
)
LOW_NDI = number(
    "plan_low_care_ndi_percent",
    30,
    unit="%",
    high=100,
    says="Below this neck disability index little care may be enough.",
    source=_SOURCE,
)
LOW_NRS = number(
    "plan_low_care_nrs",
    4,
    high=10,
    says="Up to this mean headache intensity of 7 days little care may be enough.",
    source=_SOURCE,
)
LOW_WEEKS = number(
    "plan_low_care_weeks",
    12,
    unit="weeks",
    high=520,
    says="While the headache is younger than so many weeks little care may be enough.",
    source=_SOURCE,
)

FACTORS: tuple[Criterion, ...] = (
    low_mood,
    worry,
    catastrophising,
    sensitive,
    at_or_above(ndi_percent, HIGH_NDI),
    one_of(work_status, "off"),
    insomnia,
    yes(ptsd_screen_positive),
    yes(claim_disputed),
    yes(low_job_satisfaction),
    at_or_above(any_headache_days_per_28d, FREQUENT_DAYS),
)

complex_care: Criterion = named(
    "complex care", at_least(COMPLEX_FACTORS, *FACTORS), source="product rule, treatment 3.2"
)
little_care: Criterion = named(
    "little care is enough",
    all_of(
        *(not_(factor) for factor in FACTORS),
        below(ndi_percent, LOW_NDI),
        at_or_below(headache_intensity_nrs_mean_7d, LOW_NRS),
        below(headache_age_weeks, LOW_WEEKS),
    ),
    source="product rule, treatment 3.2",
)

RULES: Mapping[Profile, Criterion] = {Profile.COMPLEX: complex_care, Profile.LOW: little_care}
"""Where neither is met, care is standard."""
