"""Every address of the application."""

from django.urls import include, path

urlpatterns = [
    path("", include("clinic.pages.urls")),
    path("", include("clinic.accounts.urls")),
    path("people/", include("clinic.chart.urls")),
    path("audit/", include("clinic.audit.urls")),
]
