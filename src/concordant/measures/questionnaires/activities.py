"""Patient-specific activities: three to five that the person names, each rated 0 (cannot) to 10 (as before).

The method is that of Stratford 1995; the words are our own. The place of a rating says which activity it is of.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import psfs_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import (
    Better,
    Evidence,
    Questionnaire,
    Threshold,
    Version,
    mean_of,
)
from concordant.measures.questionnaires.score import Score
from concordant.settings import Standing, number

FEWEST = 2
"""Activities rated at both times (outcomes 2.1)."""

MDC = number(
    "psfs_mdc",
    2,
    unit="points",
    low=0.5,
    high=10,
    says="A change of the mean of the patient-specific activities up to so much may be measurement error.",
    source="outcomes 2.3; Stratford 1995: 2 for the mean of three, 3 for one activity",
    standing=Standing.RECALLED,
)
MCID = number(
    "psfs_mcid",
    2,
    unit="points",
    low=0.5,
    high=10,
    says="A change of the mean of the patient-specific activities from so much on is important.",
    source="outcomes 2.3",
    standing=Standing.RECALLED,
)

PSFS = Questionnaire(
    fact=psfs_score,
    name="Patient-specific activities",
    versions=(
        Version(
            "own_words",
            "this week",
            (rated(0, 10),) * 5,
            fewest_answered=FEWEST,
            shortest=FEWEST,
            scoring=mean_of,
            low=0,
            high=10,
            step=0.01,
        ),
    ),
    better=Better.HIGHER,
    licence=Licence(
        Text.SHIP,
        "Stratford 1995 for the method; its instructions are protected and not used",
        "Method: Stratford P, Gill C, Westaway M, Binkley J. Physiotherapy Canada 1995. Words: our own.",
    ),
    when="Core set: baseline, weeks 4, 8 and 12, discharge, and 3, 6 and 12 months later.",
    source="outcomes 2.1 to 2.3",
    change=Threshold(
        mdc=Evidence(MDC, "points 0-10", "musculoskeletal", "MDC90, mean of 3", "Stratford 1995", "", "recalled"),
        mcid=Evidence(MCID, "points 0-10", "neck", "MCID", "outcomes 2.3", "", "recalled"),
        step=0.01,
        note="No value for cervicogenic headache. ICC 0.85 in chronic neck pain, n = 110.",
    ),
)


def same_activities(before: Score, after: Score) -> tuple[float, float] | None:
    """The two means over the activities that were rated both times; None with fewer than two of them."""
    both = [
        (first, second)
        for first, second in zip(before.items, after.items, strict=False)
        if first is not None and second is not None
    ]
    if len(both) < FEWEST:
        return None
    return mean_of([first for first, _ in both]), mean_of([second for _, second in both])
