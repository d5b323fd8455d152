"""Which visits can be a retest: not those at which nothing but the question of every visit was answered."""

from __future__ import annotations

from concordant.facts.safety.history import new_red_flag_sign
from concordant.record.case import Visit


def was_examined(visit: Visit) -> bool:
    """Something was found, beyond the answer about new warning signs (treatment 0.4)."""
    return any(one.fact != new_red_flag_sign.name for one in visit.findings)


def was_only_asked(visit: Visit) -> bool:
    """A treatment at which new warning signs were asked for, and nothing was measured, is no retest."""
    return bool(visit.findings) and not was_examined(visit)
