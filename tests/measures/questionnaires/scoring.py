"""Scoring in one line, for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from concordant.measures.questionnaires import QUESTIONNAIRES, Questionnaire, Score, score

DAY = date(2026, 1, 12)


def scored(measure: str, items: Any = None, **more: Any) -> Score:
    return score(QUESTIONNAIRES[measure], items, on=more.pop("on", DAY), **more)


def adds_up(one: Questionnaire) -> bool:
    return one.has_total and any(version.items and version.scoring for version in one.versions)


ADDING = [one for one in QUESTIONNAIRES.values() if adds_up(one)]
