"""Retests for tests: somebody who was fully screened, with the results of one retest stated."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from concordant.criteria import Evaluator
from concordant.progress import Progress, read_progress
from concordant.progress.book import BOOK
from concordant.record.record import Record
from concordant.safety import Safety, assess_safety
from tests.people import FIRST_VISIT, asked_everything, record

CLASSES = ("improved_important", "improved", "important_but_uncertain", "within_error", "worse", "not_assessable")


def days_in_care(days: int) -> date:
    return FIRST_VISIT + timedelta(days=days)


def retest(after_days: int = 28, **facts: Any) -> Record:
    """Screened at the first visit; ``facts`` are those of a retest so many days later."""
    case = asked_everything()
    case["visits"].append({"date": days_in_care(after_days).isoformat(), "facts": {}})
    for name, value in facts.items():
        (case["visits"][-1]["facts"] if name in AT_THE_VISIT else case["facts"])[name] = value
    return record(case, days_in_care(after_days))


AT_THE_VISIT = (
    "any_headache_change_class",
    "function_change_class",
    "groc_score",
    "worsening_duration",
    "any_headache_fall_probability_56d",
    "any_headache_change_robust",
    "diary_window_status",
    "any_headache_days_ratio",
    "acceptable_state",
    "headache_intensity_verdict",
    "frt_verdict",
    "frt_restricted",
    "crom_reduced",
    "cervical_change_class",
    "pcs_score",
    "pseq2_score",
    "phq2_score",
    "gad2_score",
    "new_red_flag_sign",
    "neuro_deficit_new",
)


def measured(days: str | None, function: str | None, groc: int | None = None) -> dict[str, Any]:
    """The three results that make a status; None for one that is not known."""
    stated = {"any_headache_change_class": days, "function_change_class": function, "groc_score": groc}
    return {name: value for name, value in stated.items() if value is not None}


RESULTS: dict[str, dict[str, Any]] = {
    "worse": measured("worse", "within_error", 0),
    "no_change": measured("within_error", "within_error", 0),
    "unknown": measured("not_assessable", "not_assessable", 0),
    "possible": measured("important_but_uncertain", "within_error", 0),
    "discordant": measured("improved_important", "worse", 0),
    "responding": measured("improved_important", "within_error", 0),
    "responding_strong": measured("improved_important", "improved_important", 0),
}
"""Of each status one way to come to it."""


@cache
def screened() -> Safety:
    """The safety of somebody without a warning sign."""
    return safety_of(record(asked_everything()))


def safety_of(someone: Record) -> Safety:
    return assess_safety(Evaluator(someone, BOOK), someone)


def progress(someone: Record) -> Progress:
    """The progress of somebody, with their own safety."""
    return read_progress(someone, safety_of(someone))
