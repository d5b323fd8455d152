"""Every rule of a retest under its key, with the safety rules that it leans on.

Asked by key alone a rule reads the newest value of each fact; :func:`read_progress` binds what was measured to one
visit.
"""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.progress.decisions import DECISIONS
from concordant.progress.discharge import STOP_RULES, may_be_discharged
from concordant.progress.response import RESPONSE
from concordant.progress.triggers import NEWEST, TRIGGERS
from concordant.safety import safety_rules

DISCHARGE = "discharge"
"""Key of the six criteria for discharge."""


def progress_rules() -> dict[str, Criterion]:
    """The statuses, the cells of the decision table, the triggers, the criteria for discharge and the stop rules."""
    found = {status.key: rule for status, rule in RESPONSE.items()}
    found |= {decision.key: decision.when for decision in DECISIONS}
    found |= NEWEST | {trigger.key: trigger.when for trigger in TRIGGERS}
    return found | {DISCHARGE: may_be_discharged} | {rule.key: rule.when for rule in STOP_RULES}


BOOK = Book(safety_rules() | progress_rules())
