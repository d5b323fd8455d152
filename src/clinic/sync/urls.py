"""Addresses below ``diary/sync/``."""

from django.urls import path

from clinic.sync import views

app_name = "sync"
urlpatterns = [path("", views.sync, name="sync")]
