"""All flags, and the rule that none is open."""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, not_
from concordant.safety.flag import Flag
from concordant.safety.other_causes import OTHER_CAUSES
from concordant.safety.snnoop10 import SNNOOP10
from concordant.safety.vascular import VASCULAR

FLAGS: tuple[Flag, ...] = (*SNNOOP10, *VASCULAR, *OTHER_CAUSES)

CLEAR = "safety clear"
"""Key of the rule that every flag was asked and none is open that holds the diagnosis."""


def safety_rules() -> dict[str, Criterion]:
    """Every level of every flag, and ``safety clear``."""
    rules: dict[str, Criterion] = {}
    held: list[Criterion] = []
    for flag in FLAGS:
        own = flag.rules()
        held += [own[flag.key(level)] for level in flag.levels if level.action.holds_diagnosis]
        rules |= own
    return rules | {CLEAR: all_of(*map(not_, held))}
