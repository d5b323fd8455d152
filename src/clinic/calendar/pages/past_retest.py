"""What of a series comes after its first retest, which decides whether it stands (treatment 3.5)."""

from dataclasses import dataclass
from datetime import date

from clinic.calendar.models import PrescribedVisit, Series


@dataclass(frozen=True)
class PastRetest:
    earliest: date
    """The first day of the retest."""
    visits: int
    """That come in the weeks after it."""


def past_retest(series: Series) -> PastRetest | None:
    """None where no visit comes after one."""
    visits = list(series.visits.order_by("rank"))
    retest = next((one for one in visits if one.kind == PrescribedVisit.Kind.RETEST), None)
    after = 0 if retest is None else sum(one.earliest > retest.latest for one in visits)
    return None if retest is None or not after else PastRetest(retest.earliest, after)
