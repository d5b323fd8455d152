"""1.2 B and C: what a migraine aura is like, as the person tells it.

ICHD-3 (2018) 1.2, doi:10.1177/0333102417738202: at least three of six characteristics (the beta text asked for two
of four); read in the Danish Headache Society programme, doi:10.1186/s10194-021-01228-4, Table 3, and on the final
page of 1.2.1. A motor symptom may last up to 72 hours.
"""

from concordant.criteria import Criterion, all_of, any_of, at_least, at_or_above, between, meets, not_empty, yes
from concordant.facts.history.aura import (
    aura_fully_reversible,
    aura_positive,
    aura_spread_minutes,
    aura_symptom_minutes,
    aura_symptom_types,
    aura_symptoms_in_succession,
    aura_to_headache_minutes,
    aura_unilateral,
)

HOUR = 60

symptoms: Criterion = all_of(not_empty(aura_symptom_types), yes(aura_fully_reversible))
"""1.2 B: at least one kind of aura symptom, each fully reversible."""

character: Criterion = at_least(
    3,
    C1=at_or_above(aura_spread_minutes, 5),
    C2=yes(aura_symptoms_in_succession),
    C3=any_of(
        between(aura_symptom_minutes, 5, HOUR),
        all_of(meets(aura_symptom_types, "motor"), between(aura_symptom_minutes, 5, 72 * HOUR)),
    ),
    C4=yes(aura_unilateral),
    C5=yes(aura_positive),
    C6=between(aura_to_headache_minutes, 0, HOUR),
)
"""1.2 C: three of six."""
