"""CSI part A: 25 items 0 to 4, 0 to 100; and its short form of nine, 0 to 36, a measure of its own.

It follows distress and many symptoms; it does not prove central sensitisation. Bands: Neblett 2017,
doi:10.1111/papr.12440. Short form: doi:10.1371/journal.pone.0200152.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import csi9_score, csi_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Questionnaire, Version
from concordant.settings import whole

MOST_BLANK = whole(
    "csi_most_blank",
    2,
    unit="items",
    high=12,
    says="With more blank items the central sensitisation inventory has no total.",
    source="outcomes 2.1",
)
MOST_BLANK_OF_9 = whole(
    "csi9_most_blank",
    0,
    unit="items",
    high=4,
    says="With more blank items the short central sensitisation inventory has no total.",
    source="no rule is published for the short form, so all are asked for",
)
_LICENCE = Licence(Text.ASK, "PRIDE Research Foundation; free in practice")

CSI = Questionnaire(
    fact=csi_score,
    name="Central Sensitisation Inventory, part A",
    versions=(Version("part_a", "general", (rated(0, 4),) * 25, fewest_answered=25 - MOST_BLANK, low=0, high=100),),
    better=Better.LOWER,
    licence=_LICENCE,
    when="Extension: with many body symptoms.",
    source="outcomes 2.2",
    bands=(
        Band(0, "subclinical", "subclinical"),
        Band(30, "mild", "mild"),
        Band(40, "moderate", "moderate"),
        Band(50, "severe", "severe"),
        Band(60, "extreme", "extreme"),
    ),
)
CSI_9 = Questionnaire(
    fact=csi9_score,
    name="Central Sensitisation Inventory, 9 items",
    versions=(Version("nine", "general", (rated(0, 4),) * 9, fewest_answered=9 - MOST_BLANK_OF_9, low=0, high=36),),
    better=Better.LOWER,
    licence=_LICENCE,
    when="Extension: with many body symptoms, where part A is too long.",
    source="outcomes 2.2",
)
