"""Who waits for what, since when and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet

from clinic import clock
from clinic.calendar.actions.waiting import coming_of
from clinic.calendar.models import Appointment, Offer, Waiting
from clinic.calendar.pages.reasons import in_words


@dataclass(frozen=True)
class Waits:
    row: Waiting
    why: tuple[str, ...]
    offers: tuple[Offer, ...]
    """Open ones."""
    coming: tuple[Appointment, ...] = ()
    """Visits that an hour may be taken instead of; read where something is offered."""


def waits_of(rows: QuerySet[Waiting]) -> tuple[Waits, ...]:
    """Two statements, three where something is offered. Who has waited longest comes first."""
    now = clock.now()
    found = rows.select_related("person", "prescribed").prefetch_related(
        Prefetch(
            "offers",
            Offer.objects.filter(answer="", ends_at__gt=now).select_related("clinician", "room"),
            to_attr="open_offers",
        )
    )
    waits = [Waits(one, tuple(_why(one.reasons)), tuple(one.open_offers)) for one in found.order_by("since", "id")]
    coming = coming_of(one.row for one in waits if one.offers)
    return tuple(replace(one, coming=coming.get(one.row.pk, ())) for one in waits)


def _why(reasons: object) -> Iterable[str]:
    for one in reasons if isinstance(reasons, list) else ():
        if isinstance(one, dict):
            yield in_words(str(one.get("code", "")), one.get("data") or {})
