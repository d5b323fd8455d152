"""What a clinic hands out: its own page for everybody, and a sheet and a poster that lead there."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clinic.access.addresses import absolute, absolute_path, as_picture, to_type
from clinic.accounts.models import Clinic
from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.query import text_of


@dataclass(frozen=True)
class Printed:
    """One address on paper, as a square and in letters."""

    title: str | Promise
    said: str | Promise
    address: str
    picture: str


FOR_EVERYBODY = (_("Check your headache"), _("No account. It takes three minutes. Nothing is kept."), "/self-check/")
FOR_PATIENTS = (
    (_("Before your first visit"), _("Tell your story at home. You can stop and go on later."), "/intake/"),
    (_("Your diary"), _("Twenty seconds a day. It works without a network too."), "/today/"),
    (_("Your own pages"), _("Sign in with a link by mail, or with a passkey."), "/sign-in/"),
)
"""Addresses on paper stay for years, so they stand here as they are printed. One that is not served is left out."""


def _printed(title: str | Promise, said: str | Promise, address: str) -> Printed:
    return Printed(title, said, to_type(address), as_picture(address))


@login_not_required
@require_safe
def clinic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The clinic for those who are not signed in: how to call, check, sign in and book."""
    return render(request, "clinics/page.html", {"clinic": get_object_or_404(Clinic, slug=slug)})


@require_safe
@needs(Permission.SEE_PEOPLE)
def sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """One page of paper, in the language of those who read it."""
    user = Actor.of(request).user
    if user is None or user.clinic is None:
        raise Http404("This account belongs to no clinic")
    language = text_of(request, "in", 10) or settings.LANGUAGE_CODE
    if language not in dict(settings.LANGUAGES):
        raise Http404("no such language")
    entries = [FOR_EVERYBODY] if kind == "poster" else [FOR_EVERYBODY, *FOR_PATIENTS]
    with translation.override(language):
        there = [(title, said, absolute_path(path)) for title, said, path in entries]
        return render(
            request,
            "access/poster.html" if kind == "poster" else "access/handout.html",
            {
                "clinic": user.clinic,
                "kind": kind,
                "printed": [_printed(*each) for each in there if each[2]],
                "own": _printed(
                    user.clinic.name, _("To call, to book, to sign in."), absolute("access:clinic", [user.clinic.slug])
                ),
            },
        )
