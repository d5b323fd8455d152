"""The day as the front desk works through it: one line a visit (operations 4.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Clinic
from clinic.calendar.clocks import start_of
from clinic.calendar.models import Appointment, PrescribedVisit, Status
from clinic.calendar.pages.paying import Budget, Paying, paying_for
from clinic.calendar.pages.ways_on import WaysOn, ways_on
from clinic.calendar.pairs import Pair, pairs_among
from clinic.claims.expected import Expected

FEW_DAYS = timedelta(days=14)
"""A duty of a claim is told from so many days before it on (operations 1.7: 14 days before the window ends)."""


@dataclass(frozen=True)
class Line:
    visit: Appointment
    paying: Paying
    ways_on: WaysOn
    pair: Pair | None
    alerts: tuple[str | Promise, ...]

    @property
    def budget(self) -> Budget | None:
        return self.paying.budget(self.visit.discipline)

    @property
    def light(self) -> str:
        return "" if self.paying.unreadable else self.paying.light(self.visit.discipline)

    @property
    def share(self) -> Expected | None:
        minutes = (self.visit.ends_at - self.visit.starts_at) // timedelta(minutes=1)
        return self.paying.share(self.visit.discipline, minutes)


@dataclass(frozen=True)
class DayList:
    lines: tuple[Line, ...]
    ended: tuple[Appointment, ...]
    charts: str
    """Whose charts were drawn upon, for the log."""
    day: date
    here: int
    """People who are in the clinic now."""
    done: int

    @property
    def before(self) -> date:
        return self.day - timedelta(days=1)

    @property
    def after(self) -> date:
        return self.day + timedelta(days=1)


def day_list(clinic: Clinic, day: date, now_day: date) -> DayList:
    """Three statements, and some more where something was said since the last look."""
    found = list(
        Appointment.objects.filter(
            clinic=clinic,
            starts_at__gte=start_of(day, clinic.zone),
            starts_at__lt=start_of(day + timedelta(days=1), clinic.zone),
        ).select_related("person", "clinician", "room")
    )
    standing = [one for one in found if one.stands]
    paying = paying_for(clinic, {one.person_id: one.person for one in standing}.values(), day)
    pairs = pairs_among(standing)
    return DayList(
        lines=tuple(_line(one, paying[one.person_id], pairs.get(one.pk), day) for one in standing),
        ended=tuple(one for one in found if not one.stands),
        charts=", ".join(dict.fromkeys(one.person.chart_number for one in standing)),
        day=day,
        here=sum(one.status in (Status.ARRIVED, Status.IN_ROOM) for one in standing),
        done=sum(one.status == Status.DONE for one in standing),
    )


def _line(one: Appointment, paying: Paying, pair: Pair | None, day: date) -> Line:
    return Line(one, paying, ways_on(one), pair, tuple(_alerts(one, paying, day)))


def _alerts(one: Appointment, paying: Paying, day: date) -> Iterable[str | Promise]:
    if paying.unreadable:
        yield _("chart cannot be read")
        return
    if one.kind == PrescribedVisit.Kind.INITIAL or paying.is_new:
        yield _("new here")
        if not paying.has_intake:
            yield _("intake")
    if not paying.has_consent:
        yield _("consent")
    if paying.forms_due:
        yield _("questionnaires")
    if paying.missing or paying.lacks:
        yield _("ask about payer")
    if any(what == "treatment_plan" and by is not None and by - day <= FEW_DAYS for what, by in paying.due):
        yield _("treatment plan due")
    if one.override_reason:
        yield _("rule set aside")
