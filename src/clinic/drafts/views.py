"""Discarding by hand what nobody will sign."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.drafts import keeping


@require_POST
@needs(Permission.RECORD_EXAMINATION)
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One's own; or, as the lead, that of somebody who does not come back to it."""
    found = keeping.discard(Actor.of(request), draft_id)
    messages.success(request, _("Discarded: what was typed about %s and not signed.") % found.person.name)
    return redirect("pages:home")
