"""MIDAS: days lost in three months, the sum of questions 1 to 5. A (headache days) and B (pain 0 to 10) are not added.

Not again within 12 weeks: two scores would ask about the same days. Test-retest r about 0.8 (Stewart 2001,
doi:10.1212/wnl.56.suppl_1.s20). No change of a size is known to matter; the grade is what may change.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import midas_score
from concordant.measures.questionnaires.items import Between
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Questionnaire, Version

DAYS = Between(0, 92)
"""Three months have at most 92 days."""

MIDAS = Questionnaire(
    fact=midas_score,
    name="MIDAS",
    versions=(
        Version(
            "standard",
            "3 months",
            (*(DAYS,) * 5, DAYS, Between(0, 10)),
            fewest_answered=5,
            shortest=5,
            not_added=2,
            low=0,
            high=5 * 92,
        ),
    ),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "© Innovative Medical Research; no open licence"),
    when="Extension: where medicine or lost work is the question; not before 12 weeks have passed.",
    source="outcomes 2.2",
    bands=(
        Band(0, "I", "grade I"),
        Band(6, "II", "grade II"),
        Band(11, "III", "grade III"),
        Band(21, "IV", "grade IV"),
    ),
    shortest_gap_days=84,
)
