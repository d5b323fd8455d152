"""Addresses below ``evidence/add/``; the pages of the evidence include them under their own name."""

from django.urls import path

from clinic import converters  # noqa: F401  <key:…> is known once this is imported
from clinic.trials import views

urlpatterns = [
    path("", views.add, name="add"),
    path("example.yaml", views.example, name="add_example"),
    path("schema.json", views.schema, name="add_schema"),
    path("kept/", views.kept, name="kept"),
    path("kept/<key:entry_id>/", views.one, name="kept_one"),
    path("kept/<key:entry_id>/file/", views.file, name="kept_file"),
]
