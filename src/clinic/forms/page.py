"""The way of every page that signs an entry: show the form, say what is wrong, sign, and go to the chart."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart, open_chart, sign_entry
from clinic.forms.controls import Data
from clinic.forms.days import today
from clinic.forms.form import FactForm, Headaches
from clinic.forms.known import a_draft, chart_with, headaches_of, headaches_of_case, known_values, proposals
from clinic.forms.ways import frame_of
from clinic.person.case import case_of
from concordant.record.case import Case
from concordant.record.record import Record


@dataclass
class FactPage:
    """One form page of a chart."""

    kind: str
    """The room of the chart in which it is signed."""
    template: str
    title: str | Promise
    form: Callable[[Data, Headaches], FactForm]
    prepare: Callable[[Any, Actor, int], None] = lambda form, by, person_id: None
    """Tells a form that was sent what it needs to know of the chart."""
    proposes: bool = False
    context: dict[str, Any] = field(default_factory=dict)
    arrange: Callable[[Any, Chart], dict[str, Any]] = lambda form, chart: {}
    """Puts the form into the order in which this chart wants it shown, and says what the page shows with it."""
    more: Callable[[Case], dict[str, Any]] = lambda case: {}
    """What the page shows besides, from the whole case."""

    def answer(self, request: HttpRequest, person_id: int) -> HttpResponse:
        by = Actor.of(request)
        form = None
        if request.method == "POST":
            form = self.form(data_of(request), headaches_of(by, person_id))
            self.prepare(form, by, person_id)
            if form_does(form) in form.signs_with and (signed := self._sign(request, by, person_id, form)):
                return signed
        return self._show(request, by, person_id, form)

    def _sign(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm) -> HttpResponse | None:
        key = key_of(form)
        if not form.is_valid() or form.on is None or key is None:
            return None
        content = form.written().content
        try:
            sign_entry(by=by, person_id=person_id, on=form.on, kind=self.kind, content=content, idempotency_key=key)
        except ValidationError as error:
            take_errors(form, error)
            return None
        messages.success(request, _("Signed."))
        return redirect("chart:person", person_id)

    def _show(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm | None) -> HttpResponse:
        chart = open_chart(by=by, person_id=person_id)
        case = case_of(chart)
        if form is None:
            form = self.form({}, headaches_of_case(case))
        record = Record(case, form.on or today())
        form.known = known_values(record, form.slots.values())
        if self.proposes:
            self._propose(chart, by, form)
        context = {**self.context, **self.arrange(form, chart), **self.more(case)}
        if form_does(form).startswith("no:"):
            form.answer_no(form_does(form).removeprefix("no:"))
        return render_form(request, self.template, chart, form, title=self.title, **context)

    def _propose(self, chart: Chart, by: Actor, form: FactForm) -> None:
        """From what is signed, and from what stands in the form if it can be read. Taken up only when asked to."""
        on = form.on or today()
        content = form.written().content
        try:
            case = case_of(chart_with(chart, a_draft(by, on=on, content=content)) if content else chart)
        except ValueError:
            case = case_of(chart)
        found = proposals(Record(case, on), form.slots.values(), on) | form.proposed()
        form.proposals = {name: proposal for name, (proposal, _value) in found.items()}
        accepted = form_does(form).removeprefix("accept:")
        if accepted in found and form_does(form).startswith("accept:"):
            control = form.control(form.slots[accepted])
            form.fill(control.texts(accepted, found[accepted][1]))


def data_of(request: HttpRequest) -> dict[str, list[str]]:
    """What was sent, each name with its texts."""
    return {name: [str(text) for text in texts] for name, texts in request.POST.lists()}


def form_does(form: FactForm) -> str:
    """What the pressed button asks for."""
    return (form.data.get("do") or ["sign"])[0]


def key_of(form: FactForm) -> uuid.UUID | None:
    """The key of this one form; a form without one cannot be told from its double."""
    try:
        return uuid.UUID((form.data.get("key") or [""])[0])
    except ValueError:
        if (told := _("This form is broken. Open it anew.")) not in form.general:
            form.general.append(told)
        return None


def take_errors(form: FactForm, error: ValidationError) -> None:
    """Refusals of the chart, beside their field where they name one."""
    by_field: dict[str, list[str]] = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, told in by_field.items():
        for message in told:
            if name == "on":
                form.add_error(name, message)
            else:
                form.general.append(message)


def render_form(request: HttpRequest, template: str, chart: Chart, form: FactForm, **context: Any) -> HttpResponse:
    """The page with the form; 422 where something has to be put right."""
    key = (form.data.get("key") or [str(uuid.uuid4())])[0]
    return render(
        request,
        template,
        {**frame_of(Actor.of(request), chart), "form": form, "key": key, "today": today(), **context},
        status=form.status,
    )
