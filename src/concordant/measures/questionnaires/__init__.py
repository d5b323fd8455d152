"""Questionnaires: what they are, how they are scored, what may be compared, when they are due (outcomes 2)."""

from concordant.measures.questionnaires.catalogue import OF_FACT, QUESTIONNAIRES
from concordant.measures.questionnaires.compare import may_compare
from concordant.measures.questionnaires.flags import ActionFlag, flags
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Band, Better, Evidence, Questionnaire, Threshold, Version
from concordant.measures.questionnaires.schedule import CORE_SET, EXTENSIONS, POINTS, Due, due, upcoming
from concordant.measures.questionnaires.score import NotScorable, Score, Status, score

__all__ = [
    "CORE_SET",
    "EXTENSIONS",
    "OF_FACT",
    "POINTS",
    "QUESTIONNAIRES",
    "ActionFlag",
    "Band",
    "Better",
    "Due",
    "Evidence",
    "Licence",
    "NotScorable",
    "Questionnaire",
    "Score",
    "Status",
    "Text",
    "Threshold",
    "Version",
    "due",
    "flags",
    "may_compare",
    "score",
    "upcoming",
]
