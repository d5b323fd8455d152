"""Three sets of rules, chosen by the day of the accident, never by the day of treatment (R01 to R03)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from concordant.payers.rules import rules


class RuleSet(StrEnum):
    """The words of ``claim_rule_set``."""

    PART_7 = "part_7"
    PART_7_MINOR_INJURY = "part_7_minor_injury"
    ENHANCED_CARE = "enhanced_care"


RULE_OF: Mapping[RuleSet, str] = MappingProxyType(
    {RuleSet.PART_7: "R01", RuleSet.PART_7_MINOR_INJURY: "R02", RuleSet.ENHANCED_CARE: "R03"}
)
"""The rule that says from when to when each holds."""


def rule_set(accident: date) -> RuleSet:
    """The rules of an accident on this day."""
    return next(one for one, rule in RULE_OF.items() if rules()[rule].holds_on(accident))
