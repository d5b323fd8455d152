"""What stands beside the list of a day: who waits, and what else there is to do (operations 4.2). Numbers alone."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.calendar.models import Offer, Waiting
from clinic.calendar.pages.unbooked import to_book_in
from clinic.claims.models import InvoiceLine
from clinic.drafts.models import Draft
from clinic.intake.models import FirstVisit

NOTE = "treatment"


@dataclass(frozen=True)
class Side:
    waiting: int
    offers: int
    """Open ones."""
    first_visits: int
    series: int
    """Of which something has no hour and does not wait yet."""
    notes: int
    """Of visits, begun and not signed."""
    unsent: int
    """Lines of bills that were proposed and did not go yet."""


def side_of(clinic: Clinic) -> Side:
    """One statement."""
    offers = Offer.objects.filter(answer="", ends_at__gt=clock.now())
    found = Clinic.objects.filter(pk=clinic.pk).values_list(
        _number(Waiting.objects.filter(ended_at__isnull=True), "person__clinic"),
        _number(offers, "waiting__person__clinic"),
        _number(FirstVisit.objects.filter(person__isnull=True), "clinic"),
        _number(to_book_in(clinic), "series__person__clinic", "series"),
        _number(Draft.objects.filter(kind=NOTE), "person__clinic"),
        _number(InvoiceLine.objects.unsent(), "clinic"),
    )
    return Side(*found.get())


def _number(rows: QuerySet[Any], whose: str, of: str = "pk") -> Coalesce:
    """How many there are of a clinic, as a part of another statement."""
    mine = rows.filter(**{whose: OuterRef("pk")}).order_by().values(whose)
    counted = mine.annotate(number=Count(of, distinct=True)).values("number")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
