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
    """Who has this permission too finds it on another page: each way here is one more Tab on every page."""
    says: str | Promise = ""
    """What it is for, on the first page of a patient."""
    is_more: bool = False
    """Folded under "More": what a patient needs now and then."""

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_OWN = Permission.OPEN_OWN_CHART

WAYS = (
    Way(_("My day"), "pages:home", Permission.OPEN_CHART),
    Way(_("Today’s work"), "work_today", Permission.RECORD_EXAMINATION, unless=Permission.SIGN_PLAN),
    Way(_("Day list"), "desk:day", Permission.KEEP_CALENDAR, unless=Permission.OPEN_CHART),
    Way(_("Calendar"), "calendar:day", Permission.KEEP_CALENDAR),
    Way(_("Waiting list"), "calendar:waiting", Permission.KEEP_CALENDAR, unless=Permission.OPEN_CHART),
    Way(_("People"), "chart:people", Permission.SEE_PEOPLE),
    *(
        Way(label, url_name, _OWN, says=says)
        for label, url_name, says in (
            (_("Today"), "today:today", _("Write down your day. It takes 20 seconds and works without a network.")),
            (_("My progress"), "my_chart", _("Your headache days, your goal, and what has changed.")),
            (_("My plan"), "mine:plan", _("What we do, why, how often, and what would change it.")),
            (_("My exercises"), "my_home", _("What to do at home, with pictures and a clock.")),
            (_("When to get help"), "help_at_once", _("Signs that need help at once.")),
        )
    ),
    *(
        Way(label, url_name, _OWN, says=says, is_more=True)
        for label, url_name, says in (
            (_("Before my first visit"), "intake:overview", _("Tell your story at home, so that the visit can begin.")),
            (_("My visits"), "mine:visits", _("What was done, what was measured, and what comes next.")),
            (_("My letters"), "mine:letters", _("Letters about you, to read and take along.")),
            (_("My bills"), "mine:bills", _("What you pay, what others pay for you, and your receipts.")),
            (_("Pages for me"), "mine:pages", _("Short pages about headache, medicine, sleep and more.")),
            (_("What is known"), "evidence:index", _("What studies found about the treatments, and how sure it is.")),
            (_("My whole diary"), "my_diary", _("Older days, and questions that are asked less often.")),
            (_("My data"), "mine:data", _("Take everything along, see who looked, or close your account.")),
        )
    ),
    Way(_("Bills"), "claims:month", Permission.KEEP_CLAIMS),
    Way(_("Evidence"), "evidence:index", Permission.READ_EVIDENCE, unless=_OWN),
    Way(_("Bring in a case file"), "exchange:import", Permission.IMPORT_CASE_FILE),
    Way(_("Audit log"), "audit:log", Permission.READ_AUDIT_LOG),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: the ways this reader may go, and which one they are on."""
    user = getattr(request, "user", None)
    here = request.resolver_match.view_name if request.resolver_match else ""
    open_to_them = [way for way in WAYS if isinstance(user, User) and _leads_there(way, user)]
    more = [way for way in open_to_them if way.is_more]
    is_patient = isinstance(user, User) and user.may(_OWN)
    here = _PART_OF.get(here, here) if is_patient else here
    return {
        "ways": [way for way in open_to_them if not way.is_more],
        "more_ways": more,
        "here": here,
        "is_in_more": any(way.url_name == here for way in more),
        # The pages of staff are in English alone.
        "reads_translated": not isinstance(user, User) or is_patient,
    }


_PART_OF = {
    "chart:person": "my_chart",
    "home:programme": "my_home",
    "home:timer": "my_home",
    "home:sheet": "my_home",
    "home:later": "mine:plan",
    "learning:of_person": "mine:pages",
    "learning:page": "mine:pages",
    "learning:every": "mine:pages",
    "diary:day": "my_diary",
    "audit:mine": "mine:data",
    "entries:list": "mine:data",
    "entries:correct": "mine:data",
    "exchange:export": "mine:data",
    "closing:close": "mine:data",
    "mine:bill": "mine:bills",
    "my_calendar": "mine:visits",
    "intake:step": "intake:overview",
    "intake:send": "intake:overview",
}
"""Ways to one's own lead on to an address that names the person; pages below one belong to it."""


def _leads_there(way: Way, user: User) -> bool:
    return user.may(way.needs) and not (way.unless is not None and user.may(way.unless))
