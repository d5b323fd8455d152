"""The billing rules of payers, each with its dates and how it is known: R01 to R43 of ICBC, then those of others.

Sources: operations 1 and 2, icbc_rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from concordant.payers.table import day, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as somebody has read or recalled it."""

    id: str
    topic: str
    says: str
    value: str
    """The number of the rule, where it has one."""
    unit: str
    valid_from: date | None
    valid_to: date | None
    how_known: str
    """``read``, ``recalled``, ``derived`` or ``not found``."""
    confidence: str
    source: str
    here: str
    """What this software does with it."""

    def holds_on(self, on: date) -> bool:
        """Whether it is in force; a side without a date is open."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id."""
    return {line["id"]: _rule(line) for name in ("rules.csv", "others.csv") for line in lines(name)}


def whole_of(rule_id: str) -> int:
    """The number of a rule. Raises KeyError for an id that there is not, ValueError for a rule without a number."""
    return int(rules()[rule_id].value)


def _rule(line: dict[str, str]) -> Rule:
    return Rule(
        id=line["id"],
        topic=line["topic"],
        says=line["rule"],
        value=line["value"],
        unit=line["unit"],
        valid_from=day(line["valid_from"]),
        valid_to=day(line["valid_to"]),
        how_known=line["how_known"],
        confidence=line["confidence"],
        source=line["source"],
        here=line["here"],
    )
