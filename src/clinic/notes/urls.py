from django.urls import path

from clinic import converters  # noqa: F401  <key:…> is known once this is imported
from clinic.notes import views

app_name = "notes"
urlpatterns = [
    path("note/", views.write, name="write"),
    path("note/keep/", views.keep, name="keep"),
    path("note/throw-away/", views.throw_away, name="throw-away"),
    path("notes/", views.every, name="list"),
    path("notes/<key:entry_id>/amend/", views.amend, name="amend"),
]
