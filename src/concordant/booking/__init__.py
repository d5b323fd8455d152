"""Booking: prescribed series become a calendar that obeys plan and payer, and says why something did not fit.

A file is read (``reading``) into a ``problem``, and its hours are weighed (``capacity``). A calendar is made for a
whole clinic (``whole``), for one person (``series``), after a change of plan (``absence``), for hours that fell free
(``waiting``), or as a front desk would (``desk``). It is checked apart from whatever made it (``rules``), scored
(``tiers``, ``report``), explained (``reasons``, ``sentences``) and written; ``asking`` answers why, and what if.

Below the makers stand the hours of everybody as bits of a day (``openings`` for the desk and the reasons, ``places``
for the solver), a part of the calendar as constraints (``model``), and what no calendar can reach (``bound``).
"""

from concordant.booking.capacity import Capacity, Group, Load, Shortage, capacity_of
from concordant.booking.desk import Desk, desk_calendar, filled, repaired
from concordant.booking.progress import Listener, Progress
from concordant.booking.reading import BookingFileError, read_event, read_instance, read_solution
from concordant.booking.reasons import FreePlaceError, explained, helps_of
from concordant.booking.report import Report, report_of
from concordant.booking.rules import (
    Broken,
    Change,
    Rule,
    broken_after,
    broken_answer,
    broken_by,
    broken_by_change,
    broken_rules,
)
from concordant.booking.sentences import help_said, load_said, reason_said, shortage_said
from concordant.booking.solution import Code, Placed, Reason, Solution, Unplaced
from concordant.booking.tiers import ChangedTiers, Tiers, changed_tiers_of, tiers_of
from concordant.booking.writing import written

__all__ = [
    "BookingFileError",
    "Broken",
    "Capacity",
    "Change",
    "ChangedTiers",
    "Code",
    "Desk",
    "FreePlaceError",
    "Group",
    "Listener",
    "Load",
    "Placed",
    "Progress",
    "Reason",
    "Report",
    "Rule",
    "Shortage",
    "Solution",
    "Tiers",
    "Unplaced",
    "broken_after",
    "broken_answer",
    "broken_by",
    "broken_by_change",
    "broken_rules",
    "capacity_of",
    "changed_tiers_of",
    "desk_calendar",
    "explained",
    "filled",
    "help_said",
    "helps_of",
    "load_said",
    "read_event",
    "read_instance",
    "read_solution",
    "reason_said",
    "repaired",
    "report_of",
    "shortage_said",
    "tiers_of",
    "written",
]
