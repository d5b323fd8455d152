"""The condition of one level of a flag, by its words: ``level("snnoop_s emergency")``."""

from concordant.criteria import Criterion
from concordant.safety import FLAGS

_LEVELS = {f"{flag.id} {level.action.value}": level.when for flag in FLAGS for level in flag.levels}


def level(words: str) -> Criterion:
    """When this level of this flag is open, a clearance aside."""
    return _LEVELS[words]
