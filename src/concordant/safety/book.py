"""All flags, the rules of the matrix, and the rule that no flag is open."""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, not_
from concordant.safety.catalogue import FLAGS
from concordant.safety.matrix.rows import ROWS

CLEAR = "safety clear"
"""Key of the rule that every flag was asked and none is open that holds the diagnosis."""


def safety_rules() -> dict[str, Criterion]:
    """Every level of every flag, every row of the block matrix, and ``safety clear``."""
    rules: dict[str, Criterion] = {}
    held: list[Criterion] = []
    for flag in FLAGS:
        own = flag.rules()
        held += [own[flag.key(level)] for level in flag.levels if level.action.holds_diagnosis]
        rules |= own
    matrix = {row.key: row.when for row in ROWS if row.when is not None}
    return rules | matrix | {CLEAR: all_of(*map(not_, held))}
