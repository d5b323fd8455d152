"""Pages to read: all of them, one of them, and those for one person."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import open_chart
from clinic.forms.ways import frame_of
from clinic.learning.addresses import BY_SLUG, Addressed
from clinic.learning.topics import topics_of
from clinic.person.band import band_of
from clinic.person.dated import as_of_a_day, frame_of_day
from clinic.person.look import look_at
from clinic.person.moment import Moment
from concordant.teaching.pages.help_at_once import help_at_once as help_page


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All pages, for anybody who is signed in."""
    return render(request, "learning/every.html", {"pages": BY_SLUG.values()})


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page."""
    found = BY_SLUG.get(slug)
    if found is None:
        raise Http404("no such page")
    if found.page is help_page:
        return redirect("help_at_once")
    return _page(request, found)


@login_not_required
@require_safe
def help_at_once(request: HttpRequest) -> HttpResponse:
    """When to get help at once. Whoever needs this has no time to sign in."""
    return _page(request, Addressed(help_page))


@require_safe
@needs(Permission.RECORD_DIARY)
@as_of_a_day
def of_person(request: HttpRequest, person_id: int, moment: Moment) -> HttpResponse:
    """What is offered to one person and why; for those who treat also by which rule, and what was taught."""
    by = Actor.of(request)
    look = look_at(open_chart(by=by, person_id=person_id), moment)
    whole = by.may(Permission.OPEN_CHART)
    context = {
        **frame_of(by, look.chart, look.moment),
        **frame_of_day(look.moment),
        "band": band_of(look),
        "topics": topics_of(look),
    }
    return render(request, f"learning/{'of_person' if whole else 'own'}.html", context)


def _page(request: HttpRequest, at: Addressed) -> HttpResponse:
    return render(request, "learning/page.html", {"page": at.page, "is_help": at.page is help_page})
