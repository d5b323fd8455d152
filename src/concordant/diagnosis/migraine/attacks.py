"""Criteria A to D of 1.1 and A to C of 1.2, which 1.3 and 1.5 use as well.

ICHD-3 (2018) 1.1, 1.2; read in the Danish Headache Society programme, doi:10.1186/s10194-021-01228-4, Table 3.
What a single attack is like (C and D of 1.1, B and C of 1.2) is defined in :mod:`concordant.attacks`.
"""

from concordant.attacks import aura, migraine
from concordant.attacks.signs import AS_TOLD
from concordant.criteria import Criterion, all_of, any_of, at_or_above, below, between
from concordant.diagnosis.attack_level import attacks_first
from concordant.facts.diary.counts import migraine_attacks_in_diary
from concordant.facts.history.aura import aura_attack_count
from concordant.facts.history.pattern import attack_count_lifetime, attack_duration_minutes
from concordant.facts.history.person import age_years

HOUR = 60
FIVE_ATTACKS = 5

usual_migraine_attack: dict[str, Criterion] = {
    "A": at_or_above(attack_count_lifetime, FIVE_ATTACKS),
    "B": any_of(
        between(attack_duration_minutes, 4 * HOUR, 72 * HOUR),
        all_of(below(age_years, 18), between(attack_duration_minutes, 2 * HOUR, 72 * HOUR)),
    ),
    "C": migraine.character(AS_TOLD),
    "D": migraine.accompaniment(AS_TOLD),
}
"""1.1 A to D as the person tells the usual attack."""

migraine_attacks = attacks_first(migraine_attacks_in_diary, FIVE_ATTACKS, usual_migraine_attack)
"""1.1 A to D, by the diary or as told."""

aura_attacks: dict[str, Criterion] = {
    "A": at_or_above(aura_attack_count, 2),
    "B": aura.symptoms,
    "C": aura.character,
}
"""1.2 A to C."""
