"""Why a visit has no hour, and what would help, in plain words (booking 6)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

WEEKDAYS = (
    gettext_lazy("Mondays"),
    gettext_lazy("Tuesdays"),
    gettext_lazy("Wednesdays"),
    gettext_lazy("Thursdays"),
    gettext_lazy("Fridays"),
    gettext_lazy("Saturdays"),
    gettext_lazy("Sundays"),
)
_WHY: Mapping[str, str | Promise] = MappingProxyType(
    {
        "no_qualified_clinician": gettext_lazy("Nobody here gives this visit: the discipline or a skill is missing."),
        "person_never_free": gettext_lazy("The person cannot come at any hour of these days."),
        "clinician_never_works": gettext_lazy("Nobody who gives it works long enough on these days."),
        "no_common_time": gettext_lazy("The person and the clinicians have no hour in common."),
        "cover_ended": gettext_lazy("The payer no longer covers these days. Ask for a treatment plan."),
        "cover_used_up": gettext_lazy("The visits that the payer covers are used up."),
        "first_visit_unplaced": gettext_lazy("The first visit has no hour yet, and nothing comes before it."),
        "pair_required": gettext_lazy("No massage fits before physiotherapy on the same day."),
        "window_over": gettext_lazy("The days of this visit are over."),
        "full": gettext_lazy("The hours that would fit are taken."),
    }
)
Names = Mapping[str, str]
"""The id of a clinician or person in a problem -> how they are called."""


def in_words(code: str, data: Mapping[str, Any]) -> str:
    """A code that nobody knows is shown as it is: something is wrong, and hiding it would not mend it."""
    said = str(_WHY.get(code, code))
    if code == "cover_ended" and data.get("last"):
        said += " " + _("The last day is %s.") % date_format(date.fromisoformat(str(data["last"])), "j M Y")
    if code == "cover_used_up" and data.get("count"):
        said += " " + _("There are %s.") % data["count"]
    return said


def helps_in_words(helps: Iterable[Mapping[str, Any]], names: Names) -> list[str]:
    """The cheapest first, each once."""
    return list(dict.fromkeys(said for one in helps if (said := _help(one, names))))


def _help(one: Mapping[str, Any], names: Names) -> str:
    """Empty for what this page has no words for: the reason stands beside it in any case."""
    say = _HELPS.get(str(one.get("relax", "")))
    place = one.get("place")
    if say is None or not isinstance(place, Mapping):
        return ""
    day = date.fromisoformat(str(place["date"]))
    when = _("%(day)s at %(hour)s") % {"day": date_format(day, "D j M"), "hour": place["start"]}
    return _("%(when)s, if %(what)s") % {"when": when, "what": say(one, names)}


def _name(key: object, names: Names) -> str:
    return names.get(str(key), str(key))


def _move(one: Mapping[str, Any], names: Names) -> str:
    there = one["to"]
    day = date_format(date.fromisoformat(str(there["date"])), "D j M")
    told = {"who": _name(one["person"], names), "day": day, "hour": there["start"]}
    return _("%(who)s comes on %(day)s at %(hour)s instead") % told


def _window(one: Mapping[str, Any], names: Names) -> str:
    if one["side"] == "before":
        return ngettext("it may be %s day early", "it may be %s days early", one["days"]) % one["days"]
    return ngettext("it may be %s day late", "it may be %s days late", one["days"]) % one["days"]


def _availability(one: Mapping[str, Any], names: Names) -> str:
    weekday, first, last = one["add"]
    return _("they can come on %(day)s from %(first)s to %(last)s") % {
        "day": WEEKDAYS[weekday], "first": first, "last": last}  # fmt: skip


def _overtime(one: Mapping[str, Any], names: Names) -> str:
    first, last = one["add"]
    return _("%(who)s also works from %(first)s to %(last)s") % {
        "who": _name(one["clinician"], names), "first": first, "last": last}  # fmt: skip


def _cover(one: Mapping[str, Any], names: Names) -> str:
    told = {name: date_format(date.fromisoformat(str(one[name])), "j M Y") for name in ("first", "last")}
    if one.get("ask") == "treatment_plan":
        return _("a treatment plan pays from %(first)s to %(last)s") % told
    return _("one more visit is paid from %(first)s to %(last)s") % told


_HELPS: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = MappingProxyType(
    {
        "pair": lambda one, names: _("massage may stand without physiotherapy"),
        "move": _move,
        "window": _window,
        "room": lambda one, names: _("one more room is found"),
        "clinician": lambda one, names: _("they see %s, too") % _name(one["add"], names),
        "availability": _availability,
        "overtime": _overtime,
        "daily_limit": lambda one, names: (
            _("%(who)s treats %(minutes)s minutes more on that day")
            % {"who": _name(one["clinician"], names), "minutes": one["minutes"]}
        ),
        "cover": _cover,
    }
)
