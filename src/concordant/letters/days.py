"""Days a month, as a letter tells them: of medicines by class, of each headache, and of what looks like migraine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from concordant.assessment import Assessment
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND
from concordant.criteria.saying import value_in_words
from concordant.facts import Fact, Kind, Scope
from concordant.facts.diary.counts import (
    acute_med_days_per_30d,
    any_acute_med_days_per_30d,
    any_headache_days_per_30d,
    headache_days_per_30d,
    migraine_criteria_days_per_30d,
    non_opioid_days_per_30d,
    overuse_months,
)
from concordant.facts.values import UNKNOWN, Span, Value
from concordant.letters.found import headache_name
from concordant.letters.letter import Table
from concordant.record.derive.medicine_months import NON_OPIOID, NON_OPIOIDS

MEDICINES = ("Acute medicine", "Days in the last 30", "Months in a row at or above its limit")
OTHERS = "Each other class: on no day that was answered"
ANY = "Any of them, each day once"
DAYS = ("", "Days in the last 30")
ANY_HEADACHE = "Any headache, each day once"
LIKE_MIGRAINE = "Days that meet the criteria of a migraine day"
NOT_KNOWN = "not known"


def medicines_by_class(assessment: Assessment) -> Table:
    """Every class that was taken, and non-opioids together where there are several, as they share a limit.

    Then those that only days without an answer leave open; all of them together last.
    """
    days, months = _table(assessment, acute_med_days_per_30d), _table(assessment, overuse_months)
    rows = [
        (acute_med_days_per_30d.kind.keys[key], _said(acute_med_days_per_30d, value, key), _months(months.get(key)))
        for key, value in days.items()
        if lowest(value) > 0
    ]
    if sum(lowest(days.get(key, 0)) > 0 for key in NON_OPIOIDS) > 1:
        name = overuse_months.kind.keys[NON_OPIOID]
        rows.append((name, _read(assessment, non_opioid_days_per_30d), _months(months.get(NON_OPIOID))))
    others = [value for value in days.values() if lowest(value) == 0 < highest(value)]
    if others:
        rows.append((OTHERS, _said(acute_med_days_per_30d, max(others, key=highest)), ""))
    rows.append((ANY, _read(assessment, any_acute_med_days_per_30d), ""))
    return Table(MEDICINES, tuple(rows))


def days_of_headaches(assessment: Assessment) -> Table:
    """Of each headache by itself, of any, and of those that meet the criteria of a migraine day."""
    rows = [
        (headache_name(assessment, one), _read(assessment, headache_days_per_30d, one)) for one in assessment.headaches
    ]
    rows.append((ANY_HEADACHE, _read(assessment, any_headache_days_per_30d)))
    rows.append((LIKE_MIGRAINE, _read(assessment, migraine_criteria_days_per_30d)))
    return Table(DAYS, tuple(rows))


def value_of(assessment: Assessment, fact: Fact[Kind]) -> Value:
    """Of the whole person."""
    return assessment.record.read(term_of(fact), UNBOUND).value


def lowest(value: Value) -> float:
    """A number, or the lower end of what it may be; 0 for what is not known."""
    if isinstance(value, Span):
        return value.low
    return value if isinstance(value, int | float) else 0


def highest(value: Value) -> float:
    """A number, or the upper end of what it may be; 0 for what is not known."""
    if isinstance(value, Span):
        return value.high
    return value if isinstance(value, int | float) else 0


def _table(assessment: Assessment, fact: Fact[Kind]) -> Mapping[str, Any]:
    value = value_of(assessment, fact)
    return value if isinstance(value, Mapping) else {}


def _months(value: Value | None) -> str:
    return NOT_KNOWN if value is None or value is UNKNOWN else _said(overuse_months, value)


def _said(fact: Fact[Kind], value: Value, key: str | None = None) -> str:
    return value_in_words(Term(fact, key=key), value)


def _read(assessment: Assessment, fact: Fact[Kind], headache: str | None = None) -> str:
    term = term_of(fact)
    where = UNBOUND if headache is None else UNBOUND.bound(Scope.HEADACHE, headache)
    value = assessment.record.read(term, where).value
    return NOT_KNOWN if value is UNKNOWN else value_in_words(term, value)
