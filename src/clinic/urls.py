"""Every address of the application."""

from django.urls import include, path

import clinic.converters  # noqa: F401  it names a kind of address
from clinic.diary.views import mine
from clinic.notes.views import work_today
from clinic.person.views import mine as my_chart

urlpatterns = [
    path("", include("clinic.pages.urls")),
    path("", include("clinic.accounts.urls")),
    path("people/", include("clinic.chart.urls")),
    path("people/<key:person_id>/history/", include("clinic.history.urls")),
    path("people/<key:person_id>/safety/", include("clinic.safety.urls")),
    path("people/<key:person_id>/examine/", include("clinic.examine.urls")),
    path("people/<key:person_id>/diary/", include("clinic.diary.urls")),
    path("people/<key:person_id>/outcomes/", include("clinic.outcomes.urls")),
    path("people/<key:person_id>/progress/", include("clinic.progress.urls")),
    path("people/<key:person_id>/", include("clinic.notes.urls")),
    path("people/<key:person_id>/", include("clinic.entries.urls")),
    path("work-today/", work_today, name="work_today"),
    path("", include("clinic.exchange.urls")),
    path("my-chart/", my_chart, name="my_chart"),
    path("diary/", mine, name="my_diary"),
    path("drafts/", include("clinic.drafts.urls")),
    path("api/v1/", include("clinic.api.urls")),
    path("evidence/", include("clinic.evidence.urls")),
    path("audit/", include("clinic.audit.urls")),
]
