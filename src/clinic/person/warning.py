"""The few words on safety that stand first on every page of a chart."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise

from clinic.accounts.roles import Permission
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.person.look import look_at
from clinic.person.moment import Moment, moment_of
from clinic.person.words_of_safety import ACTIONS
from concordant.record.problems import CaseFileError
from concordant.safety import Action, Safety

_NOW = (Action.EMERGENCY, Action.SAME_DAY)


@dataclass(frozen=True)
class OpenWarning:
    """One open flag that asks for a physician."""

    action: str
    action_name: str | Promise
    name: str
    by: date | None
    is_late: bool


@dataclass(frozen=True)
class Warning:
    """What somebody who opens any page of the chart has to see. Empty where there is nothing to warn of."""

    verdict: str = "allowed"
    open: tuple[OpenWarning, ...] = ()
    not_screened: int = 0
    is_unreadable: bool = False
    see_a_doctor: bool = False
    """For the person themselves, in their own words."""

    def __bool__(self) -> bool:
        return bool(self.open or self.not_screened or self.is_unreadable or self.see_a_doctor)


def warning_of(by: Actor, chart: Chart, moment: Moment | None = None) -> Warning:
    """As known on the day of the view; today, if none is named."""
    moment = moment or moment_of("", timezone.get_current_timezone())
    try:
        safety = look_at(chart, moment).assessment.safety
    except CaseFileError:
        return Warning("stop", is_unreadable=by.may(Permission.OPEN_CHART))
    if not by.may(Permission.OPEN_CHART):
        return Warning("stop", see_a_doctor=safety.action in _NOW)
    return warning_from(safety, moment.day)


def warning_from(safety: Safety, day: date) -> Warning:
    """From a safety that is worked out already."""
    return Warning(
        verdict=safety.manual_therapy,
        open=tuple(
            OpenWarning(
                one.action.value, ACTIONS[one.action], one.flag.name, one.by, one.by is not None and one.by < day
            )
            for one in safety.open
            if one.action is not None and one.action is not Action.CAUTION
        ),
        not_screened=len(safety.not_screened),
    )
