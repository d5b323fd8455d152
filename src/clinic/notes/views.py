"""Writing the note of a visit, amending one, reading all of them, and the work of the day."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action
from clinic.chart.actions import Chart, correct_entry, open_chart, sign_entry
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Entry
from clinic.drafts import keeping
from clinic.entries.listed import may_correct
from clinic.examine.kept import to_restore
from clinic.forms.controls import first
from clinic.forms.known import a_draft, chart_with
from clinic.forms.page import data_of
from clinic.forms.ways import frame_of
from clinic.notes.amending import as_signed
from clinic.notes.beforehand import PARTS
from clinic.notes.day import Day, question_of
from clinic.notes.discipline import NAMES, discipline_of
from clinic.notes.form import NoteForm
from clinic.notes.hand_over import handed_over
from clinic.notes.kept import note_of
from clinic.notes.lateness import KIND
from clinic.notes.work import MOST, work_of
from clinic.notes.written import is_note, notes_in, notes_of
from clinic.person.case import case_of
from clinic.person.dated import as_of_a_day, frame_of_day
from clinic.person.moment import Moment, moment_of
from clinic.query import text_of
from concordant.record.problems import CaseFileError

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@needs(Permission.RECORD_EXAMINATION)
@as_of_a_day
def write(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """A note of today, or of the day of the visit."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    form = NoteForm(discipline_of(by), data_of(request) if request.method == "POST" else {})
    does = first(form.data, "do") or "sign"
    if request.method == "POST":
        _tell(form, chart, by)
        if does == "stop" and form.stops:
            return _signed_answer(request, by, chart, form)
        if does == "sign" and form.is_valid() and _signed(by, chart, form):
            keeping.throw_away(by, person_id, KIND, first(form.data, "key"))
            messages.success(request, _("The note is signed."))
            return redirect("notes:list", person_id)
        _do(form, does)
    return _show(request, by, chart, form)


@require_POST
@needs(Permission.RECORD_EXAMINATION)
def keep(request: HttpRequest, person_id: int) -> HttpResponse:
    """Keep what is typed, right or wrong. To a script: the words that say so."""
    by = Actor.of(request)
    form = NoteForm(discipline_of(by), data_of(request))
    found = keeping.keep(by, person_id, KIND, form.data, form.names)
    if request.headers.get("HX-Request") != "true":
        wish = f"?kept={found.draft.key}" if found.draft else ""
        return redirect(f"{reverse('notes:write', args=[person_id])}{wish}")
    drafts = keeping.of_author(by, person_id, KIND)
    context = {"kept": note_of(form.data, first(form.data, "key"), found, drafts), "person": {"pk": person_id}}
    return render(request, "notes/_kept.html", context)


@require_POST
@needs(Permission.RECORD_EXAMINATION)
def throw_away(request: HttpRequest, person_id: int) -> HttpResponse:
    """Another draft of one's own; what stands in the form in front of it is kept."""
    by = Actor.of(request)
    keeping.throw_away(by, person_id, KIND, request.POST.get("draft", ""))
    return keep(request, person_id)


