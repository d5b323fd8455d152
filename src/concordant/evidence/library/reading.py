"""The two files as typed rows, each checked as it is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from concordant.evidence.conversions.intervals import refuse_interval
from concordant.evidence.library.edition import FOLDER
from concordant.evidence.library.known import HowKnown, how_known
from concordant.evidence.library.pooled_row import PooledRow
from concordant.evidence.library.trial_row import Role, TrialRow, ValueKind
from concordant.evidence.refused import Refused

Named = TypeVar("Named", Role, ValueKind)

_DOI = re.compile(r"10\.\d{4,9}/\S+")
CONTRASTS = ("", "experimental minus control", "control minus experimental", "per dose")


@cache
def all_trial_rows() -> tuple[TrialRow, ...]:
    """Every row of the package's trials, without those that a later row replaces."""
    return trial_rows_of(FOLDER / "trials.csv")


@cache
def all_pooled_rows() -> tuple[PooledRow, ...]:
    """Every row of the package's pooled results."""
    return pooled_rows_of(FOLDER / "pooled.csv")


def trial_rows_of(path: Path) -> tuple[TrialRow, ...]:
    """The trial rows of a file; a read row replaces an earlier recalled one. Raises Refused with row and column."""
    rows = [trial_row(number, each) for number, each in enumerate(_dicts(path), 1)]
    kept: dict[tuple[object, ...], TrialRow] = {}
    for each in rows:
        key = (each.trial_id, each.arm, each.role, each.outcome, each.time_weeks, each.time_label, each.value_kind)
        before = kept.pop(key, None)
        if before is not None and before.known not in (HowKnown.RECALLED, HowKnown.PART_RECALLED):
            raise Refused(
                f"the same trial, outcome, time and arm as row {before.row}",
                row=each.row,
                column="trial_id",
                value=each.trial_id,
                allowed="one row each; only a recalled row can be replaced",
            )
        kept[key] = each
    _refuse_swapped(kept.values())
    return tuple(sorted(kept.values(), key=lambda each: each.row))


def pooled_rows_of(path: Path) -> tuple[PooledRow, ...]:
    """The pooled results of a file. Raises Refused with row and column."""
    rows = [_pooled_row(number, each) for number, each in enumerate(_dicts(path), 1)]
    seen: dict[str, int] = {}
    for each in rows:
        if not each.id or each.id in seen:
            raise Refused("an id that is empty or already taken", row=each.row, column="id", value=each.id)
        seen[each.id] = each.row
    return tuple(rows)


def trial_row(row: int, cells: Mapping[str, str]) -> TrialRow:
    """One row from the columns of the file, held to all that a single row can be held to.

    `row` is its number, 1 for the first below the header. Raises Refused with row and column.
    """
    known = how_known(cells["how_known"])
    hide = known is HowKnown.RECALLED
    role, kind = _named(Role, cells, "role", row), _named(ValueKind, cells, "value_kind", row)
    exact_p, p_printed = _p(cells["p"], row)
    read = {
        name: None if hide else _number(cells[name], row, name) for name in ("mean", "sd", "se", "ci_low", "ci_high")
    }
    n = None if hide or known is HowKnown.PART_RECALLED else _count(cells["n"], row, "n")
    events = None if hide else _count(cells["events"], row, "events")
    if n is not None and n < 2:
        raise Refused("is fewer people than 2", row=row, column="n", value=n, allowed="2 or more")
    if events is not None and n is not None and events > n:
        raise Refused(f"is more events than there are people ({n})", row=row, column="events", value=events)
    if read["sd"] is not None and read["sd"] < 0:
        raise Refused("is a negative standard deviation", row=row, column="sd", value=read["sd"], allowed="0 or more")
    if read["se"] is not None and read["se"] <= 0:
        raise Refused("is no standard error", row=row, column="se", value=read["se"], allowed="above 0")
    mean, low, high = read["mean"], read["ci_low"], read["ci_high"]
    if mean is not None and low is not None and high is not None and not cells["doubt"]:
        refuse_interval(mean, low, high, row=row, ratio=kind is ValueKind.OR)
    if cells["contrast"] not in CONTRASTS or (role is Role.CONTRAST) != bool(cells["contrast"]):
        raise Refused(
            "does not say which group is taken from which", row=row, column="contrast", value=cells["contrast"]
        )
    if cells["better"] not in ("", "lower", "higher"):
        raise Refused("is no direction", row=row, column="better", value=cells["better"], allowed="lower, higher")
    return TrialRow(
        row=row, trial_id=_word(cells, "trial_id", row), first_author=_word(cells, "first_author", row),
        year=_year(cells["year"], row), doi=_doi(cells["doi"], row), comparison=_word(cells, "comparison", row),
        arm=_word(cells, "arm", row), role=role, intervention_class=cells["intervention_class"],
        control_class=cells["control_class"], outcome=_word(cells, "outcome", row), scale=cells["scale"],
        time_weeks=_number(cells["time_weeks"], row, "time_weeks"), time_label=cells["time_label"], n=n,
        value_kind=kind,
        **read, p=None if hide else exact_p, p_printed="" if hide else p_printed, events=events,
        contrast=cells["contrast"], better=cells["better"], doubt=cells["doubt"],
        change_or_final=cells["change_or_final"],
        population=cells["population"], known=known, how_known=cells["how_known"],
        source_review=cells["source_review"], note=cells["note"],
        withheld=hide or known is HowKnown.PART_RECALLED,
    )  # fmt: skip


