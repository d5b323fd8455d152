"""Criteria of 2.1 to 2.3, which 2.4 uses as well. ICHD-3 (2018) 2.1, 2.2, 2.3, doi:10.1177/0333102417738202."""

from concordant.criteria import (
    Criterion,
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    at_or_above,
    below,
    between,
    meets,
    no,
    not_,
    one_of,
    yes,
)
from concordant.facts.diary.counts import (
    headache_days_per_30d,
    headache_days_per_year,
    months_at_this_frequency,
)
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    headache_continuous,
    laterality,
    nausea,
    pain_qualities,
    pain_severity,
    phonophobia,
    photophobia,
    vomiting,
    worse_with_routine_activity,
)

MINUTES_OF_A_WEEK = 7 * 24 * 60

infrequent = all_of(at_or_above(attack_count_lifetime, 10), below(headache_days_per_year, 12))

frequent = all_of(
    at_or_above(attack_count_lifetime, 10),
    all_of(at_or_above(headache_days_per_30d, 1), below(headache_days_per_30d, 15)),
    above(months_at_this_frequency, 3),
    all_of(at_or_above(headache_days_per_year, 12), below(headache_days_per_year, 180)),
)

chronic = all_of(
    at_or_above(headache_days_per_30d, 15),
    above(months_at_this_frequency, 3),
    at_or_above(headache_days_per_year, 180),
)

half_an_hour_to_a_week = between(attack_duration_minutes, 30, MINUTES_OF_A_WEEK)

hours_to_days_or_unremitting = any_of(at_or_above(attack_duration_minutes, 60), yes(headache_continuous))
"""2.3 B asks for hours to days, or unremitting; one hour is the product's reading of "hours"."""

character = at_least(
    2,
    C1=one_of(laterality, "bilateral"),
    C2=all_of(meets(pain_qualities, "pressing_tightening"), not_(meets(pain_qualities, "pulsating"))),
    C3=one_of(pain_severity, "mild", "moderate"),
    C4=no(worse_with_routine_activity),
)

neither_sick_nor_both_sensitive = all_of(
    one_of(nausea, "none"),
    no(vomiting),
    at_most(1, yes(photophobia), yes(phonophobia)),
)

at_most_one_mild_sign = all_of(
    at_most(1, yes(photophobia), yes(phonophobia), one_of(nausea, "mild")),
    not_(one_of(nausea, "moderate", "severe")),
    no(vomiting),
)

infrequent_attacks: dict[str, Criterion] = {
    "A": infrequent,
    "B": half_an_hour_to_a_week,
    "C": character,
    "D": neither_sick_nor_both_sensitive,
}
frequent_attacks: dict[str, Criterion] = {**infrequent_attacks, "A": frequent}
chronic_attacks: dict[str, Criterion] = {
    "A": chronic,
    "B": hours_to_days_or_unremitting,
    "C": character,
    "D": at_most_one_mild_sign,
}
