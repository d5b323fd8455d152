"""The page, the worker that keeps it, and what a phone needs to put it on the home screen."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clinic.today.shell import LANGUAGES, shell
from clinic.today.shell import worker as worker_script

ICON_SIZES = (180, 512)
"""In pixels: for the home screen of phones that take no drawing, and for the screen while it opens."""


@login_not_required
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Without sign-in, as it has to open without a network. Whose diary it is, the device asks elsewhere."""
    return HttpResponse(shell(get_language() or LANGUAGES[0]), headers={"Cache-Control": "no-cache"})


@login_not_required
@require_safe
def in_language(request: HttpRequest, language: str) -> HttpResponse:
    """The same page in one language, whoever asks: the worker keeps it in all of them."""
    if language not in LANGUAGES:
        raise Http404("not a language of the clinic")
    return HttpResponse(shell(language), headers={"Cache-Control": "no-cache", "Content-Language": language})


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Served from here, because a worker rules over the addresses below its own."""
    return HttpResponse(worker_script(), content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What the home screen shows."""
    here = reverse("today:today")
    icons = [
        {"src": static("clinic/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
        *(
            {"src": static(f"clinic/today/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICON_SIZES
        ),
    ]
    told = {
        "id": here,
        "name": _("My headache diary"),
        "short_name": _("Diary"),
        "start_url": here,
        "scope": here,
        "display": "standalone",
        "background_color": "#14191c",
        "theme_color": "#0a5c6b",
        "lang": get_language(),
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json")
