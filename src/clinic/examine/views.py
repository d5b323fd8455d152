"""One visit: what was tested, and what the examiner makes of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry
from clinic.examine.form import ExamineForm
from clinic.examine.layout import session
from clinic.examine.today import background
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.page import FactPage


class VisitPage(FactPage):
    """Tells after signing what each value says."""

    def _sign(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm) -> HttpResponse | None:
        answer = super()._sign(request, by, person_id, form)
        if answer is not None and isinstance(form, ExamineForm):
            for words in form.deficits():
                messages.info(request, words)
        return answer


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_EXAMINATION)
def visit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Everything that can be tested, in the order of the session; what stays blank was not tested."""
    is_retest = "retest" in request.GET

    def form(data: Data, headaches: Headaches) -> ExamineForm:
        found = ExamineForm(session(headaches), data, headaches, blank=_("not tested"), help_from="")
        found.is_retest = is_retest
        # The name that one signs in with is of one person; the displayed name may be of two.
        found.rater = request.user.get_username()
        return found

    def arrange(form: ExamineForm, chart: Chart) -> dict[str, Any]:
        form.background = background(form, chart, Actor.of(request))
        return {"is_retest": is_retest}

    return VisitPage(
        "examination", "examine/visit.html", _("Examination"), form, prepare=_tell, proposes=True, arrange=arrange
    ).answer(request, person_id)


def _tell(form: ExamineForm, by: Actor, person_id: int) -> None:
    """What locks a test is looked up again when it is signed. One statement; opening the chart is no part of it."""
    entries = Entry.objects.filter(person=person_id, person__in=people_in_reach(by))
    found = tuple(entries.select_related("person__clinic").order_by("id"))
    person = found[0].person if found else people_in_reach(by).select_related("clinic").filter(pk=person_id).first()
    if person is not None:
        form.background = background(form, Chart(person, found), by)
