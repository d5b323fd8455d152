"""Criteria of 2.1 to 2.3, which 2.4 uses as well. ICHD-3 (2018) 2.1, 2.2, 2.3, doi:10.1177/0333102417738202; read.

What a single attack is like (C and D) is defined in :mod:`concordant.attacks.tension_type`.
"""

from concordant.attacks.signs import AS_TOLD
from concordant.attacks.tension_type import at_most_one_mild_sign, character, neither_sick_nor_both_sensitive
from concordant.criteria import (
    Criterion,
    above,
    all_of,
    any_of,
    at_or_above,
    below,
    between,
    known,
    named,
    not_,
    surely,
    yes,
)
from concordant.diagnosis.attack_level import attacks_first
from concordant.facts.diary.counts import (
    headache_days_per_30d,
    headache_days_per_year,
    months_at_this_frequency,
    tension_type_attacks_in_diary,
    tth_criteria_days_per_30d,
)
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    attack_duration_minutes,
    headache_continuous,
)
from concordant.record.derive.months import MORE_THAN_MONTHS
from concordant.settings import whole

TEN_ATTACKS = 10
CHRONIC_DAYS = 15
MINUTES_OF_A_WEEK = 7 * 24 * 60

HOURS_MINUTES = whole(
    "tension_type_hours_minutes",
    60,
    unit="min",
    low=30,
    high=24 * 60,
    says="An attack of so many minutes or more lasts hours (2.3 B: hours to days, or unremitting).",
    source="diagnosis 1.8; conflicts, found and left open: 2.3 B",
)

episodic_attacks = attacks_first(
    tension_type_attacks_in_diary,
    TEN_ATTACKS,
    {
        "A": at_or_above(attack_count_lifetime, TEN_ATTACKS),
        "B": between(attack_duration_minutes, 30, MINUTES_OF_A_WEEK),
        "C": character(AS_TOLD),
        "D": neither_sick_nor_both_sensitive(AS_TOLD),
    },
)

infrequent = all_of(episodic_attacks["A"], below(headache_days_per_year, 12))

frequent = all_of(
    episodic_attacks["A"],
    all_of(at_or_above(headache_days_per_30d, 1), below(headache_days_per_30d, CHRONIC_DAYS)),
    above(months_at_this_frequency, MORE_THAN_MONTHS),
    all_of(at_or_above(headache_days_per_year, 12), below(headache_days_per_year, 180)),
)

chronic = all_of(
    at_or_above(headache_days_per_30d, CHRONIC_DAYS),
    named(
        "15 of them like tension-type headache, where a diary can tell",
        any_of(
            at_or_above(tth_criteria_days_per_30d, CHRONIC_DAYS),
            not_(surely(known(tth_criteria_days_per_30d))),
        ),
        source="product rule, diagnosis 1.8",
    ),
    above(months_at_this_frequency, MORE_THAN_MONTHS),
    at_or_above(headache_days_per_year, 180),
)

hours_to_days_or_unremitting = any_of(at_or_above(attack_duration_minutes, HOURS_MINUTES), yes(headache_continuous))

infrequent_attacks: dict[str, Criterion] = episodic_attacks | {"A": infrequent}
frequent_attacks: dict[str, Criterion] = episodic_attacks | {"A": frequent}
chronic_attacks: dict[str, Criterion] = {
    "A": chronic,
    "B": hours_to_days_or_unremitting,
    "C": character(AS_TOLD),
    "D": at_most_one_mild_sign(AS_TOLD),
}
