"""People of whom the facts of a plan are simply told, by name, and a clean safety screen.

"Facts not listed are known and negative" (treatment 6.2): ``NEGATIVE`` says what that means for each fact of a plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from concordant.criteria import Truth
from concordant.criteria.reading import Instances, Origin, Reading
from concordant.criteria.silence import Silence, of_one_key
from concordant.facts import DICTIONARY, UNKNOWN, Scope
from concordant.facts.kinds import Flag, Table
from concordant.plan.book import plan_rules
from concordant.plan.interventions import BY_ID
from concordant.progress.discharge import STOP_RULES
from concordant.safety import Safety
from concordant.safety.matrix import ROWS, RowReading
from tests.people import asked_everything, assessed

HEADACHE, INJURY = "A", "crash"

_NUMBERS: Mapping[str, Any] = {
    "age_years": 40,
    "any_acute_med_days_per_30d": 0,
    "any_headache_days_per_30d": 8,
    "desk_hours_per_day": 0,
    "headache_age_weeks": 26,
    "isi_score": 0,
    "jpe_max_absolute_error_deg": 0,
    "migraine_criteria_days_per_30d": 0,
    "mvpa_minutes_per_week": 150,
    "ndi_percent": 10,
    "non_opioid_days_per_30d": 0,
    "overuse_months_longest": 0,
    "pcs_score": 0,
    "csi_score": 0,
    "phq2_score": 0,
    "gad2_score": 0,
    "ten_day_limit_med_days_per_30d": 0,
    "usual_stress_nrs": 0,
    "weeks_in_care": 0,
    "work_status": "full",
}
_STAFF = ("therapist_manipulation_authorised", "therapist_needling_authorised")
_STATUSES = (
    "migraine_status",
    "probable_migraine_status",
    "cluster_status",
    "probable_cluster_status",
    "moh_status",
    "cgh_status",
    "whiplash_headache_status",
)

_RULES = (*plan_rules().values(), *(rule.when for rule in STOP_RULES))
READ = tuple(dict.fromkeys(fact.name for rule in _RULES for fact in rule.facts()))
"""Every fact that a rule of the plan reads."""


def _negative() -> Iterator[tuple[str, Any]]:
    for name in READ:
        kind, absent = DICTIONARY[name].kind, DICTIONARY[name].absent
        if name == "sessions_this_technique":
            yield name, dict.fromkeys(BY_ID, 0)
        elif isinstance(kind, Table):
            yield name, dict.fromkeys(BY_ID, False)
        elif isinstance(kind, Flag):
            yield name, name in _STAFF
        elif absent is not None:
            yield name, absent
    yield from _NUMBERS.items()
    yield from ((name, "excluded") for name in _STATUSES)


NEGATIVE: Mapping[str, Any] = {**dict(_negative()), "concordant_any": False}


class Told(Silence):
    """Knowledge of one headache, and of one injury where there was one. A fact that is not told is unknown."""

    def __init__(self, facts: Mapping[str, Any], *, injured: bool = False) -> None:
        self.facts = facts
        self.injured = injured

    def read(self, term, where):
        name = term.fact.name
        value = self.facts.get(name, UNKNOWN)
        if value is UNKNOWN:
            return Reading(UNKNOWN, Origin.MISSING, missing=(name,))
        whole = Reading(value, Origin.STATED)
        return whole if term.key is None else of_one_key(term, whole)

    def instances(self, scope):
        if scope is Scope.INJURY:
            return Instances((INJURY,)) if self.injured else Instances((), none_stated=True)
        return Instances((HEADACHE,) if scope is Scope.HEADACHE else ())


@cache
def clean_safety() -> Safety:
    """Everything asked, nothing found."""
    found = assessed(asked_everything()).safety
    assert not found.rows
    assert found.facts["safety_action"] == "none"
    return found


def with_rows(safety: Safety, *ids: str, truth: Truth = Truth.MET) -> Safety:
    """The same screen with rows of the block matrix that count."""
    added = tuple(RowReading(row, truth) for row in ROWS if row.id in ids)
    return replace(safety, rows=(*safety.rows, *added))
