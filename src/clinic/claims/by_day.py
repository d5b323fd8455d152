"""Which claim of a person counts on which day.

A second accident or another payer is another claim. It counts from its day on, and what came before stays with the
claim that counted then: its price, its rules and its number of visits (operations 1.3: the key is the claim).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from clinic.claims.models import Claim


@dataclass(frozen=True)
class Counting:
    """One claim and its days."""

    rows: tuple[Claim, ...]
    """As it was written down, one after the other."""
    first: date | None
    """None: whatever came before the next claim."""
    last: date | None
    """None: no other claim follows."""

    @property
    def claim(self) -> Claim:
        """As it stands."""
        return self.rows[-1]

    def holds(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def claims_by_day(rows: Iterable[Claim]) -> tuple[Counting, ...]:
    """In the order of their days. ``rows``: of one person, as they were written down.

    Of two claims that count from the same day the newer one stands. The first one counts for earlier days as well.
    """
    found: dict[date | None, tuple[Claim, ...]] = {}
    for row in rows:
        mended = [since for since, own in found.items() if row.mends_id is not None and own[-1].pk == row.mends_id]
        earlier = found.pop(mended[0]) if mended else _continued(found.get(row.since, ()), row)
        found[row.since] = (*earlier, row)
    days = sorted(found, key=_first)
    ends = [_first(one) - timedelta(days=1) for one in days[1:]]
    return tuple(
        Counting(found[day], day if place else None, ends[place] if place < len(ends) else None)
        for place, day in enumerate(days)
    )


def same_claim(claims: Iterable[Counting], under: Counting) -> tuple[Counting, ...]:
    """Every stretch of days of a claim: who goes back to an insurer goes back to the visits that are used up there."""

    def known_by(one: Counting) -> tuple[object, ...]:
        return one.claim.payer, one.claim.accident_on or one.first, bool(one.claim.accident_on)

    return tuple(one for one in claims if known_by(one) == known_by(under))


def _first(since: date | None) -> date:
    return since or date.min


def _continued(rows: tuple[Claim, ...], row: Claim) -> tuple[Claim, ...]:
    """The rows before one that does not say which it mends: those of the same payer and accident."""
    if not rows or rows[-1].payer != row.payer:
        return ()
    accidents = {one.accident_on for one in (rows[-1], row)} - {None}
    return rows if len(accidents) < 2 else ()
