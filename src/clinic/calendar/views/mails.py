"""Whether somebody gets mails before their visits: as they tell the front desk."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.calendar.actions.reach import person_of
from clinic.calendar.reminding.stopping import want_mails

WANTS = {"yes": True, "no": False}


@require_POST
@needs(Permission.KEEP_CALENDAR)
def mails(request: HttpRequest, person_id: int) -> HttpResponse:
    by = Actor.of(request)
    person = person_of(by, person_id)
    wants = WANTS.get(request.POST.get("wants", ""))
    if wants is None:
        raise BadRequest("yes or no")
    want_mails(by, person, wants=wants)
    told = _("%s gets a mail before each visit.") if wants else _("%s gets no more mails before visits.")
    messages.success(request, told % person.name)
    return redirect("desk:person", person.pk)
