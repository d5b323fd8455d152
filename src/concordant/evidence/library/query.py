"""Asking the library."""

from __future__ import annotations

from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.reading import all_pooled_rows, all_trial_rows
from concordant.evidence.library.trial_row import Role, TrialRow, ValueKind
from concordant.evidence.refused import Refused


def trials(
    *,
    trial: str | None = None,
    comparison: str | None = None,
    outcome: str | None = None,
    weeks: float | None = None,
    population: str | None = None,
    intervention: str | None = None,
    role: Role | None = None,
    kind: ValueKind | None = None,
    poolable: bool | None = None,
) -> tuple[TrialRow, ...]:
    """The trial rows that fit all that is asked; words are looked for anywhere in their column, whatever the case."""
    words = {
        "trial_id": trial, "comparison": comparison, "outcome": outcome, "population": population,
        "intervention_class": intervention,
    }  # fmt: skip
    return tuple(
        each
        for each in all_trial_rows()
        if all(want is None or want.lower() in getattr(each, column).lower() for column, want in words.items())
        and (weeks is None or each.time_weeks == weeks)
        and (role is None or each.role is role)
        and (kind is None or each.value_kind is kind)
        and (poolable is None or each.is_poolable is poolable)
    )


def pooled(
    *, review: str | None = None, comparison: str | None = None, outcome: str | None = None, figure: bool | None = None
) -> tuple[PooledRow, ...]:
    """The published pooled results that fit; ``figure`` asks for those with (or without) a number that was seen."""
    words = {"review": review, "comparison": comparison, "outcome": outcome}
    return tuple(
        each
        for each in all_pooled_rows()
        if all(want is None or want.lower() in getattr(each, column).lower() for column, want in words.items())
        and (figure is None or each.has_figure is figure)
    )


def pooled_by_id(row_id: str) -> PooledRow:
    """The pooled result with that id. Raises Refused for one that there is not."""
    for each in all_pooled_rows():
        if each.id == row_id:
            return each
    raise Refused("there is no such pooled result", column="id", value=row_id)
