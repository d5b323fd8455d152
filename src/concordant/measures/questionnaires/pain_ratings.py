"""Pain from 0 to 10, asked: headache (average, worst) and neck. Never compared across site, anchor or time asked about.

The mean of a diary week is another measure, with a finer limit (2.5).
"""

from __future__ import annotations

from typing import Any

from concordant.facts import Fact
from concordant.facts.outcomes.ratings import (
    nprs_headache_average_7d,
    nprs_headache_worst_7d,
    nprs_neck_average_7d,
)
from concordant.measures.questionnaires.items import Between
from concordant.measures.questionnaires.licence import OWN_WORDS
from concordant.measures.questionnaires.questionnaire import Better, Evidence, Questionnaire, Threshold, Version

SINGLE_RATING = Threshold(
    mdc=Evidence(
        2.4,
        "points 0-10",
        "cervicogenic headache, n = 110",
        "MDC, 4 weeks; confidence level not stated",
        "Young 2019, second hand",
        "10.1177/0333102418772584",
        "read",
    ),
    mcid=Evidence(
        2.5,
        "points 0-10",
        "cervicogenic headache, n = 110",
        "MCID, global rating of change, 4 weeks",
        "Young 2019",
        "10.1177/0333102418772584",
        "read",
    ),
    note="ICC 0.72 (0.08 to 0.90) at 4 weeks, 0.48 at 3 months: a change of intensity over months is weak evidence.",
)


def _rating(fact: Fact[Any], name: str, anchor: str, change: Threshold | None, *, whole: bool = True) -> Questionnaire:
    return Questionnaire(
        fact=fact,
        name=name,
        versions=(Version("own_words", "7 days", (Between(0, 10, whole=whole),), fewest_answered=1, low=0, high=10),),
        better=Better.LOWER,
        licence=OWN_WORDS,
        when="Core set: baseline, weeks 4, 8 and 12, discharge, and 3, 6 and 12 months later.",
        source="outcomes 2.1 to 2.4",
        anchor=anchor,
        change=change,
    )


HEADACHE_AVERAGE = _rating(
    nprs_headache_average_7d, "Headache, average of 7 days, asked", "average", SINGLE_RATING, whole=False
)
HEADACHE_WORST = _rating(nprs_headache_worst_7d, "Headache, worst of 7 days, asked", "worst", SINGLE_RATING)
NECK_AVERAGE = _rating(nprs_neck_average_7d, "Neck pain, average of 7 days, asked", "average", None)
