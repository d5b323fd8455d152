"""What a decision is made of: a cell of the table, with the row and column in which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, all_of
from concordant.progress.decisions.time_points import AT, TimePoint

SOURCE = "product rule, retest 9"


class Action(Enum):
    """What to do in one word (retest 1.5), the most careful first."""

    REFER = "refer"
    RE_EXAMINE = "re_examine"
    ADJUST = "adjust"
    HOLD = "hold"
    PROGRESS = "progress"
    DISCHARGE = "discharge"

    @property
    def care(self) -> int:
        """0 for the most careful."""
        return list(Action).index(self)


@dataclass(frozen=True, slots=True)
class Decision:
    """One proposal to the clinician and when it holds."""

    id: str
    action: Action
    says: str
    """What to do, for the clinician."""
    when: Criterion
    """The whole condition: status, time point and whatever else the row asks."""
    at: TimePoint | None
    """Its column; None for one that holds at any time."""
    source: str = SOURCE

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"decide {self.id}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row says at one time point; with ``only_if`` one of several ways, told apart by ``way``."""

    action: Action
    says: str
    only_if: Criterion | None = None
    way: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: when it is read, and what it says at each time point."""

    id: str
    when: Criterion
    cells: Mapping[TimePoint | None, tuple[Cell, ...]]
    source: str = SOURCE

    def decisions(self) -> Iterator[Decision]:
        """One for each cell."""
        for at, cells in self.cells.items():
            for cell in cells:
                asked = [self.when, *([AT[at]] if at else []), *([cell.only_if] if cell.only_if else [])]
                words = [self.id, at.value if at else "at any time", cell.way]
                yield Decision(
                    " ".join(word for word in words if word), cell.action, cell.says, all_of(*asked), at, self.source
                )
