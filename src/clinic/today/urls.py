"""Addresses below ``today/``. All of them are the same for everybody and say nothing of anybody."""

from django.urls import path

from clinic.today import views

app_name = "today"
urlpatterns = [
    path("", views.today, name="today"),
    path("worker.js", views.worker, name="worker"),
    path("app.webmanifest", views.manifest, name="manifest"),
    path("<slug:language>/", views.in_language, name="in_language"),
]
