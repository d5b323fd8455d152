"""Working out a list, in a process of its own: :mod:`clinic.calendar.management.commands.work_out_list`."""

from collections.abc import Sequence
from time import monotonic
from typing import Any

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar import optimiser
from clinic.calendar.clocks import NoSuchHour
from clinic.calendar.models import ListProposal, ListWay
from clinic.calendar.problem.back import hour_of
from clinic.calendar.problem.fingerprint import fingerprint
from clinic.calendar.problem.series import Problem, problem_of
from clinic.calendar.proposals import reasons_as_data
from concordant.booking.capacity import capacity_of
from concordant.booking.progress import Progress
from concordant.booking.report import report_of
from concordant.booking.sentences import load_said, shortage_said
from concordant.booking.solution import Solution

WRITES_EVERY = 1.0
"""Seconds between two words to whoever looks at the page."""


def work_out(proposal_id: int, *, seconds: float = optimiser.WHOLE_SECONDS, processes: bool = True) -> None:
    """Every way of a proposal, one after another. Nothing is locked, and nothing of it is booked. One process does it:
    a second one, and one whose proposal was dropped before it began, has nothing to do."""
    proposal = _claimed(proposal_id)
    if proposal is None:
        return
    try:
        series = proposal.series.select_related("person__clinic").order_by("requested_at", "id")
        with clock.set_to(proposal.asked_at):
            problem = problem_of(Actor(proposal.asked_by), list(series))
        ListProposal.objects.filter(pk=proposal_id).update(
            visits=len(problem.visits),
            fingerprint=fingerprint(problem.instance),
            shortages=_shortages(problem),
            heard_at=clock.now(),
        )
        found: list[Solution] = []
        for way in proposal.ways.all():
            found += _worked_out(problem, way, found, seconds=seconds, processes=processes)
    finally:
        ListProposal.objects.filter(pk=proposal_id).update(ended_at=clock.now())


def _claimed(proposal_id: int) -> ListProposal | None:
    """Nobody was heard of since it was asked for: now somebody is."""
    mine = ListProposal.objects.filter(pk=proposal_id)
    proposal = mine.select_related("asked_by").first()
    if proposal is None:
        return None
    return proposal if mine.filter(heard_at=proposal.asked_at).update(heard_at=clock.now()) else None


def _worked_out(
    problem: Problem, way: ListWay, before: Sequence[Solution], *, seconds: float, processes: bool
) -> list[Solution]:
    """Beginning with the answers of the ways before it, so that none of them is better at what this one is for. Nothing
    where somebody said stop before it began."""
    told = _Told(way)
    if told.stop():
        return []
    solution = optimiser.book_all(
        problem.instance,
        continuity=None if way.continuity is None else float(way.continuity),
        known=[one.placed for one in before],
        seconds=seconds,
        progress=told.progress,
        stop=told.stop,
        processes=processes,
    )
    ListWay.objects.filter(pk=way.pk).update(
        seconds=solution.seconds,
        unplaced=len(solution.unplaced),
        bound=solution.bound_unplaced,
        answer=_answer(problem, solution),
        figures=report_of(problem.instance, solution.placed).numbers(),
    )
    return [solution]


class _Told:
    """Writes the best so far down, and hears whether it is to stop: once a second, whatever happens."""

    def __init__(self, way: ListWay) -> None:
        self._way = way
        self._best: Progress | None = None
        self._wrote = -WRITES_EVERY
        self._is_stopped = False

    def progress(self, best: Progress) -> None:
        self._best = best

    def stop(self) -> bool:
        if monotonic() - self._wrote >= WRITES_EVERY:
            self._wrote = monotonic()
            if self._best is not None:
                best = self._best
                ListWay.objects.filter(pk=self._way.pk).update(
                    seconds=best.seconds, unplaced=best.unplaced, bound=best.bound
                )
            mine = ListProposal.objects.filter(pk=self._way.proposal_id)
            # A proposal that is gone was dropped.
            self._is_stopped = not mine.filter(stop_asked_at__isnull=True).update(heard_at=clock.now())
        return self._is_stopped


def _answer(problem: Problem, solution: Solution) -> dict[str, list[list[Any]]]:
    """What has an hour, and what waits; an hour that the clocks skip is none."""
    placed: list[list[Any]] = []
    waiting: list[list[Any]] = [
        [problem.visits[one.visit].pk, reasons_as_data(one.reasons)] for one in solution.unplaced
    ]
    for one in solution.placed:
        visit = problem.visits[one.visit]
        try:
            hour = hour_of(problem.side, one)
        except NoSuchHour:
            waiting.append([visit.pk, []])
        else:
            placed.append([visit.pk, hour.practice.clinician_id, hour.room.pk, hour.starts_at.isoformat()])
    return {"placed": placed, "waiting": waiting}


def _shortages(problem: Problem) -> list[str]:
    """Said before anything is placed: too many, and in whose hours."""
    found = capacity_of(problem.instance)
    practices = problem.side.practices

    def names(id: str) -> str:
        return practices[id].clinician.display_name

    return [shortage_said(one, names) for one in found.shortages] or [load_said(one, names) for one in found.over]
