"""What is pooled: the rows of a file, the rows of one question, or the rows of a query over the library."""

from __future__ import annotations

from collections import Counter
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
from concordant.evidence.rows import RATIOS, read_rows
from concordant.evidence.rows.computing import COUNTS
from concordant.evidence.rows.table import EMPTY, NUMBER, number

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
    rows: tuple[int, ...] = ()
    """Where each stands in the file, from 1."""
    left_out: tuple[str, ...] = ()
    """Names of the rows without an effect."""

    @property
    def counts(self) -> tuple[Floats, ...] | None:
        """Events and people of both groups, where the effects are of counts that the file gives."""
        if self.measure not in ("OR", "RR", "RD") or not all(name in self.cells for name in COUNTS):
            return None
        return tuple(np.array([number(each, 0, name) for each in self.cells[name]]) for name in COUNTS)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What the rows themselves give cause to say."""
        said = []
        if self.left_out:
            said.append(f"Left out, as they give no effect: {', '.join(self.left_out)}.")
        twice = [each for each, rows in Counter(self.labels).items() if rows > 1]
        if twice:
            said.append(f"More than one row of {', '.join(twice)}: its people count more than once.")
        if len({each for each in self.cells.get("change_or_final", ()) if each}) > 1:
            said.append("Change scores and final scores stand in one pool.")
        return tuple(said)

    @property
    def is_ratio(self) -> bool:
        """Whether yi are logarithms of ratios."""
        return self.measure in RATIOS

    def moderator(self, column: str) -> Floats | tuple[str, ...]:
        """A column of the file: numbers, or the groups that its words name.

        Raises Refused for a column that there is not, a cell that is empty, and words among numbers.
        """
        if column not in self.cells:
            raise Refused(
                "there is no such column", column=column, allowed=", ".join(self.cells) or "none: no file was read"
            )
        cells = self.cells[column]
        for row, cell in zip(self.rows, cells, strict=True):
            if cell.strip() in EMPTY:
                raise Refused("is empty", row=row, column=column, value=cell, allowed="a number or a word a trial")
        if not any(NUMBER.fullmatch(cell.strip()) for cell in cells):
            return cells
        return np.array([number(cell, row, column) for row, cell in zip(self.rows, cells, strict=True)])


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
    kept = rows.with_effect
    left_out = tuple(label for place, label in enumerate(rows.labels) if place not in set(kept))
    if left_out:
        rows = rows.taken(kept)
    unit = next((cell for name in ("unit", "scale") for cell in rows.cells.get(name, ()) if cell), "")
    return Source(
        path.name, rows.labels, rows.yi, rows.vi, rows.measure, rows.says, unit, rows.cells,
        tuple(place + 1 for place in kept), left_out,
    )  # fmt: skip


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
    for part in filter(None, (each.strip() for each in source.split(";"))):
        name, _, value = (each.strip() for each in part.partition("="))
        if name not in QUERY or not value:
            raise Refused("is no part of a query", column=name, value=value or part, allowed=_allowed())
        if name in asked:
            raise Refused("is asked twice", column=name, value=value, allowed="each once")
        try:
            asked[name] = QUERY[name](value)
        except ValueError:
            raise Refused("is no number", column=name, value=value, allowed="weeks, as 12") from None
    found = [contrast_of(row) for row in trials(**asked, role=Role.CONTRAST, poolable=True)]
    if not found:
        raise Refused("no row of the library that can be pooled fits", value=source, allowed=_allowed())
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


def _allowed() -> str:
    """What can be asked for: the words of the rows that can be pooled."""
    rows = trials(role=Role.CONTRAST, poolable=True)
    there = {
        "trial": sorted({one.trial_id for one in rows}),
        "outcome": sorted({one.outcome for one in rows}),
        "weeks": [f"{weeks:g}" for weeks in sorted({one.time_weeks for one in rows if one.time_weeks is not None})],
    }
    words = [f"{name}={' | '.join(values)}" for name, values in there.items()]
    return "; ".join([*words, *(f"{name}=…" for name in QUERY if name not in there)])
