"""Sleep: ISI, seven items 0 to 4, asked of two weeks or of a month; PSQI, only its global score 0 to 21."""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import isi_score, psqi_score
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
from concordant.settings import Standing, whole

MOST_BLANK = whole(
    "isi_most_blank",
    0,
    unit="items",
    high=3,
    says="With more blank items the insomnia severity index has no total.",
    source="outcomes 2.1",
)
POOR_SLEEP_ABOVE = whole(
    "psqi_poor_above",
    5,
    unit="points",
    high=20,
    says="A PSQI above so many points is poor sleep.",
    source="outcomes 2.2; Buysse 1989",
    standing=Standing.RECALLED,
)
_ITEMS = (rated(0, 4),) * 7

ISI = Questionnaire(
    fact=isi_score,
    name="Insomnia Severity Index",
    versions=(
        Version("two_weeks", "2 weeks", _ITEMS, fewest_answered=7 - MOST_BLANK, low=0, high=28),
        Version("month", "1 month", _ITEMS, fewest_answered=7 - MOST_BLANK, low=0, high=28),
    ),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "© Morin; through a rights agent"),
    when="Extension: when sleep is rated 4 of 10 or less.",
    source="outcomes 2.2, 2.3",
    bands=(
        Band(0, "none", "no insomnia"),
        Band(8, "subthreshold", "below the threshold of insomnia"),
        Band(15, "moderate", "moderate insomnia"),
        Band(22, "severe", "severe insomnia"),
    ),
    change=Threshold(
        mdc=None,
        mcid=Evidence(
            6,
            "points 0-28",
            "primary insomnia, n = 828",
            "MCID, health-outcome anchors",
            "Yang 2009",
            "10.1185/03007990903167415",
            "read",
        ),
        note="No error limit was found.",
    ),
)

PSQI = Questionnaire(
    fact=psqi_score,
    name="Pittsburgh Sleep Quality Index",
    versions=(Version("global", "1 month", low=0, high=21),),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "University of Pittsburgh; licence"),
    when="Extension: where a clinic uses it already.",
    source="outcomes 2.2; the official rules make the global score",
    bands=(Band(0, "good", "not poor sleep"), Band(POOR_SLEEP_ABOVE + 1, "poor", "poor sleep")),
)
