"""What the page of a person says of their claims: which one counts when, and what to look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clinic.claims.by_day import Counting
from clinic.claims.disciplines import Discipline, of_chart
from clinic.claims.said import brought_in, record_under
from clinic.claims.terms import Terms
from clinic.claims.warned import in_words
from clinic.claims.work import Work
from concordant.coverage import coverage_of
from concordant.facts import DICTIONARY
from concordant.record.problems import CaseFileError


@dataclass(frozen=True)
class Warned:
    """One visit."""

    on: date
    discipline: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class ClaimShown:
    under: Counting
    warned: tuple[Warned, ...] = ()
    missing: tuple[str, ...] = ()
    """What is still to be asked, in words."""
    brought_in: Mapping[str, tuple[date, ...]] | None = None
    """Visits elsewhere that the record holds, by discipline; None where the chart cannot be read."""


def claims_shown(work: Work, terms: Terms, today: date) -> tuple[ClaimShown, ...]:
    """In the order of their days. Draws upon the chart; only days, disciplines and names of facts come out."""
    return tuple(_shown(work, one, terms, today) for one in work.counting)


def _shown(work: Work, under: Counting, terms: Terms, today: date) -> ClaimShown:
    try:
        cover = coverage_of(record_under(work, under, today), today, terms.for_library())
        brought = brought_in(work, under)
    except CaseFileError:
        return ClaimShown(under)
    warned = tuple(
        Warned(one.date, str(Discipline(of_chart(one.discipline)).label), in_words(one.warnings))
        for one in cover.visits
        if one.warnings and under.holds(one.date)
    )
    labels = (DICTIONARY[one].label if one in DICTIONARY else one for one in cover.missing)
    return ClaimShown(under, warned, tuple(labels), brought)
