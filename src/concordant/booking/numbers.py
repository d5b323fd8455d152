"""The numbers of a clinic's calendar that no source fixes: settings with defaults (booking 1; operations 4.1)."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.booking.problem.spans import Discipline
from concordant.settings import switch, whole

GRID_MINUTES = whole(
    "booking_grid_minutes",
    15,
    unit="min",
    low=5,
    high=60,
    says="Proposed visits start at multiples of so many minutes.",
    source="booking 1 (design)",
)
PHYSIO_MINUTES = whole(
    "booking_physio_minutes",
    60,
    unit="min",
    low=15,
    high=180,
    says="A physiotherapy visit of a series lasts so long.",
    source="operations 4.1 B02: a full hour, one to one",
)
RMT_MINUTES = whole(
    "booking_rmt_minutes",
    60,
    unit="min",
    low=15,
    high=180,
    says="A massage visit of a series lasts so long.",
    source="operations 4.1 B03: clinics sell 30 to 90; 45 is a common floor",
)
PHYSIO_DAYS_BETWEEN = whole(
    "booking_physio_days_between",
    2,
    unit="d",
    low=0,
    high=28,
    says="The dates of two physiotherapy visits of one person differ by at least so many days.",
    source="booking 1 (design)",
)
RMT_DAYS_BETWEEN = whole(
    "booking_rmt_days_between",
    3,
    unit="d",
    low=0,
    high=28,
    says="The dates of two massage visits of one person differ by at least so many days.",
    source="booking 1 (design)",
)
TIGHT_MINUTES = whole(
    "booking_pair_tight_minutes",
    30,
    unit="min",
    low=0,
    high=240,
    says="Massage that ends at most so long before physiotherapy is one visit to the clinic.",
    source="operations 4.1 B06 (the window is design)",
)
LOOSE_MINUTES = whole(
    "booking_pair_loose_minutes",
    120,
    unit="min",
    low=0,
    high=480,
    says="Massage that ends at most so long before physiotherapy is a pair at all.",
    source="booking 1 (design)",
)
RETEST_BY_DAY = whole(
    "booking_retest_by_day",
    4,
    unit="d",
    low=1,
    high=6,
    says="In a week with a retest it may use the days up to this one; massage comes on the days after it, also as many "
    "days after the week.",
    source="treatment 3.4: no massage before measuring (the day is design)",
)
SERIES_WEEKS = whole(
    "booking_series_weeks",
    6,
    unit="weeks",
    low=1,
    high=26,
    says="A plan that names no retest and no payer is booked for so many weeks.",
    source="operations 4.1 B20: 4 to 6 weeks",
)
PAST_RETEST = switch(
    "booking_past_retest",
    True,
    says="A series goes on past the next retest, as far as the plan lays weeks out. The hours are held; the retest "
    "decides whether they stand. Off: weeks after a retest are booked once it allows them.",
    source="treatment 3.5 asks for the retest first (assumption); that hours are held ahead is design",
)
LATE_HOURS = whole(
    "booking_late_cancellation_hours",
    24,
    unit="h",
    low=0,
    high=168,
    says="A visit that is cancelled in the last so many hours before it is cancelled late.",
    source="operations 4.1 B16: read on pages of clinics",
)
NOTICE_MINUTES = whole(
    "booking_notice_minutes",
    120,
    unit="min",
    low=0,
    high=2880,
    says="Nothing is proposed for the next so many minutes.",
    source="operations 4.1 B15 (design)",
)
GRACE_DAYS = whole(
    "booking_grace_days",
    7,
    unit="d",
    low=0,
    high=28,
    says="Where a clinician is away, affected visits may go so many days past their window.",
    source="booking 4 M3 (design)",
)
OFFERS_AT_ONCE = whole(
    "booking_offers_at_once",
    3,
    low=1,
    high=20,
    says="A free hour is offered to so many people at a time.",
    source="operations 4.1 B19 (design)",
)
OFFER_MINUTES = whole(
    "booking_offer_minutes",
    30,
    unit="min",
    low=5,
    high=1440,
    says="An offer is open for so long.",
    source="operations 4.1 B19 (design)",
)
REMIND_HOURS = whole(
    "booking_reminder_hours",
    48,
    unit="h",
    low=1,
    high=336,
    says="A mail reminds of a visit so many hours before it.",
    source="operations 4.1 B22 (design); that reminders work: Taylor 2012 doi 10.1016/j.apmr.2011.08.007",
)
REMIND_FIRST_HOURS = whole(
    "booking_first_visit_reminder_hours",
    120,
    unit="h",
    low=1,
    high=336,
    says="Of a first visit another mail reminds so many hours before it.",
    source="operations 4.1 B22: an extra one for first visits (the hour is design)",
)

DAYS_BETWEEN: Mapping[Discipline, int] = {
    Discipline.PHYSIO: PHYSIO_DAYS_BETWEEN,
    Discipline.RMT: RMT_DAYS_BETWEEN,
}
MINUTES: Mapping[Discipline, int] = {Discipline.PHYSIO: PHYSIO_MINUTES, Discipline.RMT: RMT_MINUTES}
