"""HADLI, headache activities of daily living index: nine items 0 to 5 in the format of the NDI, 0 to 45 or percent.

Vernon 2015; the disability outcome of a trial protocol in cervicogenic headache (doi:10.1186/s12891-021-04105-y). No
measurement error was found.
"""

from __future__ import annotations

from concordant.facts.outcomes.questionnaires import hadli_score
from concordant.measures.questionnaires.items import rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version
from concordant.settings import whole

MOST_BLANK = whole(
    "hadli_most_blank",
    2,
    unit="items",
    high=4,
    says="With more blank items the headache activities index has no total.",
    source="outcomes 2.1, as for the neck disability index",
)

HADLI = Questionnaire(
    fact=hadli_score,
    name="Headache Activities of Daily Living Index",
    versions=(Version("standard", "general", (rated(0, 5),) * 9, fewest_answered=9 - MOST_BLANK, low=0, high=45),),
    better=Better.LOWER,
    licence=Licence(Text.SCORE_ONLY, "Vernon and Lawson; journal article, no open licence seen"),
    when="Extension: where a trial or a clinic uses it.",
    source="outcomes 2.1, 2.2",
    percent_of=45,
)
