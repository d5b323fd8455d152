"""Addresses below one person. They belong to the charts, so they stand in that namespace."""

from django.urls import path

from clinic import converters  # noqa: F401  <key:…> is known once this is imported
from clinic.person import views

urlpatterns = [
    path("<key:person_id>/", views.person, name="person"),
    # The name of a headache is the clinic's own and may hold a stroke.
    path("<key:person_id>/diagnoses/<path:headache>/<str:code>/", views.diagnosis, name="diagnosis"),
]
