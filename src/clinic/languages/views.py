"""Choosing a language."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.query import way_on

A_YEAR = 365 * 24 * 3600
"""Seconds."""


# Whoever is sent here by another site reads another language, and no more; an account is not even found then, since its
# cookie is SameSite=Strict. Without a form token, a page for everybody gives no cookie to anybody.
@csrf_exempt
@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Kept with the account of somebody who has one, and in this browser: the page of sign-in has no account yet."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest()
    user = request.user
    if isinstance(user, User) and user.may(Permission.OPEN_OWN_CHART):
        user.language = language
        user.save(update_fields=["language"])
    response = redirect(way_on(request, request.POST.get("next", "")) or "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax", secure=settings.HTTPS, httponly=True
    )
    return response
