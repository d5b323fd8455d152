"""Single ratings in own words: trend only, not validated; and whether the present state is acceptable."""

from __future__ import annotations

from typing import Any

from concordant.facts import Fact
from concordant.facts.outcomes.ratings import (
    activity_confidence_nrs,
    recovery_expectation_nrs,
    usual_sleep_quality_nrs,
    usual_stress_nrs,
)
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import OWN_WORDS
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version


def _rating(fact: Fact[Any], recall: str, better: Better) -> Questionnaire:
    return Questionnaire(
        fact=fact,
        name=fact.label,
        versions=(Version("own_words", recall, (rated(0, 10),), fewest_answered=1, low=0, high=10),),
        better=better,
        licence=OWN_WORDS,
        when="Core set: baseline. Trend only.",
        source="outcomes 2.4",
    )


RECOVERY_EXPECTATION = _rating(recovery_expectation_nrs, "now", Better.HIGHER)
SLEEP_QUALITY = _rating(usual_sleep_quality_nrs, "of late", Better.HIGHER)
STRESS = _rating(usual_stress_nrs, "of late", Better.LOWER)
ACTIVITY_CONFIDENCE = _rating(activity_confidence_nrs, "now", Better.HIGHER)
