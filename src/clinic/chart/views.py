"""The people of the clinic."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import find_people, register_person
from clinic.chart.forms import RegisterForm
from clinic.chart.models import Person
from clinic.query import number_of, text_of

PAGE_SIZE = 25
_LAST_PAGE = 100_000  # beyond any clinic; an offset has to fit into the database's numbers


@require_safe
@needs(Permission.SEE_PEOPLE)
def people(request: HttpRequest) -> HttpResponse:
    """Find someone by name or chart number."""
    by = Actor.of(request)
    search = text_of(request, "q", 100)
    page = min(number_of(request, "page") or 1, _LAST_PAGE)
    # The window counts all that were found in the statement that fetches 25 of them.
    found = (
        find_people(by=by, search=search)
        .annotate(found=Window(Count("*")))
        .only("chart_number", "given_name", "family_name", "preferred_name")
    )
    rows = list(found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    total = rows[0].found if rows else 0
    if not rows and page > 1:
        return redirect(f"{request.path}?{urlencode({'q': search})}" if search else request.path)
    return render(
        request,
        "chart/people.html",
        {
            "people": rows,
            "search": search,
            "rest_of_query": "&" + urlencode({"q": search}) if search else "",
            "total": total,
            "page": page,
            "pages": -(-total // PAGE_SIZE),
            "may_open": by.may(Permission.OPEN_CHART),
            "may_register": by.may(Permission.REGISTER_PERSON),
            "may_bill": by.may(Permission.KEEP_CLAIMS),
            "may_keep_calendar": by.may(Permission.KEEP_CALENDAR),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.REGISTER_PERSON)
def register(request: HttpRequest) -> HttpResponse:
    """Open an empty chart for someone new."""
    by = Actor.of(request)
    form = RegisterForm(request.POST or None, people=Person.objects.visible_to(request.user))
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "someone_else"}
        person = register_person(by=by, **data)
        messages.success(
            request,
            _("%(name)s is registered with chart %(number)s.") % {"name": person.name, "number": person.chart_number},
        )
        return redirect("chart:people")
    return render(request, "chart/register.html", {"form": form})
