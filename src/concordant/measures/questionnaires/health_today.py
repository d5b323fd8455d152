"""EQ-5D-5L: a profile of five digits 1 to 5 and, with a value set, an index; and its scale 0 to 100. Both for today.

No coefficients are shipped. A value set is a file that the clinic holds under its own licence: CSV in UTF-8 with the
header ``profile,index`` and one row for each of the 3,125 profiles, "11111" to "55555" (for Canada: Xie 2016,
doi:10.1097/MLR.0000000000000447). A table of profiles fits every model that a value set may come from.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from concordant.facts.outcomes.questionnaires import eq5d5l_index, eq5d_vas
from concordant.language import sentence
from concordant.measures.questionnaires.items import Between, rated
from concordant.measures.questionnaires.licence import Licence, Text
from concordant.measures.questionnaires.questionnaire import Better, Questionnaire, Version
from concordant.measures.questionnaires.score import Score, Status

_LICENCE = Licence(
    Text.SCORE_ONLY,
    "EuroQol; registration, fees may apply",
    "EQ-5D is a trade mark of the EuroQol Research Foundation.",
)
_WHEN = "Extension: for health economics."

EQ_5D_5L = Questionnaire(
    fact=eq5d5l_index,
    name="EQ-5D-5L",
    versions=(Version("5L", "today", (rated(1, 5),) * 5, fewest_answered=5, scoring=None, high=1, step=0.001),),
    better=Better.HIGHER,
    licence=_LICENCE,
    when=_WHEN,
    source="outcomes 2.1, 2.2",
)
EQ_VAS = Questionnaire(
    fact=eq5d_vas,
    name="EQ-5D scale 0 to 100",
    versions=(Version("5L", "today", (Between(0, 100),), fewest_answered=1, low=0, high=100),),
    better=Better.HIGHER,
    licence=_LICENCE,
    when=_WHEN,
    source="outcomes 2.1, 2.2",
)
PROFILES = frozenset("".join(levels) for levels in product("12345", repeat=5))


class ValueSetError(ValueError):
    """A file that is no value set; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class ValueSet:
    """What one population thinks each profile is worth; 1 is full health, 0 as bad as being dead."""

    name: str
    index_of: Mapping[str, float] = field(repr=False)


FROM_VALUE_SET = "profile {profile}, index from the value set {values}"


def profile(score: Score) -> str | None:
    """The five digits; None where an item is blank, or no items were entered."""
    whole = len(score.items) == 5 and not score.blank
    return "".join(str(answer) for answer in score.items) if whole else None


def with_index(score: Score, values: ValueSet) -> Score:
    """The score with its index out of this value set; a score without a whole profile as it was."""
    found = profile(score)
    if found is None:
        return score
    why = sentence(FROM_VALUE_SET, profile=found, values=values.name)
    return replace(score, total=values.index_of[found], status=Status.COMPLETE, whys=(why,))


def read_value_set(path: Path, name: str) -> ValueSet:
    """The value set in a file. Raises ValueSetError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ValueSetError(f"{path}: cannot be read: {error}") from error
    if not rows or rows[0] != ["profile", "index"]:
        raise ValueSetError(f"{path}: line 1: the header has to be profile,index")
    found: dict[str, float] = {}
    for line, row in enumerate(rows[1:], 2):
        key, index = _row(row, f"{path}: line {line}")
        if key in found:
            raise ValueSetError(f"{path}: line {line}: profile {key} stands twice")
        found[key] = index
    if missing := PROFILES - found.keys():
        raise ValueSetError(f"{path}: {len(missing)} of {len(PROFILES)} profiles are missing, such as {min(missing)}")
    return ValueSet(name, found)


def _row(row: list[str], where: str) -> tuple[str, float]:
    if len(row) != 2 or row[0] not in PROFILES:
        raise ValueSetError(f"{where}: has to be five digits from 1 to 5, a comma and an index")
    try:
        index = float(row[1])
    except ValueError:
        index = math.nan
    if not (math.isfinite(index) and index <= 1):
        raise ValueSetError(f"{where}: {row[1][:20]!r} is no index; allowed: a number up to 1")
    return row[0], index
