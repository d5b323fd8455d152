"""HDI, headache disability inventory: 25 items, yes 4, sometimes 2, no 0; 0 to 100. Items are entered as points.

Emotional and functional parts (13 and 12 items) are printed on the form; which item belongs to which is not in our
source, so the parts are checked for their ranges and not worked out.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import hdi_score
from concordant.measures.questionnaires.items import worth
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Evidence, Questionnaire, Threshold, Version
from concordant.settings import Standing, number, whole

MOST_BLANK = whole(
    "hdi_most_blank",
    0,
    unit="items",
    high=12,
    says="With more blank items the headache disability inventory has no total.",
    source="outcomes 2.1",
)
MDC = number(
    "hdi_mdc",
    29,
    unit="points",
    low=6,
    high=60,
    says="A change of the headache disability inventory up to so much may be measurement error.",
    source="outcomes 2.3; Jacobson 1994, 2 months, doi:10.1212/wnl.44.5.837; 16 over 1 week (Jacobson 1995)",
    standing=Standing.RECALLED,
)

HDI = Questionnaire(
    fact=hdi_score,
    name="Headache Disability Inventory",
    versions=(
        Version(
            "standard", "general", (worth(0, 2, 4),) * 25, fewest_answered=25 - MOST_BLANK, low=0, high=100, step=2
        ),
    ),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "© Jacobson, and the journal, 1994"),
    when="Extension: where a clinic uses it already.",
    source="outcomes 2.2, 2.3",
    change=Threshold(
        mdc=Evidence(
            MDC,
            "points 0-100",
            "headache",
            "MDC95, test-retest 2 months",
            "Jacobson 1994",
            "10.1212/wnl.44.5.837",
            "recalled",
        ),
        mcid=None,
        note="Sources disagree by a factor of 4: 29, 16, and 6.3 from SEM 2.26 (Pradela 2020, "
        "doi:10.1177/0333102420949860).",
        low_confidence=True,
    ),
)
