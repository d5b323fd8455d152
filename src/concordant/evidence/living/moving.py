"""What the library says to each question, and what a further trial would change."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.evidence.library.advice import Advice, advice
from concordant.evidence.library.contrast import contrast_of
from concordant.evidence.library.query import trials
from concordant.evidence.library.trial_row import Role, TrialRow
from concordant.evidence.living.proposed import Proposed
from concordant.evidence.living.questions import QUESTIONS, Question
from concordant.evidence.living.units import in_unit
from concordant.evidence.pooling import Model, Pool, Test, pool
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class Entered:
    """One trial as it stands in a pool, in the unit of the question."""

    name: str
    doi: str
    row: TrialRow
    estimate: float
    se: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that came near a question and does not enter, and why."""

    row: TrialRow
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to one question."""

    question: Question
    entered: tuple[Entered, ...]
    left_out: tuple[LeftOut, ...]
    pool: Pool | None
    """None where no trial answers it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One question before and after."""

    before: Standing
    after: Standing
    advice: tuple[Advice, ...]


def standing(
    asked: Question, rows: tuple[TrialRow, ...] | None = None, *, model: Model = "REML", test: Test = "knha_adhoc"
) -> Standing:
    """What the rows say (those of the library where none are given). One trial stands by its own interval (z)."""
    rows = trials() if rows is None else rows
    nearest: dict[str, Entered] = {}
    left_out: list[LeftOut] = []
    for row in sorted(rows, key=lambda one: (abs((one.time_weeks or 0) - asked.week), one.time_weeks or 0, one.row)):
        if row.role is Role.CONTROL or row.outcome != asked.outcome:
            continue
        found = asked.why_not(row) or _entered(asked, row, rows)
        if isinstance(found, str):
            left_out.append(LeftOut(row, found))
        elif row.trial_id in nearest:
            week = nearest[row.trial_id].row.time_weeks
            nearer = "another scale stands for it" if week == row.time_weeks else f"week {week:g} is nearer"
            left_out.append(LeftOut(row, f"one row of each trial: {nearer}"))
        else:
            nearest[row.trial_id] = found
    entered = tuple(sorted(nearest.values(), key=lambda one: (one.row.year or 0, one.name)))
    return Standing(asked, entered, tuple(left_out), _pooled(entered, model, test))


def what_moves(
    proposed: Proposed,
    rows: tuple[TrialRow, ...] | None = None,
    *,
    model: Model = "REML",
    test: Test = "knha_adhoc",
) -> tuple[Moved, ...]:
    """The questions that the proposed trial enters, each before and after; none where it answers none of them.

    ``rows`` are those that it joins: of the library, where none are given.
    """
    rows = trials() if rows is None else rows
    moved = []
    for asked in QUESTIONS:
        before = standing(asked, rows, model=model, test=test)
        after = standing(asked, (*rows, *proposed.rows), model=model, test=test)
        if len(after.entered) > len(before.entered):
            moved.append(Moved(before, after, tuple(advice(each) for each in asked.advice)))
    return tuple(moved)


@dataclass(frozen=True, slots=True)
class NotEntered:
    """A result that answers no question, and why: a reason of each question."""

    row: TrialRow
    why: tuple[tuple[Question, str], ...]

    @property
    def says(self) -> str:
        """In one sentence, each reason once."""
        when = "" if self.row.time_weeks is None else f", week {self.row.time_weeks:g}"
        why = "; ".join(dict.fromkeys(f"{asked.id}: {one}" for asked, one in self.why))
        return f"result {self.row.row}, {self.row.outcome}{when}: {why}"


def not_entered(proposed: Proposed) -> tuple[NotEntered, ...]:
    """The results of a proposed trial that answer none of the questions."""
    found = []
    for row in proposed.rows:
        if row.role is Role.CONTROL:
            continue
        reasons = [(asked, asked.why_not(row) or _entered(asked, row, proposed.rows)) for asked in QUESTIONS]
        why = tuple((asked, one) for asked, one in reasons if isinstance(one, str))
        if len(why) == len(QUESTIONS):
            found.append(NotEntered(row, why))
    return tuple(found)


def _entered(asked: Question, row: TrialRow, rows: tuple[TrialRow, ...]) -> Entered | str:
    try:
        estimate, se = in_unit(contrast_of(row, _control_of(row, rows)), asked.unit)
    except Refused as error:
        return str(error)
    return Entered(f"{row.first_author} {row.year}", row.doi, row, estimate, se)


def _control_of(row: TrialRow, rows: tuple[TrialRow, ...]) -> TrialRow | None:
    if row.role is Role.CONTRAST:
        return None
    same = ("trial_id", "outcome", "scale", "time_weeks", "value_kind")
    return next(
        (
            one
            for one in rows
            if one.role is Role.CONTROL and all(getattr(one, name) == getattr(row, name) for name in same)
        ),
        None,
    )


def _pooled(entered: tuple[Entered, ...], model: Model, test: Test) -> Pool | None:
    if not entered:
        return None
    alone = len(entered) == 1
    return pool(
        [one.estimate for one in entered], [one.se**2 for one in entered], model=model, test="z" if alone else test
    )
