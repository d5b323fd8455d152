"""What a visit or the diary brings up anew, and the first days after an injury."""

from concordant.criteria import in_an_injury, meets, not_empty, yes
from concordant.facts.safety.history import new_red_flag_sign
from concordant.facts.safety.results import diary_red_flags
from concordant.safety.flag import flag
from concordant.safety.injury import FIRST_HOURS, in_the_first_hours

first_days_after_injury = flag(
    "injury_72h",
    f"First {FIRST_HOURS} hours after an injury",
    "product rule, diagnosis 4.9, row ci_72h",
    caution=in_an_injury(in_the_first_hours),
)

new_sign = flag(
    "new_sign",
    "A new warning sign since the last visit",
    "every-visit question, diagnosis 4.1; action: product rule",
    same_day=yes(new_red_flag_sign),
    advice="Go through the whole screen again.",
)

diary_alarm = flag(
    "diary_alarm",
    "A warning sign ticked in the diary",
    "outcomes 1.3; action: product rule",
    emergency=meets(diary_red_flags, "worst_ever_headache", "neurological"),
    same_day=not_empty(diary_red_flags),
)

EVERY_VISIT = (first_days_after_injury, new_sign, diary_alarm)
