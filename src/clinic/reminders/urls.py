"""Addresses below ``reminders/``."""

from django.urls import path

from clinic.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("stop/<slug:key>/", views.stop, name="stop"),
    path("<slug:key>/diary.ics", views.feed, name="feed"),
]
