"""Addresses below ``reminders/``."""

from django.urls import path

from clinic.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("stop/<str:key>/", views.stop, name="stop"),
    path("<str:key>/diary.ics", views.feed, name="feed"),
]
