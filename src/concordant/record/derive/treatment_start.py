"""When treatment began: the end of the baseline, and the day from which retests are dated (diagnosis 3.4)."""

from __future__ import annotations

from datetime import date

from concordant.record.derive.computing import Reader


def start_of_treatment(reader: Reader) -> date | None:
    """The first treatment that took place; where none is recorded, the first visit."""
    hands = [one.date for one in reader.treatments]
    visits = [visit.date for visit in reader.visits.values() if not visit.is_told]
    return min(hands or visits, default=None)
