"""HIT-6, headache impact: six answers worth 6, 8, 10, 11 or 13 points, 36 to 78. Items are entered as their points."""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import hit6_score
from concordant.measures.questionnaires.items import worth
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import (
    Band,
    Better,
    Evidence,
    Questionnaire,
    Threshold,
    Version,
)
from concordant.settings import whole

MOST_BLANK = whole(
    "hit6_most_blank",
    0,
    unit="items",
    high=3,
    says="With more blank items the HIT-6 has no total.",
    source="outcomes 2.1",
)

HIT_6 = Questionnaire(
    fact=hit6_score,
    name="HIT-6",
    versions=(
        Version("standard", "4 weeks", (worth(6, 8, 10, 11, 13),) * 6, fewest_answered=6 - MOST_BLANK, low=36, high=78),
    ),
    better=Better.LOWER,
    licence=Licence(
        Text.SCORE_ONLY,
        "QualityMetric and GlaxoSmithKline",
        "HIT-6 is a trade mark; © QualityMetric and GlaxoSmithKline, all rights reserved.",
    ),
    when="Extension: the headache scale used most.",
    source="outcomes 2.2; weights recalled",
    bands=(
        Band(36, "little", "little or no impact"),
        Band(50, "some", "some impact"),
        Band(56, "substantial", "substantial impact"),
        Band(60, "severe", "severe impact"),
    ),
    change=Threshold(
        mdc=Evidence(
            6.222693,
            "points 36-78",
            "chronic headache",
            "MDC95 from SD 6.0 (Coeytaux 2006, doi:10.1016/j.jclinepi.2005.05.010) and ICC 0.86",
            "Haywood 2021",
            "10.1177/03331024211006045",
            "derived",
        ),
        mcid=Evidence(
            6,
            "points 36-78",
            "chronic migraine",
            "responder, within person",
            "Houts 2020",
            "10.1111/head.13946",
            "read",
        ),
        note="No value for cervicogenic headache. 6 is borderline: studies give 2.5 to 8 (Smelt 2014, "
        "doi:10.1177/0333102413497599); manual therapy in chronic tension-type headache: 8 (Castien 2012, "
        "doi:10.1177/0333102412449933). One study reports an error of 2.1.",
    ),
)
