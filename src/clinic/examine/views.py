"""One visit: what was tested, and what the examiner makes of it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach, reach
from clinic.chart.models import Entry
from clinic.drafts import keeping
from clinic.drafts.models import Draft
from clinic.examine.form import ExamineForm
from clinic.examine.kept import note_of, to_restore
from clinic.examine.layout import session
from clinic.examine.today import background
from clinic.forms.controls import Data, first
from clinic.forms.form import FactForm, Headaches
from clinic.forms.known import headaches_of
from clinic.forms.page import FactPage, data_of

KIND = "examination"


@dataclass
class VisitPage(FactPage):
    """Keeps what is not signed yet, and tells after signing what each value says."""

    drafts: list[Draft] = field(default_factory=list)
    """What its reader has typed about this person and not signed."""

    def _sign(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm) -> HttpResponse | None:
        answer = super()._sign(request, by, person_id, form)
        if answer is not None and isinstance(form, ExamineForm):
            keeping.throw_away(by, person_id, KIND, first(form.data, "key"))
            for words in form.deficits():
                messages.info(request, words)
        return answer

    def _show(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm | None) -> HttpResponse:
        """What was sent and is not signed is kept; without anything sent, what was kept today is put back."""
        if isinstance(form, ExamineForm):
            form.kept = keeping.keep(by, person_id, KIND, form.data, form.names)
            # The window goes on from what has just been kept.
            if form.kept.draft is not None:
                form.fill({"key": [str(form.kept.draft.key)]})
        self.drafts = keeping.of_author(by, person_id, KIND)
        wanted = form is None and "anew" not in request.GET
        if wanted and (found := to_restore(self.drafts, request.GET.get("kept", ""))):
            form = _form(request)({**found.data, "key": [str(found.key)]}, headaches_of(by, person_id))
            form.kept = keeping.Kept(found)
        return super()._show(request, by, person_id, form)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_EXAMINATION)
def visit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Everything that can be tested, in the order of the session; what stays blank was not tested."""
    by = Actor.of(request)

    def arrange(form: ExamineForm, chart: Chart) -> dict[str, Any]:
        form.background = background(form, chart, by)
        key = first(form.data, "key") or str(uuid.uuid4())
        return {"is_retest": form.is_retest, "kept": note_of(form, key, form.kept, page.drafts)}

    page = VisitPage(
        KIND, "examine/visit.html", _("Examination"), _form(request), prepare=_tell, proposes=True, arrange=arrange
    )
    return page.answer(request, person_id)


@require_POST
@needs(Permission.RECORD_EXAMINATION)
def keep(request: HttpRequest, person_id: int) -> HttpResponse:
    """Keep what is typed, right or wrong. To a script: the note, and the tests that it has locked or opened."""
    by = Actor.of(request)
    form = _form(request)(data_of(request), headaches_of(by, person_id))
    found = keeping.keep(by, person_id, KIND, form.data, form.names)
    if request.headers.get("HX-Request") != "true":
        return _back(request, person_id, found.draft)
    _tell(form, by, person_id)
    drafts = keeping.of_author(by, person_id, KIND)
    shown = set(first(form.data, keeping.LOCKED).split())
    changed = [group for group in form.groups if (group.section.key in form.locked) != (group.section.key in shown)]
    context = {
        "kept": note_of(form, first(form.data, "key"), found, drafts),
        "form": form,
        "changed": changed,
        "is_retest": form.is_retest,
        "person": reach(by, person_id),
    }
    return render(request, "examine/kept.html", context)


@require_POST
@needs(Permission.RECORD_EXAMINATION)
def throw_away(request: HttpRequest, person_id: int) -> HttpResponse:
    """Another draft of one's own; what stands in the form in front of it is kept."""
    by = Actor.of(request)
    keeping.throw_away(by, person_id, KIND, request.POST.get("draft", ""))
    form = _form(request)(data_of(request), headaches_of(by, person_id))
    return _back(request, person_id, keeping.keep(by, person_id, KIND, form.data, form.names).draft)


def _form(request: HttpRequest) -> Callable[[Data, Headaches], ExamineForm]:
    def form(data: Data, headaches: Headaches) -> ExamineForm:
        found = ExamineForm(session(headaches), data, headaches, blank=_("not tested"), help_from="")
        found.is_retest = "retest" in request.GET
        # The name that one signs in with is of one person; the displayed name may be of two.
        found.rater = request.user.get_username()
        return found

    return form


def _back(request: HttpRequest, person_id: int, draft: Draft | None) -> HttpResponse:
    whole = request.POST.get("do") == "whole"
    wishes = ["retest"] if "retest" in request.GET and not whole else []
    wishes += [f"kept={draft.key}"] if draft is not None else []
    address = reverse("examine:visit", args=[person_id])
    return redirect(f"{address}?{'&'.join(wishes)}" if wishes else address)


def _tell(form: ExamineForm, by: Actor, person_id: int) -> None:
    """What locks a test is looked up again when it is signed. One statement; opening the chart is no part of it."""
    entries = Entry.objects.filter(person=person_id, person__in=people_in_reach(by))
    found = tuple(entries.select_related("person__clinic").order_by("id"))
    person = found[0].person if found else people_in_reach(by).select_related("clinic").filter(pk=person_id).first()
    if person is not None:
        form.background = background(form, Chart(person, found), by)
