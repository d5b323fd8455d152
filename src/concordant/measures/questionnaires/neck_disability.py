"""Neck Disability Index: ten sections 0 to 5, raw 0 to 50, percent = raw x 2. Raw and percent are never mixed.

A blank section counts as the mean of the answered ones (author's note); driving is often left blank by those who do not
drive (69.6 % of one sample, doi:10.2340/16501977-0060). People often stay at 5 to 15 after a good recovery: zero is no
goal. Cleland 2008 (doi:10.1016/j.apmr.2007.08.126) gives 19 percentage points, not raw points.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import ndi_score
from concordant.measures.questionnaires.items import rated
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
    "ndi_most_blank",
    2,
    unit="items",
    high=5,
    says="With more blank sections the neck disability index has no total.",
    source="outcomes 2.2",
)
_YOUNG = ("Young 2019", "10.1177/0333102418772584", "read")

NDI = Questionnaire(
    fact=ndi_score,
    name="Neck Disability Index",
    versions=(Version("standard", "today", (rated(0, 5),) * 10, fewest_answered=10 - MOST_BLANK, low=0, high=50),),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "Howard Vernon; free for clinicians, fee for commercial or electronic use"),
    when="Extension: insurers expect it, and no other neck scale has values for cervicogenic headache.",
    source="outcomes 2.2; author's scoring note",
    bands=(
        Band(0, "none", "none"),
        Band(5, "mild", "mild"),
        Band(15, "moderate", "moderate"),
        Band(25, "severe", "severe"),
        Band(35, "complete", "complete"),
    ),
    change=Threshold(
        mdc=Evidence(
            5.9,
            "points 0-50",
            "cervicogenic headache, n = 110",
            "MDC, 4 weeks, second hand; confidence level not stated",
            *_YOUNG,
        ),
        mcid=Evidence(
            5.5, "points 0-50", "cervicogenic headache, n = 110", "MCID, global rating of change, 4 weeks", *_YOUNG
        ),
        note="From one trial sample. ICC 0.92 (0.46 to 0.97): the interval is very wide.",
    ),
    percent_of=50,
)
