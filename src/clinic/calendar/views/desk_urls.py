"""Addresses below ``desk/``."""

from django.urls import path

from clinic.calendar.views import availability, desk, mails

app_name = "desk"
urlpatterns = [
    path("", desk.day_list, name="day"),
    path("<key:person_id>/", desk.person, name="person"),
    path("<key:person_id>/series/", desk.prescribe, name="prescribe"),
    path("<key:person_id>/availability/", availability.availability, name="availability"),
    path("<key:person_id>/mails/", mails.mails, name="mails"),
]
