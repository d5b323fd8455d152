"""The tables that would let the rest be computed again, in the order worth asking for them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from concordant.evidence.library.edition import FOLDER


@dataclass(frozen=True, slots=True)
class Needed:
    """A paper of which certain tables were not seen."""

    order: int
    what: str
    tables: str
    doi: str
    open_access: bool | None
    """None: not known."""
    for_figures: tuple[str, ...]
    """Ids of the pooled results that it would serve; that a trial is behind a figure may be inferred."""


@cache
def needed() -> tuple[Needed, ...]:
    """All, the most useful first."""
    with (FOLDER / "needed.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Needed(
                int(row["order"]), row["what"], row["tables"], row["doi"],
                {"yes": True, "no": False, "": None}[row["open_access"]],
                tuple(each for column in ("for_claims", "for_pooled") for each in row[column].split(";") if each),
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


def needed_for(pooled_id: str) -> tuple[Needed, ...]:
    """What one figure waits for."""
    return tuple(each for each in needed() if pooled_id in each.for_figures)
