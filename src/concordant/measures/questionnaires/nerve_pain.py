"""S-LANSS, pain with features of nerve pain: seven yes (1) or no (0), weighted 5, 5, 3, 2, 1, 5, 3; 12 of 24 or more.

Self-completed sensitivity 74 to 78 % (doi:10.1016/j.jpain.2004.11.007); by post in the community 57 %, specificity 69 %
(Weingarten 2007). Not validated for headache.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import slanss_score
from concordant.measures.questionnaires.items import weighted
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Questionnaire, Version

S_LANSS = Questionnaire(
    fact=slanss_score,
    name="S-LANSS",
    versions=(
        Version(
            "standard",
            "last week",
            tuple(weighted(points) for points in (5, 5, 3, 2, 1, 5, 3)),
            fewest_answered=7,
            low=0,
            high=24,
        ),
    ),
    better=Better.LOWER,
    licence=Licence(Text.ASK, "Bennett; free to clinicians on request"),
    when="Extension of low priority: where pain has features of nerve pain.",
    source="outcomes 2.2; weights recalled",
    bands=(
        Band(0, "below", "does not suggest features of nerve pain"),
        Band(12, "suggests", "suggests features of nerve pain"),
    ),
)
