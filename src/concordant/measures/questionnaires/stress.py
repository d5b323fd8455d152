"""PSS-4, perceived stress: four items 0 to 4, items 2 and 3 reversed, 0 to 16.

Mean of an English sample 6.11, n = 1,568 (Warttig 2013, doi:10.1177/1359105313508346, second hand).
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import pss4_score
from concordant.measures.questionnaires.items import rated, reversed_
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version

_AS_IT_IS, _REVERSED = rated(0, 4), reversed_(0, 4)

PSS_4 = Questionnaire(
    fact=pss4_score,
    name="PSS-4",
    versions=(
        Version(
            "standard",
            "1 month",
            (_AS_IT_IS, _REVERSED, _REVERSED, _AS_IT_IS),
            fewest_answered=4,
            low=0,
            high=16,
        ),
    ),
    better=Better.LOWER,
    licence=Licence(Text.ASK, "Cohen; free for non-profit academic use, others ask"),
    when="Extension: where stress is the question.",
    source="outcomes 2.2; reversed items recalled",
)
