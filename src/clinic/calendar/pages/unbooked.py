"""What signed plans ask for and has no hour yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

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


def to_book_in(clinic: Clinic) -> QuerySet[PrescribedVisit]:
    """The same without what stands on the waiting list, or stood there: somebody has looked at it already."""
    return unbooked_in(clinic).filter(waiting__isnull=True)


@dataclass(frozen=True)
class SeriesRow:
    """A series of which something is to be booked."""

    series: Series
    visits: int
    physio: int
    rmt: int
    earliest: date
    latest: date


def series_in(clinic: Clinic) -> list[SeriesRow]:
    """One statement; who asked first comes first."""
    by_series: dict[int, list[PrescribedVisit]] = defaultdict(list)
    for one in to_book_in(clinic).order_by("series__requested_at", "series_id", "rank"):
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
