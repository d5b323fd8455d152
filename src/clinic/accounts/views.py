"""One's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.access.views.own import ways_in


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Who am I here, what may I do, and how do I change how I sign in."""
    return render(request, "accounts/overview.html", ways_in(request))
