"""Every address of the application."""

from django.urls import include, path

import clinic.converters  # noqa: F401  it names a kind of address
from clinic.calendar.views.feed_address import feed_address
from clinic.diary.views import mine
from clinic.home.views import mine as my_home
from clinic.learning.views import help_at_once
from clinic.notes.views import work_today
from clinic.person.views import mine as my_chart
from clinic.selfcheck.views import self_check

urlpatterns = [
    path("", include("clinic.pages.urls")),
    path("", include("clinic.accounts.urls")),
    path("", include("clinic.access.urls")),
    path("people/", include("clinic.chart.urls")),
    path("people/<key:person_id>/history/", include("clinic.history.urls")),
    path("people/<key:person_id>/safety/", include("clinic.safety.urls")),
    path("people/<key:person_id>/examine/", include("clinic.examine.urls")),
    path("people/<key:person_id>/diary/", include("clinic.diary.urls")),
    path("people/<key:person_id>/outcomes/", include("clinic.outcomes.urls")),
    path("people/<key:person_id>/progress/", include("clinic.progress.urls")),
    path("people/<key:person_id>/plan/", include("clinic.plan.urls")),
    path("people/<key:person_id>/letters/", include("clinic.letters.urls")),
    path("people/<key:person_id>/home/", include("clinic.home.urls")),
    path("people/<key:person_id>/", include("clinic.notes.urls")),
    path("people/<key:person_id>/", include("clinic.entries.urls")),
    path("work-today/", work_today, name="work_today"),
    path("", include("clinic.exchange.urls")),
    path("my-chart/", my_chart, name="my_chart"),
    path("diary/", mine, name="my_diary"),
    path("diary/sync/", include("clinic.sync.urls")),
    path("today/", include("clinic.today.urls")),
    path("reminders/", include("clinic.reminders.urls")),
    path("calendar-feed/", include("clinic.calendar.feeds.urls")),
    path("exercises/", my_home, name="my_home"),
    path("", include("clinic.learning.urls")),
    path("help-at-once/", help_at_once, name="help_at_once"),
    path("self-check/", self_check, name="self_check"),
    path("mine/", include("clinic.mine.urls")),
    path("close-account/", include("clinic.closing.urls")),
    path("", include("clinic.intake.urls")),
    path("claims/", include("clinic.claims.urls")),
    path("my-calendar/", feed_address, name="my_calendar"),
    path("calendar/", include("clinic.calendar.views.urls")),
    path("desk/", include("clinic.calendar.views.desk_urls")),
    path("language/", include("clinic.languages.urls")),
    path("brightness/", include("clinic.theme.urls")),
    path("drafts/", include("clinic.drafts.urls")),
    path("api/v1/", include("clinic.api.urls")),
    path("evidence/", include("clinic.evidence.urls")),
    path("audit/", include("clinic.audit.urls")),
]
