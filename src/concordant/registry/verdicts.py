"""The verdicts of every rule for every row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from concordant.criteria import RuleConflict
from concordant.criteria.columns import Table, program
from concordant.criteria.columns.bits import Machine
from concordant.diagnosis import BOOK, Status
from concordant.registry.book import WORKING_LABELS, codes, of_headache
from concordant.registry.fitting import Checks, fitted

_STATUS = (Status.EXCLUDED, Status.DEFINITE, Status.UNDETERMINED, Status.PROVISIONAL)
"""In the order of the codes: not met, met, unknown, and the working label of what is unknown."""
STATUS = pl.Enum([status.value for status in _STATUS])


class Verdicts:
    """Gives the verdicts of some rules (default: all) for tables with these columns.

    Raises KeyError for a rule that there is not, and TableError for a table that does not fit.
    """

    def __init__(self, schema: Mapping[str, pl.DataType], wanted: Iterable[str] | None = None) -> None:
        self.rules = tuple(BOOK if wanted is None else dict.fromkeys(wanted))
        self.whom = tuple(name for name in ("person", "headache", "as_of") if name in schema)
        fit = fitted(schema)
        self.missing = fit.missing
        self._codes = codes(self.rules)
        self._labels = {code: WORKING_LABELS[code] for code in self._codes if code in WORKING_LABELS}
        self._of_headache = [key for key in self.rules if of_headache(key)] + [f"{code} status" for code in self._codes]
        asked = tuple(dict.fromkeys((*self.rules, *self._labels.values())))
        self._any = Machine(program(BOOK, Table(fit.present), asked))
        # Most tables hold nobody without a headache; then much of what runs over headaches falls away.
        self._each_with_headache = Machine(program(BOOK, Table(fit.present, full=("headache",)), asked))
        read = dict.fromkeys((*self.whom, *self._any.program.columns))
        self._checks = Checks({name: fit.present[name] for name in read if name in fit.present}, schema)
        self.columns = tuple(read)
        """The columns that are read; no other is looked at."""
        self.schema: dict[str, pl.DataType] = (
            {name: schema[name] for name in self.whom}
            | {key: pl.Boolean() for key in self.rules}
            | {f"{code} status": STATUS for code in self._codes}
        )
        """The columns that are written."""

    def of(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Whom each row speaks of, a verdict for each rule (null: unknown), and a status for each diagnosis.

        Raises TableError for a value that its fact cannot take, and RuleConflict for a row in which a rule
        contradicts itself.
        """
        frame = self._checks.of(frame)
        without = frame["headache"].null_count() > 0
        machine = self._any if without else self._each_with_headache
        found, conflicts = machine.run(frame)
        for conflict, rows in zip(machine.program.conflicts, conflicts, strict=True):
            if rows.any():
                raise RuleConflict(f"{_whom(frame, rows)}: {conflict.message}")
        written = frame.select(self.whom).with_columns(
            *(found[key].alias(key) for key in self.rules),
            *(self._status(code, found).alias(f"{code} status") for code in self._codes),
        )
        # Without a headache there is nothing to diagnose.
        return written.with_columns(map(_of_a_headache, self._of_headache)) if without else written

    def _status(self, code: str, found: Mapping[str, pl.Series]) -> pl.Series:
        verdict = found[code]
        number = verdict.cast(pl.UInt8).fill_null(2)
        if code in self._labels:
            # A label that is itself unknown is no label.
            number += (found[self._labels[code]].fill_null(False) & verdict.is_null()).cast(pl.UInt8)
        return number.cat.to(STATUS)


def _of_a_headache(name: str) -> pl.Expr:
    return pl.when(pl.col("headache").is_not_null()).then(name).alias(name)


def _whom(frame: pl.DataFrame, rows: pl.Series) -> str:
    first = frame.filter(rows.fill_null(False)).row(0, named=True)
    return f"person {first['person']}, headache {first['headache']}"
