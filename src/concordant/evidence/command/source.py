"""What is pooled: the rows of a file, the rows of one question, or the rows of a query over the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from concordant.evidence.library.contrast import contrast_of
from concordant.evidence.library.query import trials
from concordant.evidence.library.trial_row import Role
from concordant.evidence.living import QUESTIONS, question, standing
from concordant.evidence.numbers import Floats
from concordant.evidence.refused import Refused
from concordant.evidence.rows import read_rows

RATIOS = frozenset({"RR", "OR", "IRR", "ROM", "log RR", "log OR"})
QUERY = {
    "trial": str, "comparison": str, "outcome": str, "weeks": float, "population": str, "intervention": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Effects with their variances, and what they are called."""

    name: str
    labels: tuple[str, ...]
    yi: Floats
    vi: Floats
    measure: str
    says: str
    """Where yi and vi are from."""
    unit: str = ""
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_ratio(self) -> bool:
        """Whether yi are logarithms of ratios."""
        return self.measure in RATIOS

    def moderator(self, column: str) -> Floats:
        """A column of the file as numbers. Raises Refused for one that there is not, or that holds words."""
        if column not in self.cells:
            raise Refused(
                "there is no such column", column=column, allowed=", ".join(self.cells) or "none: no file was read"
            )
        found = []
        for row, cell in enumerate(self.cells[column], 1):
            try:
                found.append(float(cell))
            except ValueError:
                raise Refused("is no number", row=row, column=column, value=cell, allowed="a number a trial") from None
        return np.array(found)


def rows_from(source: str, *, measure: str = "") -> Source:
    """Read what the words name. Raises Refused with row and column; OSError where a file cannot be read."""
    if source in {one.id for one in QUESTIONS}:
        return _of_question(source)
    if "=" in source and not Path(source).exists():
        return _of_query(source)
    path = Path(source)
    if not path.exists():
        raise Refused(
            "is no file, no question and no query", value=source,
            allowed=f"a CSV file; {', '.join(one.id for one in QUESTIONS)}; 'outcome=…; weeks=…'",
        )  # fmt: skip
    rows = read_rows(path, measure=measure)
    return Source(path.name, rows.labels, rows.yi, rows.vi, rows.measure, rows.says, cells=rows.cells)


def _of_question(source: str) -> Source:
    found = standing(question(source))
    if not found.entered:
        raise Refused("no trial of the library answers it", value=source, allowed="a question with trials")
    return Source(
        found.question.asks,
        tuple(one.name for one in found.entered),
        np.array([one.estimate for one in found.entered]),
        np.array([one.se**2 for one in found.entered]),
        "MD",
        f"differences in {found.question.unit}, from the rows of the library",
        found.question.unit,
    )


def _of_query(source: str) -> Source:
    asked: dict[str, Any] = {}
    for part in source.split(";"):
        name, _, value = (each.strip() for each in part.partition("="))
        if name not in QUERY or not value:
            raise Refused(
                "is no part of a query", column=name, value=value, allowed=", ".join(f"{one}=…" for one in QUERY)
            )
        try:
            asked[name] = QUERY[name](value)
        except ValueError:
            raise Refused("is no number", column=name, value=value, allowed="weeks, as 12") from None
    found = [contrast_of(row) for row in trials(**asked, role=Role.CONTRAST, poolable=True)]
    if not found:
        raise Refused("no row of the library that can be pooled fits", value=source)
    scales = {(one.measure, one.scale) for one in found}
    if len(scales) > 1:
        told = "; ".join(sorted(f"{measure}, {scale}" for measure, scale in scales))
        raise Refused("mixed units cannot be pooled", column="scale", value=told, allowed="ask for one of them")
    by_trial = {one.trial_id: one for one in found}
    if len(by_trial) < len(found):
        raise Refused(
            "more than one row of a trial fits: it would count twice", column="trial_id",
            value=", ".join(sorted(by_trial)), allowed="ask for one time or one comparison",
        )  # fmt: skip
    return Source(
        source, tuple(by_trial), np.array([one.yi for one in found]), np.array([one.vi for one in found]),
        found[0].measure, found[0].says, found[0].scale,
    )  # fmt: skip
