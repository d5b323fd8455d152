"""Who waits for what, since when and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from clinic import clock
from clinic.calendar.models import Offer, Waiting
from clinic.calendar.pages.reasons import in_words


@dataclass(frozen=True)
class Waits:
    row: Waiting
    why: tuple[str, ...]
    offers: tuple[Offer, ...]
    """Open ones."""


def waits_of(rows: QuerySet[Waiting]) -> tuple[Waits, ...]:
    """Two statements. Who has waited longest comes first."""
    now = clock.now()
    found = rows.select_related("person", "prescribed").prefetch_related(
        Prefetch(
            "offers",
            Offer.objects.filter(answer="", ends_at__gt=now).select_related("clinician", "room"),
            to_attr="open_offers",
        )
    )
    return tuple(Waits(one, tuple(_why(one.reasons)), tuple(one.open_offers)) for one in found.order_by("since", "id"))


def _why(reasons: object) -> Iterable[str]:
    for one in reasons if isinstance(reasons, list) else ():
        if isinstance(one, dict):
            yield in_words(str(one.get("code", "")), one.get("data") or {})
