"""The person's own way through the intake: the pages in short steps, the look over, and the sending."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import View, needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.chart.models import Entry, Person
from clinic.chart.told import INTAKE
from clinic.forms.controls import first
from clinic.forms.page import data_of
from clinic.intake.asked import check_of, kept_for, origin_of
from clinic.intake.bodychart import chart_of
from clinic.intake.form import LONGEST, WAS, PartForm
from clinic.intake.parts import Part
from clinic.intake.review import said_in
from clinic.intake.sending import problems_of, send, sign_danger
from clinic.intake.story import FROM, Story
from concordant.assessment import assess
from concordant.safety import Action
from concordant.selfcheck import question
from concordant.selfcheck.danger import Alarm, alarm
from concordant.selfcheck.stop import stop_of

_METHODS = ["GET", "HEAD", "POST"]
_TRIES = 3
"""So often a danger sign is signed anew where somebody else signs in the same chart at that moment."""


def of_oneself(view: View) -> View:
    """The page of whoever is signed in, with what they told so far. No address names another person."""

    @needs(Permission.SEND_INTAKE)
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        own = getattr(request.user, "person", None)
        if own is None:
            raise Http404("This account belongs to no chart")
        return view(request, story_of(request, own), *args, **kwargs)

    return answer


def story_of(request: HttpRequest, own: Person) -> Story:
    """What they told so far; to begin with, what a self-check said that the clinic kept for them."""
    by = Actor.of(request)
    story = Story.of(by, open_chart(by=by, person_id=own.pk))
    if story.draft is None and (kept := kept_for(by, own)) and not story.case.headaches:
        story.begin_with(check_of(kept[-1]).texts("new1", "hurt1"), origin_of(kept[-1]))
    return story


@require_safe
@of_oneself
def overview(request: HttpRequest, story: Story) -> HttpResponse:
    """All pages, which of them were answered, and where to go on."""
    rows = [_row(story, part) for part in story.parts]
    rows = [row for row in rows if not row["is_empty"]]
    sent = [entry for entry in story.chart.in_force() if entry.kind == INTAKE]
    context = {
        "rows": rows,
        "next": next((row for row in rows if not row["done"]), None),
        "begun": story.draft is not None,
        "sent": [{"entry": one, "said": said_in(one.content)} for one in reversed(sent)],
        "from_check": first(story.data, FROM),
        "person": story.chart.person,
    }
    return render(request, "intake/overview.html", context)


def _row(story: Story, part: Part) -> dict[str, Any]:
    return {
        "part": part,
        "of": story.name_of(part),
        "is_empty": story.form(part).is_empty,
        "done": f"day:{part.step}" in story.data,
    }


@require_http_methods(_METHODS)
@of_oneself
def step(request: HttpRequest, story: Story, step: str) -> HttpResponse:
    """One page."""
    part = _part(story, step)
    if request.method != "POST":
        return _show(request, story, part, story.form(part))
    data = data_of(request)
    form = story.form(part, data)
    if first(data, WAS) != story.mark(part):
        form.general.append(
            _("Another window kept other answers here. Look at yours again. If they are right, press once more.")
        )
        return _show(request, story, part, form)
    is_valid = form.is_valid()
    does = first(data, "do")
    if not any(_is_too_long(error, form) for error in form.errors):
        story.save(part, data)
    if alarm_found := _danger(request, story, part):
        return alarm_found
    if does == "later":
        messages.success(request, _("Kept. You can go on at any time, also on another device."))
        return redirect("intake:overview")
    if not is_valid:
        return _show(request, story, part, form)
    if does == "back":
        return _go(story, part, -1)
    return _go(story, part, 1)


def _is_too_long(name: str, form: PartForm) -> bool:
    return sum(map(len, form.data.get(name, ()))) > LONGEST


def _danger(request: HttpRequest, story: Story, part: Part) -> HttpResponse | None:
    for _again in range(_TRIES):
        try:
            found = sign_danger(story, part)
        except ValidationError:
            story = story_of(request, story.chart.person)
        else:
            return redirect("intake:stop") if found else None
    # It could not be signed. What to do is said all the same, and that the clinic does not know of it.
    found = alarm(story.assessed)
    return _stop(request, story, found, is_sent=False) if found else None


def _part(story: Story, step: str) -> Part:
    for part in story.parts:
        if part.step == step:
            return part
    raise Http404("no such page")


def _go(story: Story, part: Part, by: int) -> HttpResponse:
    """To the next page that still asks something, or back to the one before."""
    parts = story.parts
    here = next(number for number, one in enumerate(parts) if one.step == part.step)
    ahead = parts[here + 1 :] if by > 0 else reversed(parts[:here])
    for one in ahead:
        if not story.form(one).is_empty:
            return redirect("intake:step", one.step)
    return redirect("intake:send" if by > 0 else "intake:overview")


def _show(request: HttpRequest, story: Story, part: Part, form: PartForm) -> HttpResponse:
    shown = [one for one in story.parts if one == part or not story.form(one).is_empty]
    context = {
        "part": part,
        "form": form,
        "of": story.name_of(part),
        "number": shown.index(part) + 1,
        "count": len(shown),
        "was": story.mark(part),
        "is_first": shown[0] == part,
        "known": story.case.headaches if part.key == "kinds" else (),
        "person": story.chart.person,
        **(chart_of(form) if part.key == "where" else {}),
    }
    return render(request, f"intake/{_template(part)}.html", context, status=form.status)


def _template(part: Part) -> str:
    return part.key if part.key in ("danger", "where", "consent") else "step"


@require_http_methods(_METHODS)
@of_oneself
def send_it(request: HttpRequest, story: Story) -> HttpResponse:
    """A look over everything, and the signature."""
    if request.method == "POST" and (answered := _send(request, story)):
        return answered
    problems = problems_of(story)
    content, _ids = story.as_the_chart_names_it(story.content)
    context = {
        "said": said_in(content),
        "problems": problems,
        "key": story.draft.key if story.draft else "",
        "person": story.chart.person,
    }
    return render(request, "intake/send.html", context, status=422 if problems and request.method == "POST" else 200)


def _send(request: HttpRequest, story: Story) -> HttpResponse | None:
    key = first(data_of(request), "key")
    own = [entry for entry in story.chart.entries if entry.kind == INTAKE and str(entry.idempotency_key) == key]
    if own:
        messages.success(request, _("This was sent already. Your clinic has it."))
        return redirect("intake:overview")
    if story.draft is None or key != str(story.draft.key):
        messages.error(request, _("This page is out of date. Look over your answers again."))
        return None
    if problems_of(story):
        return None
    try:
        sent: Entry | None = send(story)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return None
    if sent is None:
        messages.error(request, _("There is nothing to send yet."))
        return None
    messages.success(request, _("Sent. Your clinic can read it now."))
    return redirect("intake:overview")


@require_safe
@of_oneself
def stop(request: HttpRequest, story: Story) -> HttpResponse:
    """What to do now. Worked out from the chart, which holds the answer by now."""
    found = alarm(assess(story.case, story.record.as_of))
    if found is None:
        return redirect("intake:overview")
    return _stop(request, story, found, is_sent=True)


def _stop(request: HttpRequest, story: Story, found: Alarm, *, is_sent: bool) -> HttpResponse:
    told = stop_of(found)
    context = {
        "stop": told,
        "is_sent": is_sent,
        "emergency": told.action is Action.EMERGENCY,
        "because": [question(name.partition("[")[0]).lead for name in told.because],
        "person": story.chart.person,
        "clinic": story.chart.person.clinic,
    }
    return render(request, "intake/stop.html", context)
