"""Visits: how often, how far ahead, what the payer leaves, what is measured when (treatment 3.3 to 3.5, 6.1)."""

from concordant.plan.visits.allowance import CLAIMS, Allowance, allowance
from concordant.plan.visits.pairing import RMT_BEFORE_PHYSIO, Pairing
from concordant.plan.visits.retest import Retest, retest_of
from concordant.plan.visits.tables import COURSE, HANDS, RATES, TOTALS, Rate
from concordant.plan.visits.visits import CHECK_AT_VISITS, CHECKED, RETEST_EVERY, Gate, Visits, Week, visits_of

__all__ = [
    "CHECKED",
    "CHECK_AT_VISITS",
    "CLAIMS",
    "COURSE",
    "HANDS",
    "RATES",
    "RETEST_EVERY",
    "RMT_BEFORE_PHYSIO",
    "TOTALS",
    "Allowance",
    "Gate",
    "Pairing",
    "Rate",
    "Retest",
    "Visits",
    "Week",
    "allowance",
    "retest_of",
    "visits_of",
]
