"""What people ask of a calendar beside its tiers: shares, whose series is whole, and hours that nobody can sell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from concordant.booking.problem import Discipline, Instance
from concordant.booking.rules import Standing
from concordant.booking.solution import Placed
from concordant.booking.tiers import as_wished, idle, paired, with_lead

SHORTEST_SOLD = {Discipline.PHYSIO: 60, Discipline.RMT: 45}
"""Minutes of the shortest visit that is sold: a full hour of physiotherapy (the clinic's own rule), and the shorter of
the two massages. A free stretch below it, with turn-over, is nobody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Shares in percent with two decimals; None where there is nothing to share."""

    visits: int
    placed: int
    placed_percent: float | None
    pairs: int
    paired_percent: float | None
    tight_percent: float | None
    continuity_percent: float | None
    """Placed visits with the lead clinician."""
    preferred_percent: float | None
    """Placed visits in the wished times, of people who have wishes."""
    people: int
    people_complete: int
    worst_person_unplaced: int
    """The most visits that one person lacks: shown, as the tiers count visits and could starve a short plan."""
    unsellable_minutes: int

    def numbers(self) -> dict[str, float | None]:
        """By name."""
        return asdict(self)


def report_of(instance: Instance, placed: Sequence[Placed]) -> Report:
    """The report of a calendar whose ids are those of the instance."""
    board = Standing(instance, placed)
    tight, loose = paired(board)
    pairs = sum(len(person.pairs) for person in instance.people)
    wishing = [stand for stand in board.visits.values() if instance.owner[stand.id].prefers]
    lacking = [sum(visit.id not in board.visits for visit in person.visits) for person in instance.people]
    short = 0
    for stand, gaps in idle(board):
        least = SHORTEST_SOLD[stand.discipline] + board.clinicians[stand.clinician].turnover_minutes
        short += sum(gap for gap in gaps if gap < least)
    return Report(
        visits=len(instance.visits),
        placed=len(board.visits),
        placed_percent=_percent(len(board.visits), len(instance.visits)),
        pairs=pairs,
        paired_percent=_percent(tight + loose, pairs),
        tight_percent=_percent(tight, pairs),
        continuity_percent=_percent(with_lead(board), len(board.visits)),
        preferred_percent=_percent(sum(as_wished(instance, stand) for stand in wishing), len(wishing)),
        people=len(instance.people),
        people_complete=lacking.count(0),
        worst_person_unplaced=max(lacking, default=0),
        unsellable_minutes=short,
    )


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None
