"""Budgets as people see them: a bar with words, and what a visit would cost before it is booked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils import timezone

from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.clocks import start_of
from clinic.calendar.models import ENDED, Appointment, Status
from clinic.calendar.pages.paying import Budget, Paying, paying_for
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.claims.expected import Expected
from clinic.forms.days import today


@dataclass(frozen=True)
class Bar:
    """Visits used and booked of those that are paid; widths are in visits."""

    budget: Budget
    booked: int

    @property
    def width(self) -> int:
        """Of the drawing: more than the limit where more is used and booked."""
        return max(self.budget.limit or 0, self.budget.used + self.booked, 1)

    @property
    def begins_here(self) -> int:
        return self.budget.used_elsewhere or 0

    @property
    def begins_booked(self) -> int:
        return self.budget.used

    @property
    def left_after(self) -> int | None:
        """Once everything that is booked has been; less than none where too much is booked."""
        return None if self.budget.left is None else self.budget.left - self.booked


@dataclass(frozen=True)
class ShareShown:
    """Before a visit is booked."""

    paying: Paying
    bar: Bar | None
    share: Expected | None
    number: int | None
    """Which visit of the limit it would be."""
    warnings: tuple[str, ...] = ()


def paying_of(by: Actor, person: Person, on: date | None = None) -> Paying:
    """``person``: one in reach. Leaves an event: it draws upon the chart."""
    record(by=by, action=Action.VIEW, subject=subject_of(person, "coverage"))
    return paying_for(clinic_of(by), [person], on)[person.pk]


def bars_of(person: Person, paying: Paying) -> tuple[Bar, ...]:
    booked = booked_from_today([person])
    return tuple(Bar(one, booked.get((person.pk, one.discipline), 0)) for one in paying.budgets)


def booked_from_today(people: Iterable[Person]) -> dict[tuple[int, str], int]:
    """Visits that stand and have not been, by person and discipline."""
    midnight = start_of(today(), timezone.get_current_timezone())
    ahead = Appointment.objects.filter(person__in=people, starts_at__gte=midnight)
    ahead = ahead.exclude(status__in=(*ENDED, Status.DONE))
    rows = ahead.order_by().values_list("person_id", "discipline").annotate(Count("id"))
    return {(person, discipline): count for person, discipline, count in rows}


def share_of(by: Actor, person: Person, discipline: str, day: date, minutes: int) -> ShareShown:
    paying = paying_of(by, person, day)
    bar = next((one for one in bars_of(person, paying) if one.budget.discipline == discipline), None)
    number = bar.budget.used + bar.booked + 1 if bar else None
    return ShareShown(paying, bar, paying.share(discipline, minutes), number, paying.warnings(discipline, minutes))
