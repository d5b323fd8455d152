"""What payers publish: dated tables with their sources, and the numbers by which claims are known.

Nothing here knows a person; :mod:`concordant.coverage` reads these tables for one.
"""

from concordant.payers.accident import AccidentDateError, accident_problem, checked_accident
from concordant.payers.claim_number import NotAClaimNumber, claim_number
from concordant.payers.disciplines import CLAIMED, TREATS
from concordant.payers.fees import Fee, FeeRow, FeeTable, Item, fee_table
from concordant.payers.late import Deadline, Late, deadline
from concordant.payers.length import LEAST_MASSAGE
from concordant.payers.money import NoAmount, amount
from concordant.payers.phn import NotAPhn, phn
from concordant.payers.preauthorised import days_used, most_visits, preauthorised
from concordant.payers.rule_sets import RuleSet, rule_set
from concordant.payers.rules import Rule, rules
from concordant.payers.running_out import few_left_since, plan_due
from concordant.payers.tax import gst
from concordant.payers.window import days_left, strict_end, weeks_left, window_end

__all__ = [
    "CLAIMED",
    "LEAST_MASSAGE",
    "TREATS",
    "AccidentDateError",
    "Deadline",
    "Fee",
    "FeeRow",
    "FeeTable",
    "Item",
    "Late",
    "NoAmount",
    "NotAClaimNumber",
    "NotAPhn",
    "Rule",
    "RuleSet",
    "accident_problem",
    "amount",
    "checked_accident",
    "claim_number",
    "days_left",
    "days_used",
    "deadline",
    "fee_table",
    "few_left_since",
    "gst",
    "most_visits",
    "phn",
    "plan_due",
    "preauthorised",
    "rule_set",
    "rules",
    "strict_end",
    "weeks_left",
    "window_end",
]
