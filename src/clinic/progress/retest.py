"""Which retest is looked at, or what is still to be done before there is one."""

from dataclasses import dataclass
from datetime import date

from clinic.person.look import Look
from concordant.record.derive.treatment_start import start_of_treatment


@dataclass(frozen=True)
class Retest:
    """The visit that is compared with the first one."""

    on: date | None
    """None where there was no visit."""
    first: date | None
    is_retest: bool
    """False while there is nothing before it to compare with."""
    week: int | None
    """Of care, counted from the first treatment."""


def retest_of(look: Look) -> Retest:
    record, visit = look.record, look.assessment.progress.visit
    if visit is None:
        return Retest(None, None, is_retest=False, week=None)
    on, first, start = (
        record.day_of(visit),
        min((one.date for one in record.seen), default=record.day_of(visit)),
        start_of_treatment(record),
    )
    week = (on - start).days // 7 if start is not None and start <= on else None
    return Retest(on, first, is_retest=on > first, week=week)
