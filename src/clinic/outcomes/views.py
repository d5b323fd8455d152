"""Entering what a questionnaire came to."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.layout import Section, by_module, facts_to_ask
from clinic.forms.page import FactPage
from concordant.facts import DICTIONARY, Dictionary, Room, Scope


def scores(dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """Every questionnaire and rating that is entered as it came out, and what is asked of the whole course of care."""
    return by_module(facts_to_ask(Scope.VISIT, Scope.EPISODE, rooms=[Room.OUTCOMES], dictionary=dictionary))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_DIARY)
def enter(request: HttpRequest, person_id: int) -> HttpResponse:
    """One or more scores of one day."""

    def form(data: Data, headaches: Headaches) -> FactForm:
        return FactForm(scores(), data, headaches, help_from="meaning")

    return FactPage("questionnaire", "outcomes/enter.html", _("Questionnaires and ratings"), form).answer(
        request, person_id
    )