@require_safe
@needs(Permission.OPEN_CHART)
@as_of_a_day
def every(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """Newest first, every version."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    wish = text_of(request, "discipline", 40)
    discipline = wish if wish in NAMES else ""
    context = {
        **frame_of(by, chart, moment),
        **frame_of_day(moment),
        "notes": notes_of(chart, by, moment, discipline),
        "discipline": discipline,
        "disciplines": NAMES.items(),
        "may_write": by.may(Permission.RECORD_EXAMINATION) and moment.is_today,
    }
    return render(request, "notes/list.html", context)


@require_http_methods(_METHODS)
@needs(Permission.RECORD_EXAMINATION)
@as_of_a_day
def amend(request: HttpRequest, person_id: int, moment: Moment, entry_id: int) -> HttpResponse:
    """Say a note anew, with the reason; or take it back. What was signed stays legible."""
    by = Actor.of(request)
    chart = open_chart(by=by, person_id=person_id)
    entry = next((one for one in chart.entries if one.pk == entry_id and is_note(one)), None)
    if entry is None:
        raise Http404("no such note here")
    with refusals_recorded(by=by, action=Action.CORRECT, subject=subject_of(chart.person, "entry", entry.pk)):
        if not may_correct(by, entry):
            raise PermissionDenied("needs: correct any entry")
    data = data_of(request) if request.method == "POST" else as_signed(entry)
    form = NoteForm(notes_in(entry.content)[0]["discipline"], data, amends=entry)
    _tell(form, chart, by)
    later = next((one for one in chart.entries if one.corrects_id == entry.pk), None)
    if later is not None and later.idempotency_key != _key(form):
        if request.method != "POST":
            messages.warning(request, _("This version was amended before. Amend the one that stands."))
            return redirect("notes:list", person_id)
        form.general.append(_("This version was amended before. Amend the one that stands."))
    elif request.method == "POST":
        does = first(data, "do") or "sign"
        if does in ("sign", "take back") and _amended(by, chart, form, takes_back=does == "take back"):
            messages.success(request, _("The amendment is signed. What was signed before stays readable below it."))
            return redirect("notes:list", person_id)
        _do(form, does)
    key = first(form.data, "key") or str(uuid.uuid4())
    context = {**frame_of(by, chart), "form": form, "key": key, "entry": entry, "title": _("Amend a note")}
    return render(request, "notes/amend.html", context, status=form.status)


@require_safe
@needs(Permission.RECORD_EXAMINATION)
def work_today(request: HttpRequest) -> HttpResponse:
    """Massage at a glance: which muscles and why, before which physio visit, what to mind."""
    by = Actor.of(request)
    moment = moment_of("", timezone.get_current_timezone())
    work = work_of(by, moment)
    context = {"rows": list(work.rows), "unplanned": work.unplanned, "day": moment.day, "most": MOST}
    return render(request, "notes/work_today.html", context)


# --- the form and the chart ---------------------------------------------------------------------------------


def _tell(form: NoteForm, chart: Chart, by: Actor) -> None:
    """What the chart says on the day of the form, without what this form itself has signed."""
    form.day = Day.of(chart, by, form.day_asked, without=_key(form), replaced=form.amends.pk if form.amends else None)
    if form.needs_answer:
        form.day.answer = form.answer
    form.earlier_texts = _earlier_texts(form.day.chart)


def _earlier_texts(chart: Chart) -> dict[str, date]:
    """Each part of each note that stands, as it is compared: without its spaces and capitals."""
    return {
        " ".join(text.split()).casefold(): entry.on
        for entry in chart.in_force()
        for row in notes_in(entry.content)
        for part, text in row.get("note", {}).items()
        if part in PARTS
    }


def _do(form: NoteForm, does: str) -> None:
    """What the other buttons ask for: they fill in, and sign nothing."""
    if does == "add":
        form.add_line()
    elif does.startswith("drop:"):
        form.drop_line(does.removeprefix("drop:"))
    elif does == "fill":
        form.fill_again()


def _key(form: NoteForm) -> uuid.UUID | None:
    try:
        return uuid.UUID(first(form.data, "key"))
    except ValueError:
        return None


def _checked_key(form: NoteForm) -> uuid.UUID | None:
    key = _key(form)
    if key is None:
        form.general.append(_("This form is broken. Open it anew."))
    return key


def _signed(by: Actor, chart: Chart, form: NoteForm) -> Entry | None:
    key = _checked_key(form)
    if key is None or form.on is None or not _is_readable(by, form):
        return None
    late = form.text("late") if form.late else ""
    try:
        return sign_entry(
            by=by, person_id=chart.person.pk, on=form.on, kind=KIND, content=form.content(), idempotency_key=key,
            reason=late,
        )  # fmt: skip
    except ValidationError as error:
        form.general += error.messages
        return None


def _signed_answer(request: HttpRequest, by: Actor, chart: Chart, form: NoteForm) -> HttpResponse:
    """A new warning sign: the answer stands in the chart at once, whatever becomes of the note, and the screen comes
    next. What was typed is kept."""
    key = _checked_key(form)
    if key is None or form.on is None:
        return _show(request, by, chart, form)
    keeping.keep(by, chart.person.pk, KIND, {**form.data, "asked": [""]}, form.names)
    sign_entry(
        by=by,
        person_id=chart.person.pk,
        on=form.on,
        kind="safety",
        content=question_of(form.on, answer=True),
        idempotency_key=uuid.uuid5(key, "new sign"),
    )
    messages.warning(request, _("A new warning sign is signed. Go through the screen now; the note waits for you."))
    return redirect("safety:screen", chart.person.pk)


def _amended(by: Actor, chart: Chart, form: NoteForm, *, takes_back: bool) -> Entry | None:
    key = _checked_key(form)
    assert form.amends is not None
    if takes_back:
        if not form.text("reason"):
            form.add_error("reason", _("Say why the note is taken back."))
            return None
    elif not form.is_valid() or not _is_readable(by, form):
        return None
    content = {} if takes_back else form.content()
    if content == form.amends.content and form.on == form.amends.on:
        form.general.append(_("Nothing was changed."))
        return None
    if key is None:
        return None
    try:
        return correct_entry(
            by=by,
            entry_id=form.amends.pk,
            content=content,
            reason=form.text("reason"),
            on=form.amends.on if takes_back else form.on,
            idempotency_key=key,
        )
    except ValidationError as error:
        form.general += error.messages
        return None


def _is_readable(by: Actor, form: NoteForm) -> bool:
    """The note and the chart add up to a case."""
    assert form.on is not None
    draft = a_draft(by, on=form.on, content=form.content())
    try:
        case_of(chart_with(form.chart_day.chart, draft))
    except CaseFileError as error:
        form.general += [str(problem) for problem in error.problems]
        return False
    return True


def _show(request: HttpRequest, by: Actor, chart: Chart, form: NoteForm) -> HttpResponse:
    """What was sent and is not signed is kept; without anything sent, what was kept today is put back."""
    person_id = chart.person.pk
    if request.method == "POST":
        form.kept = keeping.keep(by, person_id, KIND, form.data, form.names)
        if form.kept.draft is not None:
            # The window goes on from what has just been kept.
            form.data = {**form.data, "key": [str(form.kept.draft.key)]}
    drafts = keeping.of_author(by, person_id, KIND)
    if request.method != "POST":
        found = None if "anew" in request.GET else to_restore(drafts, request.GET.get("kept", ""))
        if found is not None:
            form.data = {**found.data, "key": [str(found.key)]}
            form.kept = keeping.Kept(found)
        _tell(form, chart, by)
        form.fill_again() if found is not None else form.fill_in()
    key = first(form.data, "key") or str(uuid.uuid4())
    context = {
        **frame_of(by, chart),
        "form": form,
        "title": _("Note of the visit"),
        "kept": note_of(form.data, key, form.kept, drafts),
        "hand_over": handed_over(form.chart_day.look, form.other, form.day_asked),
        "other": NAMES[form.other],
    }
    return render(request, "notes/note.html", context, status=form.status)
