"""The list of what was signed, and correcting one of it."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action
from clinic.chart.actions import Chart, correct_entry, open_chart
from clinic.chart.actions.reach import subject_of
from clinic.entries.form import CorrectionForm
from clinic.entries.listed import may_correct, page_of
from clinic.forms.known import a_draft, chart_with
from clinic.forms.page import data_of
from clinic.forms.ways import frame_of
from clinic.notes.written import is_note
from clinic.person.case import case_of
from clinic.person.dated import as_of_a_day, frame_of_day
from clinic.person.moment import Moment
from clinic.query import number_of
from concordant.record.problems import CaseFileError


@require_safe
@as_of_a_day
def every(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Every entry known on a day, newest first, from the one that is asked for; corrected ones too."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    page = page_of(chart, by, moment, number_of(request, "from"))
    return render(request, "entries/list.html", {**frame_of(by, chart, moment), **frame_of_day(moment), "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, person_id: int, entry_id: int) -> HttpResponse:
    """Say one entry anew, with the reason; or take it back."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    entry = next((one for one in chart.entries if one.pk == entry_id), None)
    if entry is None:
        raise Http404("no such entry here")
    with refusals_recorded(by=by, action=Action.CORRECT, subject=subject_of(chart.person, "entry", entry.pk)):
        if not may_correct(by, entry):
            raise PermissionDenied("needs: correct any entry")
    if is_note(entry):
        # A note is said anew in its own form, which knows what a note has to say.
        return redirect("notes:amend", person_id, entry.pk)
    form = CorrectionForm(entry, data_of(request) if request.method == "POST" else None)
    if request.method == "POST" and _signed(by, chart, form):
        messages.success(request, _("The correction is signed."))
        return redirect("chart:person", person_id)
    key = (form.data.get("key") or [str(uuid.uuid4())])[0]
    context = {**frame_of(by, chart), "entry": entry, "form": form, "key": key}
    return render(request, "entries/correct.html", context, status=form.status)


def _signed(by: Actor, chart: Chart, form: CorrectionForm) -> bool:
    try:
        key = uuid.UUID((form.data.get("key") or [""])[0])
    except ValueError:
        form.general.append(_("This form is broken. Open it anew."))
        return False
    if not form.is_valid() or not _still_readable(by, chart, form):
        return False
    try:
        correct_entry(
            by=by,
            entry_id=form.entry.pk,
            content=form.content,
            reason=form.reason,
            on=form.on,
            idempotency_key=key,
        )
    except ValidationError as error:
        form.general += error.messages
        return False
    return True


def _still_readable(by: Actor, chart: Chart, form: CorrectionForm) -> bool:
    """A correction must leave a chart that can be read: no headache goes that later entries speak of."""
    draft = a_draft(by, on=form.on, content=form.content, corrects=form.entry.pk)
    try:
        case_of(chart_with(chart, draft))
    except CaseFileError as error:
        form.general += [str(problem) for problem in error.problems]
        return False
    return True
