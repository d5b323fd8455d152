"""The ways within one chart, as far as one's role leads."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.person.moment import Moment
from clinic.person.warning import warning_of

WAYS: tuple[tuple[str | Promise, str, Permission], ...] = (
    (_("Safety"), "safety:screen", Permission.RECORD_EXAMINATION),
    (_("History"), "history:person", Permission.RECORD_HISTORY),
    (_("Examine"), "examine:visit", Permission.RECORD_EXAMINATION),
    (_("Note"), "notes:write", Permission.RECORD_EXAMINATION),
    (_("Diary"), "diary:day", Permission.RECORD_DIARY),
    (_("Questionnaires"), "outcomes:enter", Permission.RECORD_DIARY),
    (_("Progress"), "progress:page", Permission.OPEN_CHART),
    (_("Plan"), "plan:page", Permission.OPEN_CHART),
    (_("Home programme"), "home:programme", Permission.RECORD_DIARY),
    (_("Letters"), "letters:list", Permission.OPEN_CHART),
    (_("Pages to read"), "learning:of_person", Permission.RECORD_DIARY),
    (_("Entries"), "entries:list", Permission.CORRECT_OWN_ENTRIES),
    (_("Copy"), "exchange:export", Permission.EXPORT_CASE_FILE),
)


def frame_of(by: Actor, chart: Chart, moment: Moment | None = None) -> dict[str, Any]:
    """What every page of a chart shows at its top: whose it is, what warns, and the same ways everywhere.

    Not on a person's own pages: they know whose these are, and their ways stand at the top of every page.
    """
    person = chart.person
    is_mine = not by.may(Permission.OPEN_CHART)
    ways = [
        {"label": label, "url_name": name, "url": reverse(name, args=[person.pk])}
        for label, name, needs in WAYS
        if by.may(needs) and not is_mine
    ]
    return {"person": person, "is_mine": is_mine, "person_ways": ways, "warning": warning_of(by, chart, moment)}
