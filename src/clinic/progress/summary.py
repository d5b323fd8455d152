"""The retest in two lines, for the page of the person."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from clinic.person.look import Look
from clinic.progress.retest import retest_of
from clinic.progress.words import ACTIONS, STATUS_OPEN, STATUSES
from concordant.progress import Status


@dataclass(frozen=True)
class Summary:
    """Status and action."""

    on: date | None
    """The day of the retest; None where there was none."""
    status_name: str | Promise
    """Empty where there is nothing to respond to yet."""
    action_name: str | Promise
    says: str


def summary_of(look: Look) -> Summary:
    found, retest = look.assessment.progress, retest_of(look)
    if not retest.is_retest and found.status is not Status.RED:
        return Summary(None, "", "", "")
    return Summary(
        retest.on if retest.is_retest else None,
        STATUSES[found.status] if found.status else STATUS_OPEN,
        ACTIONS[found.action],
        found.decisions[0].decision.says if found.decisions else "",
    )
