"""Every published pool: as printed, as rated, and whether it can be computed again."""

from dataclasses import dataclass

from clinic.evidence.figures import figure_of, plainly, title_of
from concordant.evidence.library import HowKnown, PooledRow, Recomputed, rated, recompute, recomputed


@dataclass(frozen=True)
class Published:
    """One pooled result of a review."""

    row: PooledRow
    title: str
    figure: str
    """Empty where no number was seen, or where it is only recalled."""
    plain: str
    certainty: str
    """The level; empty where the rating was not seen."""
    answer: str
    why: str
    second_hand: bool
    note: str
    """How its sign reads, what it left out; empty where the figure itself is only recalled."""


def published() -> tuple[Published, ...]:
    return tuple(map(_shown, recomputed()))


def of_rows(rows: tuple[PooledRow, ...]) -> tuple[Published, ...]:
    return tuple(_shown(recompute(each)) for each in rows)


def _shown(one: Recomputed) -> Published:
    row = one.row
    return Published(
        row, title_of(row), figure_of(row), plainly(row), rated(row).level, one.answer.value, one.why,
        row.known is HowKnown.SECOND_HAND, row.note,
    )  # fmt: skip
