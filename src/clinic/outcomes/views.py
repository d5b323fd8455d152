"""Entering what a questionnaire came to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.layout import Section, by_module, facts_to_ask
from clinic.forms.page import FactPage
from clinic.outcomes.form import OutcomesForm, told
from concordant.facts import DICTIONARY, Dictionary, Room, Scope
from concordant.measures.questionnaires import flags


def scores(dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """Every questionnaire and rating that is entered as it came out, and what is asked of the whole course of care."""
    return by_module(facts_to_ask(Scope.VISIT, Scope.EPISODE, rooms=[Room.OUTCOMES], dictionary=dictionary))


class OutcomesPage(FactPage):
    """Tells after signing what the answers came to, and what a score asks for."""

    def _sign(self, request: HttpRequest, by: Actor, person_id: int, form: FactForm) -> HttpResponse | None:
        answer = super()._sign(request, by, person_id, form)
        if answer is not None and isinstance(form, OutcomesForm):
            for _name, found in form.scores():
                if found.items:
                    messages.info(request, told(found))
                for flag in flags(found):
                    messages.warning(request, flag.told)
        return answer


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_DIARY)
def enter(request: HttpRequest, person_id: int) -> HttpResponse:
    """One or more scores of one day."""

    def form(data: Data, headaches: Headaches) -> FactForm:
        return OutcomesForm(scores(), data, headaches, help_from="meaning")

    return OutcomesPage("questionnaire", "outcomes/enter.html", _("Questionnaires and ratings"), form).answer(
        request, person_id
    )
