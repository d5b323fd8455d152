"""PROMIS short forms: only the T-score, mean 50, SD 10. The version names domain and form; two names never compare.

Higher is more of the trait that is named, so of pain interference it is worse.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import promis_t_score
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version

PROMIS = Questionnaire(
    fact=promis_t_score,
    name="PROMIS T-score",
    versions=(Version("", "7 days", low=0, high=100, step=0.1),),
    better=Better.DEPENDS,
    licence=Licence(Text.ASK, "PROMIS Health Organization; personal and non-commercial use"),
    when="Extension: where a clinic uses it already.",
    source="outcomes 2.1, 2.2; the official tables make the T-score",
    any_version=True,
)
