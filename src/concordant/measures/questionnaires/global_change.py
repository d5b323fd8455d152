"""Global rating of change: the 11-point and the 15-point form are two measures and are never mixed.

It leans on how the person is now and weakly on how it began (8,955 people with knee pain, Phys Ther 2014;94:534): an
anchor beside the diary, never used alone.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import groc_15_point_score, groc_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import OWN_WORDS
from concordant.measures.questionnaires.questionnaire import (
    Band,
    Better,
    Evidence,
    Questionnaire,
    Threshold,
    Version,
)
from concordant.settings import Standing, whole

SOMEWHAT = whole(
    "groc_somewhat_better",
    2,
    unit="points",
    low=1,
    high=5,
    says="From so many of +5 points on a person is somewhat better, and worse from its negative down.",
    source="outcomes 2.3; retest 8; Kamper 2009, doi:10.1179/jmt.2009.17.3.163",
    standing=Standing.RECALLED,
)
MUCH = whole(
    "groc_much_better",
    4,
    unit="points",
    low=1,
    high=5,
    says="From so many of +5 points on a person is much better.",
    source="outcomes 2.3; retest 8",
    standing=Standing.RECALLED,
)
SUCCESS_OF_15 = whole(
    "groc_15_point_success",
    5,
    unit="points",
    low=1,
    high=7,
    says="From so many of +7 points on, trials in cervicogenic headache speak of success (quite a bit better).",
    source="outcomes 2.2; Dunning 2016, doi:10.1186/s12891-016-0912-3",
    standing=Standing.RECALLED,
)

GROC = Questionnaire(
    fact=groc_score,
    name="Global rating of change, 11-point",
    versions=(Version("own_words", "since care began", (rated(-5, 5),), fewest_answered=1, low=-5, high=5),),
    better=Better.HIGHER,
    licence=OWN_WORDS,
    when="Core set: weeks 4, 8 and 12, and discharge.",
    source="outcomes 2.2, 2.3",
    bands=(
        Band(-5, "not_better", "not clearly better"),
        Band(SOMEWHAT, "somewhat_better", "somewhat better"),
        Band(MUCH, "much_better", "much better"),
    ),
    change=Threshold(
        mdc=None,
        mcid=Evidence(
            SOMEWHAT,
            "points -5..+5",
            "musculoskeletal",
            "MCID, review advice",
            "Kamper 2009",
            "10.1179/jmt.2009.17.3.163",
            "recalled",
        ),
        of_a_change=False,
        note="2.5 of 11 points in low back pain (Bobos 2020, doi:10.1016/j.jor.2020.01.047).",
    ),
)

GROC_15 = Questionnaire(
    fact=groc_15_point_score,
    name="Global rating of change, 15-point",
    versions=(Version("own_words", "since care began", (rated(-7, 7),), fewest_answered=1, low=-7, high=7),),
    better=Better.HIGHER,
    licence=OWN_WORDS,
    when="Where a trial or an insurer asks for this form; the default is the 11-point form.",
    source="outcomes 2.2",
    bands=(
        Band(-7, "below_success", "less than quite a bit better"),
        Band(SUCCESS_OF_15, "success", "quite a bit better or more"),
    ),
    change=Threshold(
        mdc=None,
        mcid=Evidence(
            SUCCESS_OF_15,
            "points -7..+7",
            "trials in cervicogenic headache",
            "success",
            "Dunning 2016",
            "10.1186/s12891-016-0912-3",
            "recalled",
        ),
        of_a_change=False,
    ),
)