def _pooled_row(row: int, cells: Mapping[str, str]) -> PooledRow:
    known = how_known(cells["how_known"])
    hide = known is HowKnown.RECALLED
    names = ("estimate", "ci_low", "ci_high", "I2", "tau2", "p")
    read = {name: None if hide else _number(cells[name], row, name) for name in names}
    estimate, low, high = read["estimate"], read["ci_low"], read["ci_high"]
    if estimate is not None and low is not None and high is not None:
        refuse_interval(estimate, low, high, row=row)
    return PooledRow(
        row=row, id=cells["id"], review=_word(cells, "review", row), doi=_doi(cells["doi"], row),
        comparison=_word(cells, "comparison", row), outcome=cells["outcome"], scale=cells["scale"], time=cells["time"],
        model=cells["model"], k=None if hide else _count(cells["k"], row, "k"),
        n=None if hide else _count(cells["n"], row, "n"), estimate_kind=cells["estimate_kind"],
        estimate=estimate, ci_low=low, ci_high=high, i2=read["I2"], tau2=read["tau2"], p=read["p"],
        trials_included=cells["trials_included"], grade_certainty="" if hide else cells["grade_certainty"],
        known=known, how_known=cells["how_known"], recomputed=cells["recomputed"],
        note="" if hide else cells["note"], withheld=hide,
    )  # fmt: skip


def _refuse_swapped(rows: Iterable[TrialRow]) -> None:
    """One arm of a trial is on one side of a comparison throughout."""
    side: dict[tuple[str, str, str], TrialRow] = {}
    for each in rows:
        if each.role is Role.CONTRAST:
            continue
        before = side.setdefault((each.trial_id, each.comparison, each.arm), each)
        if before.role is not each.role:
            raise Refused(
                f"the arm {each.arm!r} is {before.role.value} in row {before.row}: swapped arms", row=each.row,
                column="role", value=each.role.value, allowed="one side throughout a comparison",
            )  # fmt: skip


def _dicts(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(cell: str, row: int, column: str) -> float | None:
    if not cell:
        return None
    try:
        return float(cell)
    except ValueError as error:
        raise Refused("is not a number", row=row, column=column, value=cell, allowed="a number or nothing") from error


def _count(cell: str, row: int, column: str) -> int | None:
    value = _number(cell, row, column)
    if value is None:
        return None
    if value < 0 or value != int(value):
        raise Refused("is no count", row=row, column=column, value=cell, allowed="a whole number from 0")
    return int(value)


def _p(cell: str, row: int) -> tuple[float | None, str]:
    """An exact p, and p as printed; a bound (p < 0.05) is not a value."""
    if cell[:1] in ("<", ">"):
        _number(cell[1:], row, "p")
        return None, cell
    value = _number(cell, row, "p")
    if value is not None and not 0 < value < 1:
        raise Refused("is no p", row=row, column="p", value=value, allowed="above 0 and below 1")
    return value, cell


def _year(cell: str, row: int) -> int | None:
    value = _count(cell, row, "year")
    if value is not None and not 1900 <= value <= 2100:
        raise Refused("is no year", row=row, column="year", value=cell)
    return value


def _doi(cell: str, row: int) -> str:
    if cell and not _DOI.fullmatch(cell):
        raise Refused("is no DOI", row=row, column="doi", value=cell, allowed="10.…/… or nothing")
    return cell


def _word(cells: Mapping[str, str], column: str, row: int) -> str:
    if not cells[column]:
        raise Refused("is empty", row=row, column=column)
    return cells[column]


def _named(kind: type[Named], cells: Mapping[str, str], column: str, row: int) -> Named:
    try:
        return kind(cells[column])
    except ValueError as error:
        allowed = ", ".join(each.value for each in kind)
        raise Refused("is not known", row=row, column=column, value=cells[column], allowed=allowed) from error
