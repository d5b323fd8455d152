"""The safety screen, and saying that a flag was followed up."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.known import standing
from clinic.forms.page import FactPage
from clinic.person.look import look_at
from clinic.person.moment import moment_of
from clinic.person.told import questions
from clinic.query import text_of
from clinic.safety.cleared import ClearedForm
from clinic.safety.layout import screen as sections_of_screen
from clinic.safety.state import arrange

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@needs(Permission.RECORD_EXAMINATION)
def screen(request: HttpRequest, person_id: int) -> HttpResponse:
    """Emergency signs first, then what is not known yet; at a later visit only what can have changed."""
    everything = text_of(request, "ask", 20) == "everything"

    def form(data: Data, headaches: Headaches) -> FactForm:
        return FactForm(sections_of_screen(has_headaches=bool(headaches)), data, headaches)

    def state(form: FactForm, chart: Chart) -> dict[str, Any]:
        found = arrange(form, chart, Actor.of(request), everything=everything)
        look = look_at(chart, moment_of("", timezone.get_current_timezone()))
        return {"state": found, "elsewhere": questions(found.elsewhere, look)}

    page = FactPage("safety", "safety/screen.html", _("Safety screen"), form, arrange=state)
    return page.answer(request, person_id)


@require_http_methods(_METHODS)
@needs(Permission.RECORD_EXAMINATION)
def cleared(request: HttpRequest, person_id: int) -> HttpResponse:
    """A flag was followed up: which, when, by whom, and how."""
    return FactPage(
        "safety", "safety/cleared.html", _("Flag followed up"), ClearedForm, prepare=_tell_those_before
    ).answer(request, person_id)


def _tell_those_before(form: ClearedForm, by: Actor, person_id: int) -> None:
    for earlier in standing(by, person_id, Q(content__facts__has_key="red_flag_cleared")):
        said = earlier["facts"]["red_flag_cleared"]
        for one in said if isinstance(said, list) else [{"value": said}]:
            form.before |= one["value"]
