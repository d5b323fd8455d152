"""The floor: a bare Django page that reads one person of the same database, without sign-in, audit or rules."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

django.setup()
settings.MIDDLEWARE = []
settings.ROOT_URLCONF = __name__


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Name and number of one person."""
    from clinic.chart.models import Person

    person = Person.objects.get(pk=pk)
    return HttpResponse(f"<h1>{person.name}</h1><p>{person.chart_number}</p>")


urlpatterns = [path("", lambda request: HttpResponse("up")), path("<int:pk>/", one)]
application = WSGIHandler()
