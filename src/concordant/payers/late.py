"""By when a receipt or an invoice has to be with the payer (R30; under Enhanced Care no limit was found: R31)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from concordant.payers.rule_sets import RuleSet
from concordant.payers.rules import whole_of
from concordant.payers.table import later
from concordant.settings import whole

LAST_DAYS = whole_of("R30")
"""Days from the expense on."""
WARN_DAYS = whole(
    "coverage_invoice_warn_days",
    30,
    unit="days",
    low=1,
    high=LAST_DAYS,
    says="An invoice that was not sent is warned of after so many days.",
    source="icbc_rules R30 (design)",
)
ALARM_DAYS = whole(
    "coverage_invoice_alarm_days",
    50,
    unit="days",
    low=1,
    high=LAST_DAYS,
    says="An invoice that was not sent is an alarm after so many days.",
    source="icbc_rules R30 (design)",
)


class Late(StrEnum):
    """How late something that was not sent is."""

    IN_TIME = "in_time"
    WARN = "warn"
    ALARM = "alarm"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The days of one expense."""

    warn_on: date
    alarm_on: date
    last: date
    because: tuple[str, ...]

    def on(self, today: date) -> Late:
        """How late it is while nothing was sent."""
        if today > self.last:
            return Late.OVER
        if today >= self.alarm_on:
            return Late.ALARM
        return Late.WARN if today >= self.warn_on else Late.IN_TIME


def deadline(expense: date, rules: RuleSet) -> Deadline:
    """The days by which the payer has to have it."""
    because = ("R30", "R31") if rules is RuleSet.ENHANCED_CARE else ("R30",)
    first, second, last = (later(expense, days) for days in (WARN_DAYS, ALARM_DAYS, LAST_DAYS))
    return Deadline(first, second, last, because)
