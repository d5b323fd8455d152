"""Visits to be, as rows of their series."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.calendar.models import PrescribedVisit, Series
from concordant.booking.unfold import MOST_A_WEEK, unfold
from concordant.plan.visits import Week


def prescribe(series: Series, weeks: Sequence[Week], *, is_first: bool) -> None:
    """In the order of the plan, each massage with the visit that it belongs before. ``is_first``: the first visit of
    physiotherapy is the person's first of all. Raises ValidationError for more visits in a week than it can hold."""
    try:
        asked = unfold(weeks, "", assessed=not is_first)
    except ValueError:
        told = _("The plan asks for more than %s visits of one discipline in a week. No calendar can hold them.")
        raise ValidationError(told % MOST_A_WEEK) from None
    rows = PrescribedVisit.objects.bulk_create(
        PrescribedVisit(
            series=series,
            rank=rank,
            discipline=one.discipline.value,
            kind=one.kind.value,
            minutes=one.minutes,
            earliest=one.earliest,
            latest=one.latest,
        )
        for rank, one in enumerate(asked.visits)
    )
    named = {one.id: row for one, row in zip(asked.visits, rows, strict=True)}
    for pair in asked.pairs:
        named[pair.rmt].before = named[pair.physio]
    PrescribedVisit.objects.bulk_update([named[one.rmt] for one in asked.pairs], ["before"])
