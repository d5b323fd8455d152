"""English. Keys are stable; a translation is another table with the same keys.

Single ratings take their question from their fact. The items of the PHQ-4 are not here: the clinic uses its form and
enters numbers, and its notice is shown with them.
"""

from __future__ import annotations

from collections.abc import Mapping

from concordant.facts.outcomes.questionnaires import groc_15_point_score, groc_score
from concordant.facts.outcomes.ratings import (
    acceptable_state,
    activity_confidence_nrs,
    nprs_headache_average_7d,
    nprs_headache_worst_7d,
    nprs_neck_average_7d,
    recovery_expectation_nrs,
    usual_sleep_quality_nrs,
    usual_stress_nrs,
)
from concordant.measures.questionnaires.mood import LICENCE

LANGUAGE = "en"

_ASKED = (
    nprs_headache_average_7d,
    nprs_headache_worst_7d,
    nprs_neck_average_7d,
    groc_score,
    groc_15_point_score,
    acceptable_state,
    recovery_expectation_nrs,
    usual_sleep_quality_nrs,
    usual_stress_nrs,
    activity_confidence_nrs,
)

TEXT: Mapping[str, str] = {
    **{fact.name: fact.ask for fact in _ASKED},
    "nprs.low": "no pain",
    "nprs.high": "the worst pain you can think of",
    "psfs.name": "Name three things that are hard for you to do due to your head or neck. You may name up to five.",
    "psfs.rate": "How well can you do each one this week? Give a number from 0 to 10.",
    "psfs.low": "I can not do it",
    "psfs.high": "I can do it as well as before",
    "psfs.again": "Here are the things you named last time. How well can you do each one this week?",
    "groc.-5": "very much worse",
    "groc.0": "no change",
    "groc.5": "fully well again",
    "groc_15_point.-7": "much worse",
    "groc_15_point.0": "no change",
    "groc_15_point.7": "much better",
    "total_only": "We know the score but not your answers.",
    "prorated": "You left some blank. We filled those in with the mean of the rest.",
    "invalid": "Too many are blank to work out a score.",
}
"""For the person; reading grade 7 or below."""

NOTICES: Mapping[str, str] = {"phq4": LICENCE.notice, "phq2": LICENCE.notice, "gad2": LICENCE.notice}
"""To be shown as they stand, in no other words."""
