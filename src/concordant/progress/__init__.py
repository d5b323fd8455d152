"""Is the change real, does it matter, what now? After a retest (retest 8, 9) and along the way (prognosis 4)."""

from concordant.progress.assess import Progress, newest_retest, read_progress
from concordant.progress.book import BOOK, progress_rules
from concordant.progress.decisions import DECISIONS, TABLE, Action, Decision, TimePoint
from concordant.progress.drivers import NO_CAUSE, Driver, drivers
from concordant.progress.response import RESPONSE, Status
from concordant.progress.rows import Row, rows
from concordant.progress.triggers import TRIGGERS, Trigger

__all__ = [
    "BOOK",
    "DECISIONS",
    "NO_CAUSE",
    "RESPONSE",
    "TABLE",
    "TRIGGERS",
    "Action",
    "Decision",
    "Driver",
    "Progress",
    "Row",
    "Status",
    "TimePoint",
    "Trigger",
    "drivers",
    "newest_retest",
    "progress_rules",
    "read_progress",
    "rows",
]
