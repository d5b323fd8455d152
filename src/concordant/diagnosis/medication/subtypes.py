"""8.2.1 to 8.2.8: which medicine is overused, each for more than three months.

ICHD-3 (2018), doi:10.1177/0333102417738202. Read on final pages: 8.2.3, 8.2.3.2, 8.2.5, 8.2.6, 8.2.7; read in the
beta text, same days: 8.2.1, 8.2.2, 8.2.3.1; recalled: 8.2.3.2.1, 8.2.3.3,
8.2.4, 8.2.8. Counting rules (diagnosis 1.17):

- Days, not tablets; of several non-opioids each day once, and all non-opioids are one class.
- A combination is entered as such and its parts are not, so they are not coded beside it. Two non-opioids without
  an adjuvant are no combination.
- Aspirin is counted by itself (8.2.3.2.1), not among the other NSAIDs (8.2.3.2).
- Every subtype that fits is given.
"""

from concordant.criteria import Criterion, above, all_of, any_of, at_least, at_or_above, key_of, named, no, not_
from concordant.criteria.nodes import Term
from concordant.diagnosis.diagnosis import Subform
from concordant.facts.diary.counts import (
    acute_med_days_per_30d,
    any_acute_med_days_per_30d,
    non_opioid_days_per_30d,
    overuse_months,
)
from concordant.facts.history.person import medication_history_reliable
from concordant.record.derive.months import MORE_THAN_MONTHS
from concordant.record.derive.overuse import LIMITS

READ, BETA, RECALLED = "read", "read in the beta text, same days", "recalled"


def _overused(key: str, days: Term) -> Criterion:
    """On as many days as the limit, for more than three months."""
    return all_of(at_or_above(days, LIMITS[key]), above(key_of(overuse_months, key), MORE_THAN_MONTHS))


def _subtype(code: str, name: str, criterion: Criterion, standing: str) -> Subform:
    source = f"ICHD-3 (2018) {code}, doi:10.1177/0333102417738202; {standing}"
    return Subform(code, name, named(f"{code}: {name}", criterion, source=source), source)


def _of_class(code: str, name: str, key: str, standing: str) -> Subform:
    return _subtype(code, name, _overused(key, key_of(acute_med_days_per_30d, key)), standing)


_SINGLE = (
    _of_class("8.2.1", "Ergotamine-overuse headache", "ergotamine", BETA),
    _of_class("8.2.2", "Triptan-overuse headache", "triptan", BETA),
    _subtype(
        "8.2.3",
        "Non-opioid analgesic-overuse headache",
        _overused("non_opioid", Term(non_opioid_days_per_30d)),
        READ,
    ),
    _of_class("8.2.3.1", "Paracetamol (acetaminophen)-overuse headache", "paracetamol", BETA),
    _of_class("8.2.3.2", "Non-steroidal anti-inflammatory drug (NSAID)-overuse headache", "nsaid", READ),
    _of_class("8.2.3.2.1", "Acetylsalicylic acid-overuse headache", "asa", RECALLED),
    _of_class("8.2.3.3", "Other non-opioid analgesic-overuse headache", "other_non_opioid", RECALLED),
    _of_class("8.2.4", "Opioid-overuse headache", "opioid", RECALLED),
    _of_class("8.2.5", "Combination-analgesic-overuse headache", "combination", READ),
)

_any_medicine = _overused("any", Term(any_acute_med_days_per_30d))

_classes_taken = tuple(
    above(days, 0)
    for days in (
        key_of(acute_med_days_per_30d, "ergotamine"),
        key_of(acute_med_days_per_30d, "triptan"),
        Term(non_opioid_days_per_30d),
        key_of(acute_med_days_per_30d, "opioid"),
        key_of(acute_med_days_per_30d, "combination"),
        key_of(acute_med_days_per_30d, "other"),
    )
)

SUBTYPES: tuple[Subform, ...] = (
    *_SINGLE,
    _subtype(
        "8.2.6",
        "Medication-overuse headache attributed to multiple drug classes not individually overused",
        all_of(
            _any_medicine,
            named("of two classes or more, all non-opioids being one", at_least(2, *_classes_taken)),
            named("none of 8.2.1 to 8.2.5", not_(any_of(*(one.criterion for one in _SINGLE)))),
        ),
        READ,
    ),
    _subtype(
        "8.2.7",
        "Medication-overuse headache attributed to unspecified or unverified overuse of multiple drug classes",
        all_of(_any_medicine, no(medication_history_reliable)),
        READ,
    ),
    _of_class("8.2.8", "Medication-overuse headache attributed to other medication", "other", RECALLED),
)
