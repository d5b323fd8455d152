"""TSK-11, fear of movement: eleven items 1 to 4, none reversed, 11 to 44."""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import tsk11_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Evidence, Questionnaire, Threshold, Version
from concordant.settings import Standing, number, whole

MOST_BLANK = whole(
    "tsk11_most_blank",
    1,
    unit="items",
    high=5,
    says="With more blank items the TSK-11 has no total.",
    source="outcomes 2.1",
)
MCID = number(
    "tsk11_mcid",
    4,
    unit="points",
    low=1,
    high=33,
    says="A change of the TSK-11 from so much on is important.",
    source="outcomes 2.3; Woby 2005, chronic low back pain, doi:10.1016/j.pain.2005.05.029",
    standing=Standing.RECALLED,
)

TSK_11 = Questionnaire(
    fact=tsk11_score,
    name="TSK-11",
    versions=(Version("standard", "general", (rated(1, 4),) * 11, fewest_answered=11 - MOST_BLANK, low=11, high=44),),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "Miller, Kori and Todd 1991; Woby 2005; no licence text found"),
    when="Extension: when recovery stalls.",
    source="outcomes 2.2, 2.3",
    change=Threshold(
        mdc=Evidence(
            5.6,
            "points 11-44",
            "chronic pain",
            "MDC, as cited",
            "case series 2017",
            "10.1186/s40945-017-0032-x",
            "read",
        ),
        mcid=Evidence(
            MCID,
            "points 11-44",
            "chronic low back pain",
            "MCID, ROC",
            "Woby 2005",
            "10.1016/j.pain.2005.05.029",
            "recalled",
        ),
        note="No value for cervicogenic headache.",
    ),
)
