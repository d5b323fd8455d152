"""Addresses below ``calendar-feed/``."""

from django.urls import path

from clinic.calendar.feeds import views

app_name = "calendar_feed"
urlpatterns = [
    path("stop/<slug:key>/", views.stop, name="stop"),
    path("<slug:key>/visits.ics", views.feed, name="feed"),
]
