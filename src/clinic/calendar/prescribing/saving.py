"""Visits to be, as rows of their series."""

from collections.abc import Sequence

from clinic.calendar.models import PrescribedVisit, Series
from clinic.calendar.prescribing.unfold import VisitWish


def prescribe(series: Series, wishes: Sequence[VisitWish]) -> None:
    """In the order of the plan, each massage with the visit that it belongs before."""
    rows = PrescribedVisit.objects.bulk_create(
        PrescribedVisit(
            series=series,
            rank=rank,
            discipline=one.discipline,
            kind=one.kind,
            minutes=one.minutes,
            earliest=one.earliest,
            latest=one.latest,
        )
        for rank, one in enumerate(wishes)
    )
    paired = [row for row, wish in zip(rows, wishes, strict=True) if wish.pair is not None]
    for row in paired:
        row.before = rows[wishes[row.rank].pair or 0]
    PrescribedVisit.objects.bulk_update(paired, ["before"])
