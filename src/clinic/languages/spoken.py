"""Which language a page is answered in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from clinic.accounts.models import User
from clinic.accounts.roles import Permission

PROGRAMS = "/api/"
"""What programs read is in English, whoever is signed in: a trace reads the same for everybody."""


def language_of(request: HttpRequest) -> str:
    """What the person chose; else what their browser asks for. Staff read English: the terms are the field's."""
    if request.path_info.startswith(PROGRAMS):
        return settings.LANGUAGE_CODE
    user = request.user
    if isinstance(user, User) and not user.may(Permission.OPEN_OWN_CHART):
        return settings.LANGUAGE_CODE
    chosen = user.language if isinstance(user, User) else ""
    return chosen or translation.get_language_from_request(request)


def in_their_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer each page in the language of whoever asks for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        # The same address answers in two languages: what lies between may not mix them up.
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return middleware
