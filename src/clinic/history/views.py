"""Pages on which the history is taken."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.audit.actor import Actor
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.known import standing
from clinic.forms.page import FactPage, key_of
from clinic.history import layout
from clinic.history.adding import AddHeadache, AddInjury, next_letter
from clinic.history.episode import EpisodeForm
from concordant.record.case import Case

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Everything about the person that belongs to no single headache."""
    return FactPage(
        kind="history",
        template="history/person.html",
        title=_("History"),
        form=lambda data, headaches: FactForm(layout.of_person(), data, headaches),
        more=lambda case: {"case": case},
    ).answer(request, person_id)


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def episode(request: HttpRequest, person_id: int) -> HttpResponse:
    """When care started, the goal, and who pays."""
    return FactPage(
        kind="history",
        template="history/facts.html",
        title=_("Course of care"),
        form=EpisodeForm,
        prepare=_tell_payer,
    ).answer(request, person_id)


def _tell_payer(form: EpisodeForm, by: Actor, person_id: int) -> None:
    for earlier in standing(by, person_id, Q(content__has_key="episode")):
        form.payer = earlier["episode"].get("payer", form.payer)


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def injuries(request: HttpRequest, person_id: int) -> HttpResponse:
    """The injuries so far, one more, or "there was none"."""
    return FactPage(
        kind="history",
        template="history/injuries.html",
        title=_("Injuries"),
        form=AddInjury,
        more=lambda case: {"injuries": case.injuries, "no_injury": case.no_injury},
    ).answer(request, person_id)


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def injury(request: HttpRequest, person_id: int, injury: str) -> HttpResponse:
    """What is known of one injury."""

    def form(data: Data, headaches: Headaches) -> FactForm:
        return FactForm(layout.of_injury(injury), data, headaches)

    def there(case: Case) -> dict[str, Any]:
        if all(one.id != injury for one in case.injuries):
            raise Http404("no such injury here")
        return {}

    return FactPage("history", "history/facts.html", _("Injury: %s") % injury, form, more=there).answer(
        request, person_id
    )


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def headaches(request: HttpRequest, person_id: int) -> HttpResponse:
    """The headaches so far, and one more."""
    return FactPage(
        kind="history",
        template="history/headaches.html",
        title=_("Headaches"),
        form=AddHeadache,
        prepare=_tell_letter,
        more=lambda case: {"headaches": case.headaches, "next": next_letter([one.id for one in case.headaches])},
    ).answer(request, person_id)


def _tell_letter(form: AddHeadache, by: Actor, person_id: int) -> None:
    if key := key_of(form):
        for earlier in standing(by, person_id, Q(idempotency_key=key, content__has_key="headaches")):
            form.earlier = earlier["headaches"][0]["id"]


@require_http_methods(_METHODS)
@needs(Permission.RECORD_HISTORY)
def headache(request: HttpRequest, person_id: int, headache: str) -> HttpResponse:
    """One headache by sections."""

    def form(data: Data, headaches: Headaches) -> FactForm:
        if data and headache not in headaches:
            raise Http404("no such headache here")
        return FactForm(layout.of_headache(headache), data, headaches)

    def there(case: Case) -> dict[str, Any]:
        named = next((one for one in case.headaches if one.id == headache), None)
        if named is None:
            raise Http404("no such headache here")
        return {"headache": named}

    return FactPage("history", "history/facts.html", _("Headache: %s") % headache, form, more=there).answer(
        request, person_id
    )
