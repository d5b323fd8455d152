"""What the clinic advises, what each piece rests on, and what is not known. Figures stay in the rows it points to."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import Enum
from functools import cache

from concordant.evidence.library.edition import FOLDER
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.query import pooled_by_id, trials
from concordant.evidence.library.trial_row import TrialRow
from concordant.evidence.refused import Refused


class Direction(Enum):
    """Which way the evidence points."""

    FOR = "for"
    MIXED = "mixed"
    NOT_TESTED = "not tested"
    """No trial tests it: the clinic's reasoning."""
    CLINIC_RULE = "clinic rule"
    """A decision of the clinic, beside which the evidence stands."""


@dataclass(frozen=True, slots=True)
class Source:
    """A guideline, review or trial that gives words and no figure to a pool here."""

    doi: str
    name: str
    kind: str
    population: str
    says: str
    strength: str
    how_known: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice."""

    id: str
    advice: str
    direction: Direction
    rests_on: tuple[PooledRow, ...]
    trials: tuple[str, ...]
    """Ids of trials on the same question, whether or not a pooled figure holds them."""
    sources: tuple[Source, ...]
    known: str
    not_known: str

    @property
    def rows(self) -> tuple[TrialRow, ...]:
        """Every row of those trials."""
        return tuple(row for each in self.trials for row in trials(trial=each))


@cache
def sources() -> dict[str, Source]:
    """Guidelines and other sources, by DOI."""
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["doi"]: Source(**row) for row in csv.DictReader(file)}


@cache
def all_advice() -> tuple[Advice, ...]:
    """Every piece. Raises Refused where one points to a figure, trial or source that there is not."""
    with (FOLDER / "advice.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_advice(number, row) for number, row in enumerate(csv.DictReader(file), 1))


def advice(advice_id: str) -> Advice:
    """The piece with that id. Raises Refused for one that there is not."""
    for each in all_advice():
        if each.id == advice_id:
            return each
    raise Refused("there is no such advice", column="id", value=advice_id)


def advice_on(pooled_id: str) -> tuple[Advice, ...]:
    """The pieces that rest on one pooled figure: those that move when it moves."""
    return tuple(each for each in all_advice() if any(row.id == pooled_id for row in each.rests_on))


def _advice(number: int, row: dict[str, str]) -> Advice:
    named = tuple(filter(None, row["trials"].split(";")))
    for each in named:
        if not any(found.trial_id == each for found in trials(trial=each)):
            raise Refused("there is no such trial", row=number, column="trials", value=each)
    cited = tuple(filter(None, row["sources"].split(";")))
    for each in cited:
        if each not in sources():
            raise Refused("there is no such source", row=number, column="sources", value=each)
    return Advice(
        row["id"], row["advice"], Direction(row["direction"]),
        tuple(pooled_by_id(each) for each in row["rests_on"].split(";") if each), named,
        tuple(sources()[each] for each in cited), row["known"], row["not_known"],
    )  # fmt: skip
