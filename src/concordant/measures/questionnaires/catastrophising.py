"""PCS, pain catastrophising: thirteen items 0 to 4, 0 to 52; rumination, magnification and helplessness."""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import pcs_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import (
    Better,
    Evidence,
    Questionnaire,
    Subscale,
    Threshold,
    Version,
)
from concordant.settings import whole

MOST_BLANK = whole(
    "pcs_most_blank",
    1,
    unit="items",
    high=6,
    says="With more blank items the pain catastrophising scale has no total.",
    source="outcomes 2.1",
)
HIGH = 24
"""From so many points of 52 on recovery is slower in subacute whiplash (Scott 2014, as cited in prognosis 5)."""
_MONTICONE = ("Monticone 2022", "10.23736/S1973-9087.21.06729-0", "read")

PCS = Questionnaire(
    fact=pcs_score,
    name="Pain Catastrophising Scale",
    versions=(Version("standard", "general", (rated(0, 4),) * 13, fewest_answered=13 - MOST_BLANK, low=0, high=52),),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "© Sullivan 1995; through a rights agent"),
    when="Extension: when recovery stalls.",
    source="outcomes 2.2, 2.3; items of the parts recalled",
    subscales=(
        Subscale("rumination", (8, 9, 10, 11)),
        Subscale("magnification", (6, 7, 13)),
        Subscale("helplessness", (1, 2, 3, 4, 5, 12)),
    ),
    change=Threshold(
        mdc=Evidence(7.73, "points 0-52", "chronic low back pain, n = 205", "MDC", *_MONTICONE),
        mcid=Evidence(8, "points 0-52", "chronic low back pain, n = 205", "MIC, ROC, 6 to 10", *_MONTICONE),
        percent=Evidence(
            38,
            "%",
            "whiplash, off work, n = 166",
            "MCID in percent, as cited",
            "Scott 2014",
            "10.1097/AJP.0b013e31828eee6c",
            "read",
        ),
        note="From more than 30 points at the start 11 points (8 to 14) are important (Monticone 2022, n = 33). "
        "Another study's error is 12.75 (SEM 4.6, Fernandes 2012, doi:10.1186/1471-2474-13-111).",
    ),
)
