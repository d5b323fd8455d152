"""A sign-in link: asking for one, and pressing it."""

from functools import partial

from allauth.core.ratelimit import consume, respond_429
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from clinic.access import background, links
from clinic.access.forms import AskForLinkForm
from clinic.access.signing_in import sign_in
from clinic.audit.actor import Actor
from clinic.query import way_on


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Type an address. The answer is the same whoever has it, and comes as fast: what differs happens afterwards."""
    form = AskForLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        if not consume(request, action="sign_in_link", key=email):
            return respond_429(request)
        here = Actor.of(request)
        work = partial(
            links.mail_links,
            email=email,
            language=get_language() or settings.LANGUAGE_CODE,
            then=way_on(request, request.POST.get("next", "")),
            origin=Actor(address=here.address, device=here.device),
        )
        background.later(work)
        return redirect("access:sent")
    then = way_on(request, request.POST.get("next", "") or request.GET.get("next", ""))
    return render(request, "access/ask.html", {"form": form, "then": then})


@login_not_required
@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Look into the mailbox."""
    return render(request, "access/sent.html", {"minutes": settings.SIGN_IN_LINK_MINUTES})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, key: str) -> HttpResponse:
    """One button. Only pressing it uses the link up, so mail programs that look at links spoil nothing."""
    if request.method == "POST":
        if not consume(request, action="open_link"):
            return respond_429(request)
        used = links.use(key)
        if used is not None:
            user, then = used
            response = sign_in(request, user, "link", way_on(request, then))
            request.session.set_expiry(settings.SESSION_COOKIE_AGE if request.POST.get("remember") else 0)
            return response
        user_login_failed.send(sender=__name__, credentials={}, request=request)
    owner = links.owner_of(key)
    if owner is None:
        # Pressed twice: the first press may have been enough.
        return render(request, "access/ended.html", status=410)
    return render(request, "access/open.html", {"owner": owner})
