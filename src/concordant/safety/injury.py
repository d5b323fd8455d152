"""What the rules after an injury share: that there was one, and how long ago it may count."""

from concordant.criteria import above, all_of, any_of, at_or_below, known, not_, surely, yes
from concordant.facts.history.injury import head_injury_occurred, injury_date, injury_weeks_ago, whiplash_occurred
from concordant.facts.safety.trauma import injury_hours_ago
from concordant.settings import whole

FIRST_HOURS = whole(
    "first_hours_after_injury",
    72,
    unit="h",
    high=336,
    says="For so many hours after an injury neither thrust nor end-range techniques are used.",
    source="diagnosis 4.9, row ci_72h",
)
WHIPLASH_IS_A_RISK_WEEKS = whole(
    "whiplash_is_a_vascular_risk_weeks",
    4,
    unit="weeks",
    high=52,
    says="For so many weeks a whiplash counts as recent minor neck trauma, a risk factor for dissection.",
    source="conflicts C44",
)

an_injury_happened = any_of(yes(whiplash_occurred), yes(head_injury_occurred), surely(known(injury_date)))
"""Of one injury in the record: an entry may also say that there was no whiplash."""

in_the_first_hours = all_of(an_injury_happened, not_(surely(above(injury_hours_ago, FIRST_HOURS))))
"""Of one injury. Its date may be unknown and has no clock time: what is not known to be over counts as going on."""

whiplash_is_recent = all_of(yes(whiplash_occurred), at_or_below(injury_weeks_ago, WHIPLASH_IS_A_RISK_WEEKS))
"""Of one injury."""
