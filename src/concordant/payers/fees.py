"""What ICBC pays at most for a visit: looked up by the day of treatment, in a table that is data (R04).

The newest row that is in force on the day decides. A row without an amount replaces the older one and means "ask".
A row that does not say from when it holds is kept to be read by people and never looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from concordant.payers.money import amount
from concordant.payers.table import day, lines

READ = "read"
"""How a fee is known that stands in a source that was seen."""


class Item(StrEnum):
    """What is billed for a visit (R07, R08)."""

    INITIAL = "initial"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow:
    """One amount from a day on."""

    effective_from: date | None
    effective_to: date | None = None
    """Included; None: until another row replaces it."""
    discipline: str
    """As claims name it."""
    item: str
    amount: Decimal | None
    """Before tax; None: nobody here knows it."""
    tax: str = ""
    how_known: str
    confidence: str = ""
    source: str
    source_date: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise ValueError(f"the fee of {self.discipline}, {self.item} has no source")
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError(f"the fee of {self.discipline}, {self.item} ends before it begins")


@dataclass(frozen=True, slots=True)
class Fee:
    """What was found for a day."""

    amount: Decimal | None
    """None: not known for this day."""
    row: FeeRow | None
    """The row that decides; None where none is in force."""
    why: str = ""
    """Why it is not known."""


class FeeTable:
    """Rows by discipline and item. Raises ValueError for two rows that begin on one day."""

    def __init__(self, rows: Iterable[FeeRow]) -> None:
        self.rows = tuple(rows)
        self._dated: dict[tuple[str, str], dict[date, FeeRow]] = {}
        for row in self.rows:
            if row.effective_from is None:
                continue
            of = self._dated.setdefault((row.discipline, row.item), {})
            if row.effective_from in of:
                raise ValueError(f"two fees of {row.discipline}, {row.item} begin on {row.effective_from}")
            of[row.effective_from] = row

    def fee(self, discipline: str, item: str, on: date) -> Fee:
        """The fee of a treatment on this day."""
        of = self._dated.get((discipline, item), {})
        started = [since for since in of if since <= on]
        if not started:
            return Fee(None, None, f"no fee of {_words(discipline, item)} is known for {on}")
        row = of[max(started)]
        if row.effective_to is not None and row.effective_to < on:
            return Fee(None, row, f"the fee of {_words(discipline, item)} is known until {row.effective_to} only")
        if row.amount is None:
            return Fee(None, row, f"the fee of {_words(discipline, item)} from {row.effective_from} on is not known")
        return Fee(row.amount, row)

    def published(self, discipline: str, item: str, on: date) -> FeeRow | None:
        """The row that was read and tells the fee of this day; None where the day is a gap, or was only worked out."""
        found = self.fee(discipline, item, on)
        return found.row if found.amount is not None and found.row and found.row.how_known == READ else None

    def with_rows(self, rows: Iterable[FeeRow]) -> FeeTable:
        """A new table with rows that the clinic knows, for the gaps of this one: a row that begins while a published
        fee holds is left out. One of ours without a fee that was read, that begins on the same day, gives way."""
        added = tuple(
            one
            for one in rows
            if one.effective_from is None or self.published(one.discipline, one.item, one.effective_from) is None
        )
        begins = {(one.discipline, one.item, one.effective_from) for one in added}
        kept = (one for one in self.rows if (one.discipline, one.item, one.effective_from) not in begins)
        return FeeTable((*kept, *added)) if added else self


def _words(discipline: str, item: str) -> str:
    return f"{discipline.replace('_', ' ')} ({item})"


@cache
def fee_table() -> FeeTable:
    """The published fees as far as they were seen."""
    return FeeTable(map(_row, lines("fees.csv")))


def _row(line: dict[str, str]) -> FeeRow:
    return FeeRow(
        effective_from=day(line["effective_from"]),
        effective_to=day(line["effective_to"]),
        discipline=line["discipline"],
        item=line["item"],
        amount=amount(line["amount"]) if line["amount"] else None,
        tax=line["tax"],
        how_known=line["how_known"],
        confidence=line["confidence"],
        source=line["source"],
        source_date=line["source_date"],
        note=line["note"],
    )
