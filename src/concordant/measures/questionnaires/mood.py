"""PHQ-4 and its halves: worry (GAD-2, items 1 and 2) and low mood (PHQ-2, items 3 and 4), each item 0 to 3.

Scored only where both items of a half are answered. A half of 3 or more screens positive: the clinician talks with the
person and offers a referral; nothing is labelled. PHQ-2 against an interview, n = 2,642: at 3 or more sensitivity 61 %,
specificity 92 %; at 2 or more 86 % and 78 % (Arroll 2010, doi:10.1370/afm.1139). In the general population 3 stands at
percentile 93.4 (PHQ-2) and 95.2 (GAD-2), n = 5,030 (Löwe 2010, doi:10.1016/j.jad.2009.06.019).
"""

from __future__ import annotations

from typing import Any

from concordant.facts import Fact
from concordant.facts.outcomes.questionnaires import gad2_score, phq2_score, phq4_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Questionnaire, Subscale, Version

SCREENS_POSITIVE = 3
"""Of a half, 0 to 6 (outcomes 2.2)."""

LICENCE = Licence(
    Text.SHIP,
    "Spitzer, Williams, Kroenke and colleagues",
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational "
    "grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute. "
    "Kroenke K, Spitzer RL, Williams JBW, Löwe B. An ultra-brief screening scale for anxiety and depression: "
    "the PHQ-4. Psychosomatics 2009;50:613-621.",
)


def _half(fact: Fact[Any], name: str) -> Questionnaire:
    return Questionnaire(
        fact=fact,
        name=name,
        versions=(Version("standard", "2 weeks", (rated(0, 3),) * 2, fewest_answered=2, low=0, high=6),),
        better=Better.LOWER,
        licence=LICENCE,
        when="As a part of the PHQ-4.",
        source="outcomes 2.1, 2.2",
        bands=(Band(0, "negative", "screens negative"), Band(SCREENS_POSITIVE, "positive", "screens positive")),
    )


PHQ_4 = Questionnaire(
    fact=phq4_score,
    name="PHQ-4",
    versions=(Version("standard", "2 weeks", (rated(0, 3),) * 4, fewest_answered=4, low=0, high=12),),
    better=Better.LOWER,
    licence=LICENCE,
    when="Core set: baseline and week 12.",
    source="outcomes 2.1, 2.2",
    bands=(
        Band(0, "none", "none"),
        Band(3, "mild", "mild"),
        Band(6, "moderate", "moderate"),
        Band(9, "severe", "severe"),
    ),
    subscales=(Subscale("gad2", (1, 2), gad2_score), Subscale("phq2", (3, 4), phq2_score)),
)
PHQ_2 = _half(phq2_score, "PHQ-2, low mood")
GAD_2 = _half(gad2_score, "GAD-2, worry")
