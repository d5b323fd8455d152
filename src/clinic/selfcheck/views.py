"""The self-check: one address, one question at a time, nothing kept."""

from math import ceil
from typing import Any

from allauth.core.ratelimit import consume, respond_429
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import Clinic
from clinic.forms.days import today
from clinic.forms.page import data_of
from clinic.selfcheck.asked import Asked, answered, rough
from clinic.selfcheck.carried import Carried, Ended, carried_in
from clinic.selfcheck.told import told
from concordant.facts.kinds import NotAllowed
from concordant.safety import Action
from concordant.selfcheck import Question, Stop, next_step, question
from concordant.selfcheck.step import MOST_SECONDS


# Nobody is signed in by it and nothing is written by it, so there is nothing to forge; and without a form token the
# browser is given no cookie.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def self_check(request: HttpRequest) -> HttpResponse:
    """The start, and every step after it."""
    if request.method != "POST":
        return render(request, "selfcheck/start.html", {"minutes": ceil(int(MOST_SECONDS) / 60)})
    if not consume(request, action="self_check"):
        return respond_429(request)
    data = data_of(request)
    if "so_far" not in data:
        return _show(request, Carried())
    try:
        carried = carried_in(data["so_far"][0])
    except Ended:
        return render(request, "selfcheck/start.html", {"minutes": ceil(int(MOST_SECONDS) / 60), "ended": True})
    if data.get("back"):
        return _show(request, carried.back())
    if data.get("change"):
        return _show(request, carried.asking(data["change"][0]))
    asked = _asked(carried)
    if asked is None:
        return _show(request, carried)
    try:
        value = answered(asked, data, today())
    except NotAllowed as problem:
        return _show(request, carried, str(problem))
    return _show(request, carried.with_answer(asked.name, value, rough(asked, data)))


def _asked(carried: Carried) -> Question | None:
    if carried.again:
        return question(carried.again)
    step = next_step(carried.answers, today())
    return step if isinstance(step, Question) else None


def _show(request: HttpRequest, carried: Carried, problem: str = "") -> HttpResponse:
    context: dict[str, Any] = {"so_far": carried.signed(), "answers": told(carried.answers, carried.rough)}
    if carried.again:
        return _question(request, carried, question(carried.again), problem, context)
    step = next_step(carried.answers, today())
    if isinstance(step, Question):
        return _question(request, carried, step, problem, context)
    context["clinics"] = Clinic.objects.exclude(phone="").order_by("name")
    if isinstance(step, Stop):
        context |= {
            "stop": step,
            "emergency": step.action is Action.EMERGENCY,
            "because": told(
                {name: carried.answers[name] for name in step.because if name in carried.answers}, carried.rough
            ),
        }
        return render(request, "selfcheck/stop.html", context)
    context |= {"summary": step, "not_known": told({name: carried.answers[name] for name in step.not_known})}
    return render(request, "selfcheck/summary.html", context)


def _question(
    request: HttpRequest, carried: Carried, asked: Question, problem: str, context: dict[str, Any]
) -> HttpResponse:
    others = [name for name in carried.answers if name != asked.name]
    spent = sum(question(name).seconds for name in others)
    context |= {
        "asked": Asked(asked, problem),
        "number": list(carried.answers).index(asked.name) + 1 if asked.name in carried.answers else len(others) + 1,
        "minutes": max(1, ceil((int(MOST_SECONDS) - spent) / 60)),
        "seconds": int(MOST_SECONDS),
        "spent": min(int(spent), int(MOST_SECONDS)),
        "is_first": not carried.answers,
    }
    return render(request, "selfcheck/question.html", context)
