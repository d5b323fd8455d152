"""1.3 Chronic migraine.

ICHD-3 (2018) 1.3; read in the Danish Headache Society programme, doi:10.1186/s10194-021-01228-4, Table 4. Days like
tension-type headache count, secondary headaches do not. Months are whole months of the diary, back from today
(:mod:`concordant.record.derive.months`): a fourth month settles that it has been more than three.

Which days are secondary is judged day by day where the person may have a headache from the neck (diagnosis 3.2, step
6). Where the split is unsure A is open; where 11.2.1 is excluded for every headache, all days count.
"""

from concordant.criteria import (
    above,
    all_of,
    any_of,
    at_or_above,
    definite,
    in_a_headache,
    named,
    not_,
    surely,
    verdict,
)
from concordant.diagnosis.closing import gives_way, not_a_new_secondary_headache, not_better_explained
from concordant.diagnosis.diagnosis import Diagnosis, Family, Role, features_key
from concordant.diagnosis.migraine.attacks import FIVE_ATTACKS
from concordant.diagnosis.winners import ANY_SECONDARY, INJURY
from concordant.facts.diary.counts import (
    any_headache_days_per_30d,
    headache_days_per_30d,
    migraine_criteria_days_per_30d,
    migraine_criteria_months,
    months_at_this_frequency,
    non_secondary_headache_days_per_30d,
    non_secondary_headache_months,
    probable_migraine_attacks_in_diary,
)
from concordant.facts.history.aura import aura_attack_count
from concordant.record.derive.months import MORE_THAN_MONTHS
from concordant.record.derive.typed_days import CHRONIC_DAYS, MIGRAINE_DAYS

NECK = "11.2.1"
RARER = tuple(code for code in ANY_SECONDARY if code not in (NECK, *INJURY))

_this_headache_alone = at_or_above(headache_days_per_30d, CHRONIC_DAYS)

fifteen_days_not_secondary = all_of(
    at_or_above(any_headache_days_per_30d, CHRONIC_DAYS),
    named(
        "15 of them not from the neck",
        any_of(
            at_or_above(non_secondary_headache_days_per_30d, CHRONIC_DAYS),
            not_(in_a_headache(verdict(NECK))),
        ),
        source="product rule, diagnosis 1.6, 3.2 step 6",
    ),
    named(
        "15 of them not of another headache that is secondary",
        any_of(
            _this_headache_alone,
            # After an injury the dates tell; of rarer causes only one that is established takes days away.
            not_(in_a_headache(any_of(*(verdict(code) for code in INJURY), definite(*RARER)))),
        ),
        source="product rule, diagnosis 1.6",
    ),
)

for_more_than_three_months = any_of(
    above(non_secondary_headache_months, MORE_THAN_MONTHS),
    all_of(_this_headache_alone, above(months_at_this_frequency, MORE_THAN_MONTHS)),
)

_known_migraine = surely(any_of(verdict(features_key("1.1")), verdict(features_key("1.2"))))

five_migraine_attacks = any_of(
    verdict(features_key("1.1")),
    all_of(at_or_above(aura_attack_count, FIVE_ATTACKS), verdict(features_key("1.2"))),
    named(
        "known migraine, and five attacks in the diary that meet 1.1 B, C and D or all but one",
        all_of(_known_migraine, surely(at_or_above(probable_migraine_attacks_in_diary, FIVE_ATTACKS))),
        source="ICHD-3 G13",
    ),
)

chronic_migraine = Diagnosis(
    code="1.3",
    name="Chronic migraine",
    family=Family.PRIMARY,
    role=Role.DECIDE_AND_INFORM,
    features=all_of(
        A=all_of(fifteen_days_not_secondary, for_more_than_three_months),
        B=five_migraine_attacks,
        C=all_of(
            at_or_above(migraine_criteria_days_per_30d, MIGRAINE_DAYS),
            above(migraine_criteria_months, MORE_THAN_MONTHS),
        ),
    ),
    closing_letter="D",
    closing=not_better_explained(not_a_new_secondary_headache(), gives_way("1.3")),
    source="ICHD-3 (2018) 1.3, doi:10.1177/0333102417738202",
    note="Needs a diary of more than three months. With overuse of acute medicines give 8.2 as well (G10).",
)
