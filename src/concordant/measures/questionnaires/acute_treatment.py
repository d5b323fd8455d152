"""mTOQ, how well acute migraine treatment works: versions of 4, 5, 6 and 15 items, each compared only with itself.

A hint to talk to the prescriber. Only totals are entered: points of the items are not in our source, and bands only for
four items. M-TOQ-5 alpha 0.66, M-TOQ-15 0.85, n = 253 (Lipton 2009).
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import mtoq_score
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Questionnaire, Version
from concordant.settings import Standing, whole

POOR_FROM = whole(
    "mtoq4_poor_from",
    1,
    unit="points",
    high=8,
    says="Below so many points of the mTOQ-4 the response to acute treatment is very poor, from there on poor.",
    source="outcomes 2.2",
    standing=Standing.RECALLED,
)
MODERATE_FROM = whole(
    "mtoq4_moderate_from",
    6,
    unit="points",
    high=8,
    says="From so many points of the mTOQ-4 on the response to acute treatment is moderate.",
    source="outcomes 2.2",
    standing=Standing.RECALLED,
)
MOST_OF_4 = 8

BANDS_OF_4 = (
    Band(0, "very_poor", "very poor"),
    Band(POOR_FROM, "poor", "poor"),
    Band(MODERATE_FROM, "moderate", "moderate"),
    Band(MOST_OF_4, "maximum", "maximum"),
)

MTOQ = Questionnaire(
    fact=mtoq_score,
    name="mTOQ",
    versions=(
        Version("4", "4 weeks", low=0, high=MOST_OF_4, bands=BANDS_OF_4),
        Version("5", "4 weeks", low=0),
        Version("6", "4 weeks", low=0),
        Version("15", "4 weeks", low=0),
    ),
    better=Better.HIGHER,
    licence=Licence(Text.SCORE_ONLY, "published forms circulate; holder unclear"),
    when="Extension: in migraine, where medicine for attacks seems not to work.",
    source="outcomes 2.1, 2.2",
)
