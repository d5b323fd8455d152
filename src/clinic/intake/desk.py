"""The clinic's list of those who asked for a first visit: take up as a person, or let go."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import register_person
from clinic.chart.forms import RegisterForm
from clinic.chart.models import Person
from clinic.intake.asked import check_of, let_go, one_of, take_up, waiting
from clinic.intake.models import FirstVisit
from clinic.person.words_of_safety import ACTIONS
from clinic.query import text_of
from concordant.safety import Action

_NAMESAKES = 10


@require_safe
@needs(Permission.REGISTER_PERSON)
def waiting_list(request: HttpRequest) -> HttpResponse:
    """Who waits, those first who were told to get help. A code finds one of them."""
    by, code = Actor.of(request), text_of(request, "code", 20)
    rows = [(kept, _told(kept)) for kept in waiting(by, code)]
    rows.sort(key=lambda row: Action(row[0].action).strength if row[0].action else len(Action))
    return render(request, "intake/waiting.html", {"rows": rows, "code": code})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.REGISTER_PERSON)
def one(request: HttpRequest, first_visit_id: int) -> HttpResponse:
    """One of them: register, give to a person who has a chart, or let go."""
    by = Actor.of(request)
    kept = one_of(by, first_visit_id)
    does = request.POST.get("do", "")
    if does == "let go":
        let_go(by, kept, "let go by the clinic")
        messages.success(request, _("Deleted. Nothing of it is kept."))
        return redirect("intake:waiting")
    if does.startswith("person:") and does.removeprefix("person:").isdecimal():
        return _taken_up(request, take_up(by, kept.pk, int(does.removeprefix("person:")[:18])))
    people = Person.objects.visible_to(request.user)
    names = {"given_name": kept.given_name, "family_name": kept.family_name}
    form = RegisterForm(request.POST or None, people=people, initial=names)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "someone_else"}
        with transaction.atomic():
            person = register_person(by=by, **said)
            take_up(by, kept.pk, person.pk)
        return _taken_up(request, person)
    context = {
        "kept": kept,
        "told": _told(kept),
        "form": form,
        "namesakes": people.matching(kept.family_name)[:_NAMESAKES],
        "said": check_of(kept).in_words if by.may(Permission.OPEN_CHART) else None,
    }
    return render(request, "intake/one.html", context, status=422 if form.errors else 200)


def _taken_up(request: HttpRequest, person: Person) -> HttpResponse:
    told = _("%(name)s has chart %(number)s. The answers of the self-check wait there.")
    messages.success(request, told % {"name": person.name, "number": person.chart_number})
    return redirect("intake:waiting")


def _told(kept: FirstVisit) -> object:
    """What the person was told to do, where it was a danger sign."""
    return ACTIONS[Action(kept.action)] if kept.action else ""
