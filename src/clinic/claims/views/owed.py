"""What is owed and for how long, what will lapse this week, and for whom more visits have to be asked."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.chart.models import Person
from clinic.claims.ageing import ageing, bucket_names
from clinic.claims.changes import no_longer_right
from clinic.claims.lapsing import EndingOf, endings
from clinic.claims.late import late_bills
from clinic.claims.money import ZERO
from clinic.claims.problems import told
from clinic.claims.unproposed import unproposed
from clinic.forms.days import today


@require_safe
@needs(Permission.KEEP_CLAIMS)
def due(request: HttpRequest) -> HttpResponse:
    """A part of the day list, which does not wait for it: how many requests for more visits are due."""
    by, day = Actor.of(request), today()
    _ends, found = _endings(by, day)
    return render(request, "claims/_due.html", {"number": len(found)})


def _endings(by: Actor, day: date, *, beside: Iterable[Person] = ()) -> tuple[list[EndingOf], list[EndingOf]]:
    """Whose charts were drawn upon stands in the log, though none was opened. ``beside``: for something else."""
    ends, found, people = endings(by, day)
    charts = ", ".join(dict.fromkeys(one.chart_number for one in (*people, *beside)))
    record(by=by, action=Action.LIST, subject=Subject("what is owed"), reason=charts)
    return ends, found


@require_safe
@needs(Permission.KEEP_CLAIMS)
def owed(request: HttpRequest) -> HttpResponse:
    by, day = Actor.of(request), today()
    months, people = unproposed(by, day)
    wrong = no_longer_right(by.clinic_id)
    ends, requests = _endings(by, day, beside=[*people, *(one.person for one in wrong)])
    aged = ageing(by.clinic_id, day)
    columns = list(zip(*(one.amounts for one in aged), strict=True)) if aged else []
    context = {
        "day": day,
        "buckets": bucket_names(),
        "aged": aged,
        "sums": [sum(one, ZERO) for one in columns],
        "owed": sum((one.owed for one in aged), ZERO),
        "to_give_back": sum((one.to_give_back for one in aged), ZERO),
        "wrong": [(one, told(one.problems)) for one in wrong],
        "late": late_bills(by, day),
        "months": [one for one in months if not one.is_before],
        "before": [one for one in months if one.is_before],
        "ends": ends,
        "due": requests,
        "may_sign": by.may(Permission.SIGN_LETTER),
    }
    return render(request, "claims/owed.html", context)
