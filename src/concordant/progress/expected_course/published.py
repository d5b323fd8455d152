"""What trial arms had lost by which week: the rows on which the limits are anchored (prognosis 4)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Row:
    """The mean of one arm of one trial at one week."""

    trial: str
    arm: str
    role: str
    """active or comparison."""
    n: int
    """People in the arm."""
    outcome: str
    unit: str
    """days/28 or days/week."""
    week: int
    mean: float
    sd: float | None
    """None where none was read."""
    doi: str
    how_known: str
    """read, or derived from what was read."""
    note: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Headache days of an arm at one week, divided by those of the same arm at baseline."""

    then: Row
    baseline: Row

    @property
    def value(self) -> float:
        """The ratio of two means; no interval, as none was published."""
        return self.then.mean / self.baseline.mean

    @property
    def how_known(self) -> str:
        """Read only where both means were read."""
        return "read" if self.then.how_known == self.baseline.how_known == "read" else "derived"

    def __str__(self) -> str:
        one = self.then
        return (
            f"{one.trial}, {one.arm} ({one.role} arm, n = {one.n}), week {one.week}: {self.baseline.mean:g} to "
            f"{one.mean:g} {one.unit}, {self.value:.2f} of baseline ({self.how_known}; doi:{one.doi})"
        )


@cache
def rows() -> tuple[Row, ...]:
    """Every row, by trial, arm and week."""
    text = files(__package__).joinpath("trials.csv").read_text(encoding="utf-8")
    return tuple(_row(line) for line in csv.DictReader(text.splitlines()))


def _row(line: dict[str, str]) -> Row:
    return Row(
        trial=line["trial"],
        arm=line["arm"],
        role=line["role"],
        n=int(line["n"]),
        outcome=line["outcome"],
        unit=line["unit"],
        week=int(line["week"]),
        mean=float(line["mean"]),
        sd=float(line["sd"]) if line["sd"] else None,
        doi=line["doi"],
        how_known=line["how_known"],
        note=line["note"],
    )


@cache
def ratios() -> tuple[Ratio, ...]:
    """Each mean after baseline against the baseline of its own arm."""
    first = {(one.trial, one.arm): one for one in rows() if one.week == 0}
    return tuple(Ratio(one, first[one.trial, one.arm]) for one in rows() if one.week)
