"""PSEQ, pain self-efficacy: ten, four or two items 0 to 6. Three measures, never compared with each other."""

from __future__ import annotations

from typing import Any

from concordant.facts import Fact
from concordant.facts.outcomes.questionnaires import pseq2_score, pseq4_score, pseq_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Evidence, Questionnaire, Threshold, Version
from concordant.settings import whole

MOST_BLANK = whole(
    "pseq_most_blank",
    1,
    unit="items",
    high=5,
    says="With more blank items the PSEQ of ten items has no total.",
    source="outcomes 2.1",
)
MOST_BLANK_OF_4 = whole(
    "pseq4_most_blank",
    0,
    unit="items",
    high=2,
    says="With more blank items the PSEQ-4 has no total.",
    source="outcomes 2.1",
)
MOST_BLANK_OF_2 = whole(
    "pseq2_most_blank",
    0,
    unit="items",
    high=1,
    says="With more blank items the PSEQ-2 has no total.",
    source="outcomes 2.1",
)


def _of(fact: Fact[Any], name: str, count: int, most_blank: int, mcid: float) -> Questionnaire:
    high = 6 * count
    return Questionnaire(
        fact=fact,
        name=name,
        versions=(
            Version("standard", "now", (rated(0, 6),) * count, fewest_answered=count - most_blank, low=0, high=high),
        ),
        better=Better.HIGHER,
        licence=Licence(
            Text.ASK, "© Nicholas; free with acknowledgement on request", "Pain Self-Efficacy Questionnaire © Nicholas."
        ),
        when="Extension: when recovery stalls.",
        source="outcomes 2.2, 2.3",
        change=Threshold(
            mdc=None,
            mcid=Evidence(
                mcid,
                f"points 0-{high}",
                "chronic low back pain, n = 104",
                "MIC, ROC",
                "Chiarotto 2016",
                "10.1016/j.jpain.2016.02.012",
                "read",
            ),
            note="No error limit was found. Low back pain, not headache.",
        ),
    )


PSEQ = _of(pseq_score, "PSEQ", 10, MOST_BLANK, 5.5)
PSEQ_4 = _of(pseq4_score, "PSEQ-4", 4, MOST_BLANK_OF_4, 1.5)
PSEQ_2 = _of(pseq2_score, "PSEQ-2", 2, MOST_BLANK_OF_2, 1.5)
