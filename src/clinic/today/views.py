"""The page, the worker that keeps it, and what a phone needs to put it on the home screen."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clinic.today.shell import shell
from clinic.today.shell import worker as worker_script


@login_not_required
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Without sign-in, as it has to open without a network. Whose diary it is, the device asks elsewhere."""
    return HttpResponse(shell(), headers={"Cache-Control": "no-cache"})


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
    icon = {"src": static("clinic/icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    told = {
        "id": here,
        "name": _("My headache diary"),
        "short_name": _("Diary"),
        "start_url": here,
        "scope": here,
        "display": "standalone",
        "background_color": "#14191c",
        "theme_color": "#0a5c6b",
        "icons": [icon],
    }
    return JsonResponse(told, content_type="application/manifest+json")
