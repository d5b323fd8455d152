"""HURT: eight answers about headache care, read one by one to advise follow-up. There is no total.

Internal consistency 0.85, test-retest kappa 0.38 to 0.62 (Westergaard 2012, doi:10.1177/0333102412469740). How many
answers each question offers is not in our source, so only whole numbers from 0 up are asked for.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import hurt_items
from concordant.measures.questionnaires.items import Between
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version

HURT = Questionnaire(
    fact=hurt_items,
    name="HURT",
    versions=(Version("standard", "1 to 3 months", (Between(),) * 8, fewest_answered=1, scoring=None),),
    better=Better.NEITHER,
    licence=Licence(Text.SCORE_ONLY, "Lifting The Burden; free for non-commercial use only"),
    when="Extension: to review headache care.",
    source="outcomes 2.1, 2.2",
    has_total=False,
)
