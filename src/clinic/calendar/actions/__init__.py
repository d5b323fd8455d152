"""Everything that changes the calendar: permission, rules, change and audit event in one transaction."""

from clinic.calendar.actions.absence import Call, RepairProposal, accept_repair, propose_absence
from clinic.calendar.actions.booking import book, move
from clinic.calendar.actions.checking import check_place, free_hours
from clinic.calendar.actions.list_asking import ask_list, drop_list, protect_continuity, protected_with, stop_list
from clinic.calendar.actions.list_booking import Booked, book_list
from clinic.calendar.actions.list_working import work_out
from clinic.calendar.actions.series import book_series, prescribe_series, propose_series
from clinic.calendar.actions.status import change_status
from clinic.calendar.actions.time_off import end_time_off, take_time_off
from clinic.calendar.actions.waiting import answer_offer, fill_cancelled, offer
from clinic.calendar.actions.what_helps import Brings, Waits, here_after_all, other_hours, why_it_waits

__all__ = [
    "Booked",
    "Brings",
    "Call",
    "RepairProposal",
    "Waits",
    "accept_repair",
    "answer_offer",
    "ask_list",
    "book",
    "book_list",
    "book_series",
    "change_status",
    "check_place",
    "drop_list",
    "end_time_off",
    "fill_cancelled",
    "free_hours",
    "here_after_all",
    "move",
    "offer",
    "other_hours",
    "prescribe_series",
    "propose_absence",
    "propose_series",
    "protect_continuity",
    "protected_with",
    "stop_list",
    "take_time_off",
    "why_it_waits",
    "work_out",
]
