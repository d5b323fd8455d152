from django.urls import path

from clinic import converters  # noqa: F401  <key:…> is known once this is imported
from clinic.drafts import views

app_name = "drafts"
urlpatterns = [path("<key:draft_id>/discard/", views.discard, name="discard")]
