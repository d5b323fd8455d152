"""What to do after a retest: the table of retest 9 as rules. A clinician confirms every step."""

from concordant.progress.decisions.decision import Action, Decision
from concordant.progress.decisions.table import DECISIONS, TABLE
from concordant.progress.decisions.time_points import AT, TimePoint

__all__ = ["AT", "DECISIONS", "TABLE", "Action", "Decision", "TimePoint"]
