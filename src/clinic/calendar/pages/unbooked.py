"""What signed plans ask for and has no hour yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import ENDED, Appointment, PrescribedVisit, Series
from clinic.chart.models import Person


def unbooked(people: Iterable[Person]) -> QuerySet[PrescribedVisit]:
    booked = Appointment.objects.filter(prescribed=OuterRef("pk")).exclude(status__in=ENDED)
    open_series = PrescribedVisit.objects.filter(series__person__in=people, series__ended_at__isnull=True)
    return open_series.exclude(Exists(booked)).select_related("series")


def unbooked_of(person: Person) -> tuple[PrescribedVisit, ...]:
    """In the order of the plan."""
    return tuple(unbooked([person]).order_by("earliest", "rank"))


def unbooked_in(clinic: Clinic) -> QuerySet[PrescribedVisit]:
    """Of everybody in a clinic."""
    booked = Appointment.objects.filter(prescribed=OuterRef("pk")).exclude(status__in=ENDED)
    open_series = PrescribedVisit.objects.filter(series__person__clinic=clinic, series__ended_at__isnull=True)
    return open_series.exclude(Exists(booked)).select_related("series__person")


def booked_before(series: Series) -> int:
    """Visits of older series of the person that are still to come: they are had on top of those of the new one."""
    older = Appointment.objects.filter(prescribed__series__person=series.person_id, starts_at__gt=clock.now())
    return older.exclude(status__in=ENDED).exclude(prescribed__series=series).count()


@dataclass(frozen=True)
class SeriesRow:
    """A series of which something has no hour yet."""

    series: Series
    visits: int
    physio: int
    rmt: int
    earliest: date
    latest: date


def series_in(clinic: Clinic) -> list[SeriesRow]:
    """One statement; who asked first comes first."""
    by_series: dict[int, list[PrescribedVisit]] = defaultdict(list)
    for one in unbooked_in(clinic).order_by("series__requested_at", "series_id", "rank"):
        by_series[one.series_id].append(one)
    return [
        SeriesRow(
            series=visits[0].series,
            visits=len(visits),
            physio=sum(one.discipline == Discipline.PHYSIO for one in visits),
            rmt=sum(one.discipline == Discipline.RMT for one in visits),
            earliest=min(one.earliest for one in visits),
            latest=max(one.latest for one in visits),
        )
        for visits in by_series.values()
    ]
