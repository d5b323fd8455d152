"""A person's own pages."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import View, needs
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.pages.coming import booked_to_come
from clinic.calendar.reminding.stopping import gets_mails, want_mails
from clinic.chart.actions.reach import subject_of
from clinic.claims.receipt import receipt_of
from clinic.mine.bills import my_bills, own_bills
from clinic.mine.letters import letters_of, open_own_letter
from clinic.mine.plan import my_plan
from clinic.mine.visits import my_visits
from clinic.mine.whose import own_look, own_person
from concordant.criteria import RuleConflict
from concordant.record.problems import CaseFileError


def _own(view: View) -> View:
    """For patients; a chart that cannot be read is said to be so, and nothing is told from it."""

    @require_safe
    @needs(Permission.OPEN_OWN_CHART)
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: int) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except (CaseFileError, RuleConflict):
            return render(request, "mine/unreadable.html", status=500)

    return guarded


@_own
def plan(request: HttpRequest) -> HttpResponse:
    look = own_look(request)
    return render(request, "mine/plan.html", {"mine": my_plan(look), "person": look.chart.person})


@_own
def visits(request: HttpRequest) -> HttpResponse:
    look = own_look(request)
    person = look.chart.person
    context = {
        "mine": my_visits(look),
        "person": person,
        "booked": booked_to_come(person),
        "gets_mails": gets_mails(person),
    }
    return render(request, "mine/visits.html", context)


@require_POST
@needs(Permission.OPEN_OWN_CHART)
def mails(request: HttpRequest) -> HttpResponse:
    """Whether a mail comes before each visit."""
    wants = {"yes": True, "no": False}.get(request.POST.get("wants", ""))
    if wants is None:
        raise BadRequest("yes or no")
    want_mails(Actor.of(request), own_person(request), wants=wants)
    told = _("You get an e-mail before each visit.") if wants else _("You get no e-mails before your visits.")
    messages.success(request, told)
    return redirect("mine:visits")


@_own
def letters(request: HttpRequest) -> HttpResponse:
    person = own_person(request)
    return render(request, "mine/letters.html", {"letters": tuple(letters_of(person)), "person": person})


@_own
def letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The very bytes that were signed; others are not given out as a letter."""
    found = open_own_letter(by=Actor.of(request), person=own_person(request), letter_id=letter_id)
    if not found.holds:
        return render(request, "mine/broken_letter.html", status=500)
    answer = HttpResponse(bytes(found.document), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="letter-{found.as_of.isoformat()}-{found.pk}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@_own
def bills(request: HttpRequest) -> HttpResponse:
    person = own_person(request)
    record(by=Actor.of(request), action=Action.VIEW, subject=subject_of(person, "bill"))
    return render(request, "mine/bills.html", {"mine": my_bills(person), "person": person})


@_own
def bill(request: HttpRequest, number: int) -> HttpResponse:
    """To be printed."""
    person = own_person(request)
    found = next((one for one in own_bills(person) if one.number == number), None)
    if found is None:
        raise Http404("no such bill here")
    record(by=Actor.of(request), action=Action.VIEW, subject=subject_of(person, "invoice", found.pk))
    return render(request, "mine/bill.html", {"receipt": receipt_of(found)})


@_own
def pages(request: HttpRequest) -> HttpResponse:
    return redirect("learning:of_person", own_person(request).pk)


@_own
def data(request: HttpRequest) -> HttpResponse:
    return render(request, "mine/data.html", {"person": own_person(request)})
