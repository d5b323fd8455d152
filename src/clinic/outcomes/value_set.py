"""The clinic's own value set of the EQ-5D-5L: its licence forbids to ship one."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from concordant.measures.questionnaires import Score
from concordant.measures.questionnaires.health_today import EQ_5D_5L, ValueSet, read_value_set, with_index


def value_set() -> ValueSet | None:
    """The one that the settings name; none where they name none. Raises ValueSetError."""
    return _read(settings.EQ5D5L_VALUE_SET) if settings.EQ5D5L_VALUE_SET else None


def indexed(score: Score) -> Score:
    """With the index of its profile, where there is a value set. Any other score as it was."""
    values = value_set() if score.questionnaire is EQ_5D_5L else None
    return with_index(score, values) if values is not None else score


@lru_cache(maxsize=4)
def _read(path: str) -> ValueSet:
    return read_value_set(Path(path), Path(path).stem)
