"""Choosing how bright the pages are."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from clinic.query import way_on
from clinic.theme.chosen import AS_DEVICE, COOKIE, THEMES

A_YEAR = 365 * 24 * 3600
"""Seconds."""


# Whoever is sent here by another site sees other colours, and no more. Without a form token, a page for everybody gives
# no cookie to anybody.
@csrf_exempt
@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    wish = request.POST.get("theme", "")
    if wish not in THEMES:
        return HttpResponseBadRequest()
    response = redirect(way_on(request, request.POST.get("next", "")) or "/")
    if wish == AS_DEVICE:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        # Readable by scripts: the page that opens without a network is kept for everybody and asks for it itself.
        response.set_cookie(COOKIE, wish, max_age=A_YEAR, samesite="Lax", secure=settings.HTTPS)
    return response
