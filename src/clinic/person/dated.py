"""Views that look at a chart as it was known on a day."""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from clinic.audit.access import View
from clinic.person.moment import Moment, NotADay, moment_of
from clinic.query import text_of
from concordant.criteria import RuleConflict
from concordant.record.problems import CaseFileError


def as_of_a_day(view: View) -> View:
    """Give the view its moment from `?as_of=`; a day or a chart that cannot be read gets an answer that says so."""

    @wraps(view)
    def dated(request: HttpRequest, person_id: int, **kwargs: str) -> HttpResponse:
        text = text_of(request, "as_of", 40)
        try:
            # The middleware has set the clinic's own zone.
            moment = moment_of(text, timezone.get_current_timezone())
        except NotADay:
            return render(request, "person/not_a_day.html", {"said": text}, status=400)
        try:
            return view(request, person_id, moment, **kwargs)
        except CaseFileError as error:
            context = {"problems": error.problems, "person_id": person_id}
            return render(request, "person/unreadable.html", context, status=500)
        except RuleConflict as conflict:
            context = {"conflict": conflict, "person_id": person_id}
            return render(request, "person/rules_disagree.html", context, status=500)

    return dated


def frame_of_day(moment: Moment) -> dict[str, object]:
    """What the pages show of when, and what keeps the day in their links."""
    return {"moment": moment, "query": query_of(moment)}


def query_of(moment: Moment) -> str:
    return "" if moment.is_today else f"?as_of={moment.day.isoformat()}"
