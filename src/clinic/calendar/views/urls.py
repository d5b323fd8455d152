"""Addresses below ``calendar/``."""

from django.urls import path

from clinic.calendar.views import (
    absence,
    booking,
    calendar,
    holidays,
    hours,
    list_of_series,
    moving,
    series,
    visit,
    waiting,
    what_helps,
)

app_name = "calendar"
urlpatterns = [
    path("", calendar.day, name="day"),
    path("week/", calendar.week, name="week"),
    path("book/", booking.booking, name="book"),
    path("check/", moving.check, name="check"),
    path("visit/<key:appointment_id>/", visit.visit, name="visit"),
    path("visit/<key:appointment_id>/status/", visit.status, name="status"),
    path("visit/<key:appointment_id>/move/", moving.moving, name="move"),
    path("visit/<key:appointment_id>/fill/", waiting.fill, name="fill"),
    path("waiting/", waiting.waiting_list, name="waiting"),
    path("waiting/add/", waiting.add, name="wait"),
    path("waiting/<key:waiting_id>/end/", waiting.end, name="wait_no_more"),
    path("waiting/visit/<key:prescribed_id>/", what_helps.what_helps, name="what_helps"),
    path("offers/<key:offer_id>/", waiting.answer, name="answer"),
    path("series/", list_of_series.unbooked_series, name="intake_list"),
    path("series/progress/", list_of_series.list_progress, name="list_progress"),
    path("series/step/", list_of_series.list_step, name="list_step"),
    path("series/continuity/", list_of_series.continuity, name="continuity"),
    path("series/<key:series_id>/", series.series, name="series"),
    path("absence/", absence.absence, name="absence"),
    path("absence/repair/", absence.repair, name="repair"),
    path("absence/repair/progress/", absence.repair_progress, name="repair_progress"),
    path("absence/<key:time_off_id>/end/", absence.end, name="end_absence"),
    path("hours/", hours.hours, name="hours"),
    path("hours/<key:practice_id>/", hours.of_clinician, name="hours_of"),
    path("holidays/", holidays.holidays, name="holidays"),
    path("rooms/", hours.rooms, name="rooms"),
]
