"""For how many months in a row each class of acute medicine was taken on as many days as its limit (8.2 B).

ICHD-3 (2018) 8.2, doi:10.1177/0333102417738202. The limits are opinion of experts, not evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from types import MappingProxyType

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import overuse_months, overuse_months_longest
from concordant.facts.rounding import rounded
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes, span_of
from concordant.record.derive.medicine_months import ANY, NON_OPIOID, MedicineMonths
from concordant.record.derive.months import months_in_a_row, settled
from concordant.settings import Standing, whole

OPIOID_DAYS = whole(
    "opioid_overuse_days",
    10,
    unit="d/30 d",
    low=1,
    high=30,
    says="Opioids on so many days a month are overuse (8.2.4).",
    source="ICHD-3 (2018) 8.2.4",
    standing=Standing.RECALLED,
)
ASPIRIN_DAYS = whole(
    "aspirin_overuse_days",
    15,
    unit="d/30 d",
    low=1,
    high=30,
    says="Aspirin on so many days a month is overuse (8.2.3.2.1).",
    source="ICHD-3 (2018) 8.2.3.2.1",
    standing=Standing.RECALLED,
)
OTHER_NON_OPIOID_DAYS = whole(
    "other_non_opioid_overuse_days",
    15,
    unit="d/30 d",
    low=1,
    high=30,
    says="Another non-opioid analgesic on so many days a month is overuse (8.2.3.3).",
    source="ICHD-3 (2018) 8.2.3.3",
    standing=Standing.RECALLED,
)
OTHER_MEDICINE_DAYS = whole(
    "other_medicine_overuse_days",
    10,
    unit="d/30 d",
    low=1,
    high=30,
    says="Another headache medicine on so many days a month is overuse (8.2.8).",
    source="ICHD-3 (2018) 8.2.8",
    standing=Standing.RECALLED,
)

LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "ergotamine": 10,
        "triptan": 10,
        "paracetamol": 15,
        "nsaid": 15,
        "asa": ASPIRIN_DAYS,
        "other_non_opioid": OTHER_NON_OPIOID_DAYS,
        "opioid": OPIOID_DAYS,
        "combination": 10,
        "other": OTHER_MEDICINE_DAYS,
        NON_OPIOID: 15,
        ANY: 10,
    }
)
"""Days per 30 days from which a class is overused; ``any`` is for 8.2.6 and 8.2.7."""


def _run(months: MedicineMonths, key: str) -> Span | None:
    return months_in_a_row(lambda back: months.month(back)[key], LIMITS[key])


@computes(overuse_months)
def by_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """Months in a row at or above the limit, month by month; what was stated fills in where the diary is too short."""
    inputs = Inputs(reader, where)
    months = reader.diary.once(MedicineMonths, reader.diary)
    counted = {key: _run(months, key) for key in LIMITS}
    if not any(counted.values()):
        return inputs.unknown("", overuse_months)
    said = reader.history(overuse_months, where)
    stated = said[-1].value if said and isinstance(said[-1].value, Mapping) else {}
    found: dict[str, object] = {}
    for key, span in counted.items():
        told = stated.get(key)
        if isinstance(told, int | float) and (span is None or (not settled(span) and span.low <= told <= span.high)):
            inputs.note(f"{overuse_months.name}[{key}]", told, f"{rounded(told)} months, as stated")
            found[key] = told
        elif span is not None:
            found[key] = span.low if span.exact else span
    return inputs.result(found, "months of the diary at or above the day limit", Origin.COUNTED)


@computes(overuse_months_longest)
def longest(reader: Reader, where: Binding, term: Term) -> Reading:
    """The longest run of any class, all non-opioids being one; open upwards where a class is not known."""
    inputs = Inputs(reader, where)
    table = inputs.get(overuse_months)
    if not isinstance(table, Mapping) or not table:
        return inputs.unknown("", overuse_months)
    classes = LIMITS.keys() - {ANY}
    spans = [span for key, value in table.items() if key in classes and (span := span_of(value)) is not None]
    low = max((span.low for span in spans), default=0)
    high = max(span.high for span in spans) if len(spans) == len(classes) else inf
    return inputs.result(Span(low, high))
