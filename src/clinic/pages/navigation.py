"""The ways around, as far as one's role leads."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import User
from clinic.accounts.roles import Permission


@dataclass(frozen=True)
class Way:
    """One entry of the navigation."""

    label: str | Promise
    url_name: str
    needs: Permission
    unless: Permission | None = None
    """Who has this permission too finds it on "My day": each way here is one more Tab on every page."""

    @property
    def url(self) -> str:
        return reverse(self.url_name)


WAYS = (
    Way(_("My day"), "pages:home", Permission.OPEN_CHART),
    Way(_("Today’s work"), "work_today", Permission.RECORD_EXAMINATION, unless=Permission.SIGN_PLAN),
    Way(_("My chart"), "my_chart", Permission.OPEN_OWN_CHART),
    Way(_("People"), "chart:people", Permission.SEE_PEOPLE),
    Way(_("My diary"), "my_diary", Permission.OPEN_OWN_CHART),
    Way(_("My exercises"), "my_home", Permission.OPEN_OWN_CHART),
    Way(_("Evidence"), "evidence:index", Permission.READ_EVIDENCE),
    Way(_("Bring in a case file"), "exchange:import", Permission.IMPORT_CASE_FILE),
    Way(_("Audit log"), "audit:log", Permission.READ_AUDIT_LOG),
    Way(_("Who has seen my chart"), "audit:mine", Permission.OPEN_OWN_CHART),
    Way(_("When to get help"), "help_at_once", Permission.OPEN_OWN_CHART),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: the ways this reader may go, and which one they are on."""
    user = getattr(request, "user", None)
    here = request.resolver_match.view_name if request.resolver_match else ""
    ways = [way for way in WAYS if isinstance(user, User) and _leads_there(way, user)]
    # The pages of staff are in English alone.
    reads_translated = not isinstance(user, User) or user.may(Permission.OPEN_OWN_CHART)
    return {"ways": ways, "here": here, "reads_translated": reads_translated}


def _leads_there(way: Way, user: User) -> bool:
    return user.may(way.needs) and not (way.unless is not None and user.may(way.unless))
