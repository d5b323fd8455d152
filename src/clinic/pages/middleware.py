"""Headers for pages that hold what is private, and the time of the clinic."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import timezone

GetResponse = Callable[[HttpRequest], HttpResponse]


def privacy_headers(get_response: GetResponse) -> GetResponse:
    """Pages of someone signed in stay out of caches: the next reader presses "back" in vain."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def sign_in_again(get_response: GetResponse) -> GetResponse:
    """When a session ended behind a part of a page, load it whole: no sign-in form inside a chart."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        sent_to_sign_in = response.status_code == 302 and response.headers["Location"].startswith(
            resolve_url(settings.LOGIN_URL)
        )
        if sent_to_sign_in and request.headers.get("HX-Request") == "true":
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})
        return response

    return middleware


def clinic_time(get_response: GetResponse) -> GetResponse:
    """Show times as the clocks of the clinic show them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        clinic = getattr(request.user, "clinic", None)
        with timezone.override(clinic.zone if clinic else None):
            return get_response(request)

    return middleware
