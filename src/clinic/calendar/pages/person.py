"""What the front desk sees of one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.models import Appointment, Away, MayCome, PrescribedVisit, Series, Waiting
from clinic.calendar.pages.budget import Bar, bars_of, paying_of
from clinic.calendar.pages.paying import Paying
from clinic.calendar.pages.reasons import WEEKDAYS
from clinic.calendar.pages.unbooked import unbooked_of
from clinic.calendar.pages.waiting_shown import Waits, waits_of
from clinic.calendar.pairs import Pair, pairs_among
from clinic.chart.models import Person
from clinic.claims.expected import Expected
from clinic.forms.days import today
from concordant.booking.numbers import MINUTES

PAST = 6
"""So many visits that were are shown."""


@dataclass(frozen=True)
class Trip:
    """One coming to the clinic: one visit, or massage and physiotherapy of a day."""

    first: Appointment
    then: Appointment | None = None

    @property
    def visits(self) -> tuple[Appointment, ...]:
        return (self.first,) if self.then is None else (self.first, self.then)


@dataclass(frozen=True)
class PersonShown:
    coming: tuple[Trip, ...]
    past: tuple[Appointment, ...]
    paying: Paying
    bars: tuple[Bar, ...]
    costs: tuple["Cost", ...]
    may_come: tuple[MayCome, ...]
    wishes: tuple[MayCome, ...]
    hours: tuple["Hours", ...]
    """Both, each with its weekday in words."""
    weekdays: tuple[tuple[int, str | Promise], ...]
    away: tuple[Away, ...]
    series: Series | None
    unbooked: tuple[PrescribedVisit, ...]
    booked_of_series: int
    waiting: tuple[Waits, ...]
    missing: tuple[str | Promise, ...]
    due: tuple[tuple[str | Promise, date | None], ...]


@dataclass(frozen=True)
class Cost:
    """What a visit today would cost the person."""

    discipline: str
    minutes: int
    share: Expected
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Hours:
    row: MayCome

    @property
    def words(self) -> str | Promise:
        return WEEKDAYS[self.row.weekday]


_DUE: Mapping[str, str | Promise] = MappingProxyType(
    {
        "treatment_plan": _("Send a treatment plan"),
        "education_duties": _("Education duties of the first visit"),
        "initial_report_CL489E": _("First report CL489E"),
        "physician_note": _("Note of a physician"),
    }
)
"""What a claim asks of the clinic."""


_LACKS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "claim_number": _("Claim number"),
        "identity": _("Legal name and birth date, as on the card"),
        "health_number": _("Personal health number (PHN)"),
    }
)
"""By what the insurer knows them: it is written down with the bill."""


def person_shown(by: Actor, person: Person) -> PersonShown:
    now = clock.now()
    appointments = list(
        Appointment.objects.filter(person=person).select_related("person", "clinician", "room").order_by("starts_at")
    )
    coming = [one for one in appointments if one.stands and one.ends_at > now]
    past = [one for one in reversed(appointments) if one not in coming]
    paying = paying_of(by, person)
    hours = list(MayCome.objects.filter(person=person))
    series = Series.objects.filter(person=person, ended_at__isnull=True).order_by("-id").first()
    unbooked = unbooked_of(person)
    waiting = Waiting.objects.filter(person=person, ended_at__isnull=True)
    return PersonShown(
        coming=trips_of(coming),
        past=tuple(past[:PAST]),
        paying=paying,
        bars=bars_of(person, paying),
        costs=tuple(_costs(paying)),
        may_come=tuple(one for one in hours if not one.is_wish),
        wishes=tuple(one for one in hours if one.is_wish),
        away=tuple(Away.objects.filter(person=person, last__gte=today())),
        series=series,
        unbooked=unbooked,
        booked_of_series=sum(1 for one in appointments if one.stands and one.prescribed_id) if series else 0,
        waiting=waits_of(waiting),
        hours=tuple(Hours(one) for one in hours),
        weekdays=tuple(enumerate(WEEKDAYS)),
        missing=tuple(_missing(paying)),
        due=tuple((_DUE.get(what, what.replace("_", " ")), by_day) for what, by_day in paying.due),
    )


def _costs(paying: Paying) -> Iterable[Cost]:
    """Of a visit of the usual length."""
    for word, minutes in MINUTES.items():
        share = paying.share(word.value, minutes)
        if share is not None:
            yield Cost(word.value, int(minutes), share, paying.warnings(word.value, int(minutes)))


def _missing(paying: Paying) -> Iterable[str | Promise]:
    if paying.unreadable:
        return
    yield from paying.missing
    yield from (_LACKS[one] for one in paying.lacks)
    if not paying.has_intake:
        yield _("Intake: the person has not sent it")
    if not paying.has_consent:
        yield _("Consent: none is written down")
    if paying.forms_due:
        yield _("Questionnaires of the retest")


def trips_of(coming: list[Appointment]) -> tuple[Trip, ...]:
    """In the order of the clock; the halves of a pair are one."""
    found: list[Trip] = []
    pairs: dict[int, Pair] = {}
    for day in dict.fromkeys(timezone.localdate(one.starts_at) for one in coming):
        pairs |= pairs_among([one for one in coming if timezone.localdate(one.starts_at) == day])
    for one in coming:
        pair = pairs.get(one.pk)
        if pair is None:
            found.append(Trip(one))
        elif pair.first.pk == one.pk:
            found.append(Trip(pair.first, pair.then))
    return tuple(found)
