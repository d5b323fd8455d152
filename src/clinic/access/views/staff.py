"""The front desk gives people access: inviting, printing, withdrawing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.access import mail
from clinic.access.addresses import absolute, as_picture, to_type
from clinic.access.forms import InviteForm
from clinic.access.invitations import invite, open_invitations, person_to_invite, withdraw
from clinic.access.models import Invitation
from clinic.access.passkeys import passkeys_of
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.models import Person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Has this person an account, and an open invitation? And giving one."""
    by = Actor.of(request)
    shown = person_to_invite(by=by, person_id=person_id)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, code = invite(by=by, person_id=person_id, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return _handed_over(request, shown, invitation, code)
    return render(request, "access/person.html", {"person": shown, "form": form, **_standing(shown)})


def _standing(person: Person) -> dict[str, Any]:
    user = person.user
    return {
        "account": user if user is not None and user.is_active else None,
        "account_has_passkeys": isinstance(user, User) and bool(passkeys_of(user)),
        "invitation": Invitation.objects.open().filter(person=person).select_related("by").first(),
        "past": Invitation.objects.filter(person=person).exclude(ended="").select_related("by")[:5],
    }


def _handed_over(request: HttpRequest, person: Person, invitation: Invitation, code: str) -> HttpResponse:
    """Mailed, or on paper. The code is shown this once: the database keeps what it hashes to."""
    address = absolute("access:welcome", [code])
    if invitation.email:
        try:
            mail.send(
                "invitation",
                to=invitation.email,
                language=invitation.language,
                subject=gettext_noop("Your invitation"),
                context={
                    "address": address,
                    "name": person.preferred_name or person.given_name,
                    "phone": person.clinic.phone,
                    "until": invitation.expires_at,
                },
            )
        except OSError:
            messages.error(request, _("The mail could not be sent. Print this sheet instead, or try again later."))
        else:
            messages.success(request, _("An invitation was mailed to %(address)s.") % {"address": invitation.email})
            return redirect("access:person", person.pk)
    with translation.override(invitation.language):
        return render(
            request,
            "access/sheet.html",
            {
                "person": person,
                "invitation": invitation,
                "address": to_type(absolute("access:type_code")),
                "code": code,
                "picture": as_picture(address),
            },
        )


@require_safe
def invitations(request: HttpRequest) -> HttpResponse:
    """Every invitation of the clinic that still works."""
    return render(request, "access/invitations.html", {"invitations": open_invitations(by=Actor.of(request))})


@require_POST
def withdraw_invitation(request: HttpRequest, invitation_id: int) -> HttpResponse:
    whose = withdraw(by=Actor.of(request), invitation_id=invitation_id)
    messages.success(request, _("The invitation of %(name)s is withdrawn.") % {"name": whose.name})
    return redirect("access:person", whose.pk)
