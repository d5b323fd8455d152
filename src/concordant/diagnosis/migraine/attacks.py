"""Criteria A to D of 1.1, which 1.5 uses as well.

ICHD-3 (2018) 1.1; read in the Danish Headache Society programme, doi:10.1186/s10194-021-01228-4, Table 3.
"""

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_least,
    at_or_above,
    below,
    between,
    meets,
    one_of,
    yes,
)
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    laterality,
    nausea,
    pain_qualities,
    pain_severity,
    phonophobia,
    photophobia,
    vomiting,
    worse_with_routine_activity,
)
from concordant.facts.history.person import age_years

HOUR = 60

migraine_attacks: dict[str, Criterion] = {
    "A": at_or_above(attack_count_lifetime, 5),
    "B": any_of(
        between(attack_duration_minutes, 4 * HOUR, 72 * HOUR),
        all_of(below(age_years, 18), between(attack_duration_minutes, 2 * HOUR, 72 * HOUR)),
    ),
    "C": at_least(
        2,
        C1=one_of(laterality, "left_always", "right_always", "one_sided_alternating"),
        C2=meets(pain_qualities, "pulsating"),
        C3=one_of(pain_severity, "moderate", "severe", "very_severe"),
        C4=yes(worse_with_routine_activity),
    ),
    "D": any_of(
        D1=any_of(one_of(nausea, "mild", "moderate", "severe"), yes(vomiting)),
        D2=all_of(yes(photophobia), yes(phonophobia)),
    ),
}
