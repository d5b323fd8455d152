"""Where the neck reproduces a headache: one entry for each structure, and no diagnosis."""

from __future__ import annotations

from typing import Any

from concordant.answer.trace import word
from concordant.diagnosis.source_of_pain import RivalReading, SignReading, StructureReading


def source(one: StructureReading, headache: str) -> dict[str, Any]:
    """One structure: met where something points to it, not met where what was looked for speaks against it."""
    return {
        "structure": one.structure.id,
        "name": one.structure.name,
        "headache": headache,
        "points_to_it": word(one.truth),
        "signs": [_sign(sign) for sign in one.signs],
        "rivals": [_rival(rival) for rival in one.rivals],
        "note": one.structure.note,
    }


def _sign(one: SignReading) -> dict[str, Any]:
    return {"says": one.sign.says, "seen": word(one.truth), "source": one.sign.source}


def _rival(one: RivalReading) -> dict[str, Any]:
    """``criteria`` is null where no rule can tell."""
    told = None if one.truth is None else word(one.truth)
    return {"says": one.rival.says, "diagnosis": one.rival.rule or None, "criteria": told}
