"""Taking a case file along, and bringing one in."""

import json
import uuid

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart, export_chart, import_case_file, open_chart
from clinic.chart.models import Person
from clinic.exchange.incoming import Incoming, look_ahead, received
from clinic.forms.days import today
from clinic.forms.ways import frame_of
from clinic.person.case import case_of
from clinic.query import number_of
from concordant.record.write import write_plain, write_yaml

_TYPES = {"yaml": "application/yaml", "json": "application/json"}
_REASON = 200


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.EXPORT_CASE_FILE)
def export(request: HttpRequest, person_id: int) -> HttpResponse:
    """The whole chart as a case file; the copy is an event of its own."""
    by = Actor.of(request)
    if request.method != "POST":
        return render(request, "exchange/export.html", frame_of(by, open_chart(by=by, person_id=person_id)))
    form = request.POST.get("format")
    if form not in _TYPES:
        chart = open_chart(by=by, person_id=person_id)
        return render(request, "exchange/export.html", frame_of(by, chart), status=422)
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:_REASON]
    chart = export_chart(by=by, person_id=person_id, reason=reason)
    case = case_of(chart)
    text = write_yaml(case) if form == "yaml" else json.dumps(write_plain(case), ensure_ascii=False, indent=2)
    answer = HttpResponse(text, content_type=f"{_TYPES[form]}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(chart)}.{form}"'
    return answer


def _file_name(chart: Chart) -> str:
    """No names in the names of files: they lie open in folders."""
    number = "".join(each for each in chart.person.chart_number if each.isascii() and each.isalnum())
    return f"chart-{number}-{today()}"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.IMPORT_CASE_FILE)
def take_in(request: HttpRequest) -> HttpResponse:
    """Choose a chart and a file; look at what it would add; sign."""
    by = Actor.of(request)
    if request.method != "POST":
        return _page(request, chart_number=_asked_for(request))
    try:
        sent = request.POST
    except RequestDataTooBig:
        return _page(request, errors=[_("The file is too large.")], status=413)
    number = sent.get("chart_number", "").replace("\x00", "").strip()[:20]
    person = Person.objects.visible_to(request.user).filter(chart_number=number).first()
    upload = request.FILES.get("file")
    pasted = sent.get("text", "")
    errors = []
    if person is None:
        errors.append(_("There is no chart with this number here."))
    if upload is None and not pasted.strip():
        errors.append(_("Choose a file, or paste its text."))
    if person is None or errors:
        return _page(request, chart_number=number, errors=errors, text=pasted, status=422)
    incoming = received(upload, pasted, sent.get("name", "")[:200])
    chart = open_chart(by=by, person_id=person.pk)
    look_ahead(incoming, chart, by, today())
    if not incoming.problems and sent.get("do") == "sign" and _signed(request, by, person, incoming):
        messages.success(request, _("The case file is in the chart."))
        return redirect("chart:person", person.pk)
    return _page(
        request,
        chart_number=number,
        person=person,
        incoming=incoming,
        text=incoming.text,
        key=sent.get("key") or str(uuid.uuid4()),
        status=422 if incoming.problems else 200,
    )


def _signed(request: HttpRequest, by: Actor, person: Person, incoming: Incoming) -> bool:
    try:
        import_case_file(
            by=by,
            person_id=person.pk,
            fragments=[piece.fragment for piece in incoming.pieces],
            source=incoming.name,
            idempotency_key=uuid.UUID(request.POST.get("key", "")),
        )
    except (ValidationError, ValueError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [_("This form is broken. Open it anew.")])))
        return False
    return True


def _asked_for(request: HttpRequest) -> str:
    """The number of the chart that a link from a person's page names."""
    person = Person.objects.visible_to(request.user).filter(pk=number_of(request, "person") or 0).first()
    return person.chart_number if person else ""


def _page(request: HttpRequest, *, status: int = 200, **context: object) -> HttpResponse:
    return render(request, "exchange/import.html", context, status=status)
