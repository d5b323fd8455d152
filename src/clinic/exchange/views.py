"""Taking a case file along, and bringing one in."""

import json
import uuid

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.actions import Chart, export_chart, import_case_file, open_chart
from clinic.chart.models import Person
from clinic.exchange.bundle import log_as_csv, read_me, sent_rows_as_json, stream, unsigned_as_json
from clinic.exchange.everything import document
from clinic.exchange.incoming import Incoming, look_ahead, received
from clinic.exchange.printed import printed
from clinic.forms.days import today
from clinic.forms.ways import frame_of
from clinic.mine.whose import own_person
from clinic.person.case import case_of
from clinic.person.look import look_at
from clinic.person.moment import moment_of
from clinic.query import number_of
from concordant.criteria import RuleConflict
from concordant.record.problems import CaseFileError
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


@require_POST
@needs(Permission.OPEN_OWN_CHART)
def everything(request: HttpRequest) -> HttpResponseBase:
    """For the person: all that is held about them, to read or to take along. Made now and kept nowhere."""
    form = request.POST.get("form")
    if form not in ("pdf", "zip"):
        return redirect("mine:data")
    by, person = Actor.of(request), own_person(request)
    assert by.user is not None  # nobody has no permissions, and was refused before
    chart = export_chart(by=by, person_id=person.pk, reason=f"everything, as {form.upper()}")
    try:
        look = look_at(chart, moment_of("", person.clinic.zone))
    except (CaseFileError, RuleConflict):
        return render(request, "mine/unreadable.html", status=500)
    events = list(AuditEvent.objects.filter(clinic_id=by.clinic_id, person_id=person.pk).order_by("-id"))
    paper = printed(document(look, by.user, events))
    if form == "pdf":
        return _handed_out(HttpResponse(paper, content_type="application/pdf"), chart, "pdf")
    files = (
        (_("READ-ME.txt"), read_me()),
        ("everything.pdf", paper),
        ("chart.yaml", write_yaml(case_of(chart)).encode()),
        ("log.csv", log_as_csv(events)),
        ("sent-rows.json", sent_rows_as_json(person)),
        ("not-signed.json", unsigned_as_json(by.user, person)),
    )
    answer = StreamingHttpResponse(stream(files, person, clock.now()), content_type="application/zip")
    # It is compressed: once more would only cost time.
    answer["Content-Encoding"] = "identity"
    return _handed_out(answer, chart, "zip")


def _handed_out(answer: HttpResponseBase, chart: Chart, kind: str) -> HttpResponseBase:
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(chart)}.{kind}"'
    answer["Cache-Control"] = "no-store"
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
