"""Statutory holidays of a province, as rules that give the day of a year.

British Columbia: the definition of "statutory holiday" in section 1 of its Employment Standards Act, RSBC 1996 c. 113
(recalled; its eleven days read on pages of law firms). Family Day has been the third Monday in February since 2019, and
the National Day for Truth and Reconciliation is among them since Bill 2 of 9 March 2023. The Act moves no holiday that
falls on a weekend (recalled). Canada Day alone is 2 July where 1 July is a Sunday: section 2 of the federal Holidays
Act, RSC 1985 c. H-5 (recalled).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MONDAY, SUNDAY = 0, 6
BRITISH_COLUMBIA = "bc"


@dataclass(frozen=True)
class Rule:
    """One holiday that comes back."""

    name: str | Promise
    in_year: Callable[[int], date]
    since: int = 0
    """The first year of this rule."""


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _monday(number: int, month: int) -> Callable[[int], date]:
    """The first, second or third of a month."""
    return lambda year: _monday_from(date(year, month, 7 * number - 6))


def _monday_from(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _canada_day(year: int) -> date:
    day = date(year, 7, 1)
    return day + timedelta(days=day.weekday() == SUNDAY)


RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        BRITISH_COLUMBIA: (
            Rule(_("New Year’s Day"), _on(1, 1)),
            Rule(_("Family Day"), _monday(3, 2), since=2019),
            Rule(_("Good Friday"), lambda year: easter(year) - timedelta(days=2)),
            # The Monday before 25 May.
            Rule(_("Victoria Day"), lambda year: _monday_from(date(year, 5, 18))),
            Rule(_("Canada Day"), _canada_day),
            Rule(_("British Columbia Day"), _monday(1, 8)),
            Rule(_("Labour Day"), _monday(1, 9)),
            Rule(_("National Day for Truth and Reconciliation"), _on(9, 30), since=2023),
            Rule(_("Thanksgiving Day"), _monday(2, 10)),
            Rule(_("Remembrance Day"), _on(11, 11)),
            Rule(_("Christmas Day"), _on(12, 25)),
        ),
    }
)


@lru_cache(maxsize=64)
def holidays_in(province: str, year: int) -> Mapping[date, str | Promise]:
    """None where no province is named."""
    return MappingProxyType({one.in_year(year): one.name for one in RULES.get(province, ()) if year >= one.since})
