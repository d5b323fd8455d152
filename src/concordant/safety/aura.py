"""An aura that may be none: a stroke or a passing lack of blood (diagnosis 1.5).

ICHD-3 asks for gradual spread and positive symptoms because their absence speaks for ischaemia. That these are red
flags, the ages and the actions are product rules.
"""

from concordant.criteria import all_of, any_of, at_or_above, below, in_a_headache, meets, no, not_empty, surely
from concordant.facts.history.aura import aura_first_age_years, aura_positive, aura_spread_minutes, aura_symptom_types
from concordant.safety.flag import flag
from concordant.settings import whole

SUDDEN_MINUTES = whole(
    "aura_sudden_minutes",
    5,
    unit="min",
    low=1,
    high=60,
    says="An aura that is there in less than so many minutes counts as sudden: a red flag.",
    source="diagnosis 1.5",
)
FIRST_AURA_AGE = whole(
    "first_aura_age",
    50,
    unit="y",
    low=18,
    high=120,
    says="A first aura ever at this age or later is a red flag.",
    source="diagnosis 1.5",
)

# Asked of the aura that somebody has: who was not asked for one, or has none, is asked no more here.
_has_an_aura = surely(not_empty(aura_symptom_types))

aura = flag(
    "aura",
    "An aura that is sudden, only takes away, comes late in life, or is none of the typical",
    "ICHD-3 1.2, doi:10.1177/0333102417738202; red flags and actions: product rule, diagnosis 1.5",
    same_day=in_a_headache(
        all_of(
            _has_an_aura,
            any_of(
                below(aura_spread_minutes, SUDDEN_MINUTES),
                no(aura_positive),
                at_or_above(aura_first_age_years, FIRST_AURA_AGE),
            ),
        )
    ),
    urgent=in_a_headache(all_of(_has_an_aura, meets(aura_symptom_types, "motor", "brainstem", "retinal"))),
    advice="Think of a transient ischaemic attack.",
)
