"""What makes a row impossible, or impossible to pool. Each check names row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from concordant.evidence.conversions.intervals import refuse_interval
from concordant.evidence.refused import Refused
from concordant.evidence.rows.computing import RATIOS
from concordant.evidence.rows.table import number

Cells = Mapping[str, tuple[str, ...]]

SIZES = ("n", "ni", "n1i", "n2i", "n1", "n2")
SPREADS = ("sd", "sd1i", "sd2i", "sd_before", "sd_after", "sd_change")
POOLABLE_KINDS = ("mean_sd", "count", "MD", "SMD", "RD", "OR", "RR", "ROM", "yi")
REFUSED_KINDS = {
    "percent_change": "a percent change without an SD",
    "slope": "a slope over doses",
    "mean_change": "a change within one arm without SD or comparator",
    "mean_pm": "printed with ± of which nobody says what it is",
    "MD (kind unclear)": "not said whether between or within arms",
    "MD_kind_unclear": "not said whether between or within arms",
    "none": "an inventory row without results",
}
REFUSED_UNITS = ("percent_change", "percentage_change", "%_change", "slope", "mean_change")
"""Kinds of value that some files write where the unit should be."""
TRIAL, OUTCOME, TIME, ARM = ("trial_id", "study"), ("outcome",), ("time_weeks", "week", "time"), ("arm", "dose")
ESTIMATES = ("estimate", "md_reported", "or", "rr", "yi_reported", "mean")
LIMITS = (("ci_low", "ci_high"), ("or_low", "or_high"), ("rr_low", "rr_high"))
SCALELESS = ("SMD", "SMDH", "SMCC", "SMCR", "OR", "RR", "RD", "ROM", "IRR", "PLO", "PLN", "PFT", "PAS")
"""Measures without a unit: trials on different scales may share a pool of them."""


def check(cells: Cells, count: int, measure: str) -> None:
    """Refuse what cannot be right, whatever the effects are computed from."""
    for each in (_known, _kinds, _sizes, _spreads, _events, _correlations, _sides, _duplicates):
        each(cells, count)
    _intervals(cells, count, ratio=measure in RATIOS and "yi" not in cells)
    _one_unit(cells, measure)
    _one_measure(cells, measure)


def check_effects(yi: np.ndarray, vi: np.ndarray, cells: Cells) -> None:
    """Refuse a negative variance, one of 0, and an effect without its variance."""
    column = "vi" if "vi" in cells else "vi, as computed"
    for row, (effect, variance) in enumerate(zip(yi, vi, strict=True), 1):
        if np.isnan(effect) != np.isnan(variance):
            missing = "vi" if np.isnan(variance) else "yi"
            raise Refused(
                "is missing: an effect needs its variance",
                row=row,
                column=missing,
                allowed="both yi and vi, or neither",
            )
        if variance < 0:
            raise Refused("is a negative variance", row=row, column=column, value=float(variance), allowed="above 0")
        if variance == 0:
            raise Refused("is a variance of 0", row=row, column=column, value=0.0, allowed="above 0")


def check_sides(yi: np.ndarray, vi: np.ndarray, cells: Cells) -> None:
    """Refuse swapped arms: two rows of one trial, or a row and the estimate it reports, that say the opposite."""
    for column in ("md_reported", "yi_reported"):
        for row, cell in enumerate(cells.get(column, ()), 1):
            said = number(cell, row, column)
            if "per_days" in cells or np.isnan(said) or np.isnan(yi[row - 1]):
                continue
            same_size = abs(abs(said) - abs(yi[row - 1])) <= 0.005 + 0.01 * abs(said)
            if same_size and said * yi[row - 1] < 0:
                raise Refused(
                    "the arms give the opposite of what is reported: swapped arms", row=row, column=column,
                    value=said, allowed=f"{yi[row - 1]:g}",
                )  # fmt: skip
    name = _first(cells, TRIAL)
    if not name:
        return
    seen: dict[tuple[str, ...], int] = {}
    keys = [name, *(each for each in (_first(cells, OUTCOME), _first(cells, TIME)) if each)]
    for row in range(len(yi)):
        key = tuple(cells[each][row] for each in keys)
        before = seen.setdefault(key, row)
        if (
            before != row
            and yi[row] != 0
            and np.isclose(yi[row], -yi[before], rtol=1e-9)
            and np.isclose(vi[row], vi[before])
        ):
            raise Refused(
                f"says the opposite of row {before + 1} of the same trial: swapped arms", row=row + 1, column=name,
                value=cells[name][row], allowed="experimental minus control throughout",
            )  # fmt: skip


def _known(cells: Cells, count: int) -> None:
    for row, said in enumerate(cells.get("how_known", ()), 1):
        if "recalled" in said.lower():
            raise Refused(
                "is recalled, not read: never pooled", row=row, column="how_known", value=said, allowed="read"
            )


def _kinds(cells: Cells, count: int) -> None:
    for row, kind in enumerate(cells.get("value_kind", ()), 1):
        if kind in REFUSED_KINDS:
            raise Refused(f"cannot be pooled: {REFUSED_KINDS[kind]}", row=row, column="value_kind", value=kind)
        if kind not in POOLABLE_KINDS:
            raise Refused("is not known", row=row, column="value_kind", value=kind, allowed=", ".join(POOLABLE_KINDS))


def _sizes(cells: Cells, count: int) -> None:
    _each(cells, SIZES, lambda value: value < 2, "is fewer people than 2", "2 or more")


def _spreads(cells: Cells, count: int) -> None:
    _each(cells, SPREADS, lambda value: value < 0, "is a negative standard deviation", "0 or more")
    _each(cells, ("se", "sei"), lambda value: value <= 0, "is no standard error", "above 0")


def _correlations(cells: Cells, count: int) -> None:
    _each(cells, ("r",), lambda value: abs(value) > 1, "is no correlation", "-1 to 1")


def _events(cells: Cells, count: int) -> None:
    for events, people in (("ai", "n1i"), ("ci", "n2i"), ("events", "n")):
        if events not in cells or people not in cells:
            continue
        for row, (some, of) in enumerate(zip(cells[events], cells[people], strict=True), 1):
            number_of, size = number(some, row, events), number(of, row, people)
            if number_of < 0 or number_of > size:
                raise Refused(
                    f"is not among the people in {people}",
                    row=row,
                    column=events,
                    value=number_of,
                    allowed=f"0 to {size:g}",
                )


def _intervals(cells: Cells, count: int, *, ratio: bool) -> None:
    """Of differences; of ratios, which have columns of their own or are said to be the measure of the file."""
    for low, high in LIMITS:
        own = low.removesuffix("_low")
        is_ratio = own in ("or", "rr") or ratio
        of = own if own in ("or", "rr") else _first(cells, ESTIMATES)
        if low not in cells or high not in cells or of not in cells:
            continue
        for row in range(1, count + 1):
            three = [number(cells[each][row - 1], row, each) for each in (of, low, high)]
            for each, value in zip((of, low, high), three, strict=True):
                if is_ratio and value <= 0:
                    raise Refused("is no ratio", row=row, column=each, value=value, allowed="above 0")
            if not np.isnan(three).any():
                decimals = max(_printed_decimals(cells[each][row - 1]) for each in (of, low, high))
                refuse_interval(three[0], three[1], three[2], row=row, column=low, decimals=decimals, ratio=is_ratio)


def _sides(cells: Cells, count: int) -> None:
    """One arm of a trial is on one side throughout."""
    trial = _first(cells, TRIAL)
    if trial and "arm1" in cells and "arm2" in cells:
        _pairs(cells, trial)
    if not trial or "role" not in cells or "arm" not in cells:
        return
    side: dict[tuple[str, str], tuple[int, str]] = {}
    for row, (name, arm, role) in enumerate(zip(cells[trial], cells["arm"], cells["role"], strict=True), 1):
        before, was = side.setdefault((name, arm), (row, role))
        if was != role:
            raise Refused(
                f"the arm {arm!r} is {was} in row {before}: swapped arms",
                row=row,
                column="role",
                value=role,
                allowed=was,
            )


def _pairs(cells: Cells, trial: str) -> None:
    """What is the experimental arm in one row of a trial is not the control of it in another."""
    seen: dict[tuple[str, str, str], int] = {}
    for row, (name, one, two) in enumerate(zip(cells[trial], cells["arm1"], cells["arm2"], strict=True), 1):
        before = seen.get((name, two, one))
        if before is not None:
            raise Refused(
                f"the two arms stand the other way round in row {before}: swapped arms", row=row, column="arm1",
                value=one, allowed=two,
            )  # fmt: skip
        seen.setdefault((name, one, two), row)


def _duplicates(cells: Cells, count: int) -> None:
    """The same trial, outcome, time and arm; where none of these is given, the same label with the same numbers."""
    trial = _first(cells, TRIAL)
    if not trial:
        return
    beside = [name for names in (OUTCOME, TIME, ARM) if (name := _first(cells, names))]
    keys = [trial, *beside, *([each for each in ("district", "school") if each in cells])]
    if not beside and trial != "trial_id":
        keys = list(cells)
    seen: dict[tuple[str, ...], int] = {}
    for row in range(count):
        key = tuple(cells[each][row] for each in keys)
        before = seen.setdefault(key, row)
        if before != row:
            raise Refused(
                f"is there twice, first in row {before + 1} (same {', '.join(keys[:4])})", row=row + 1, column=trial,
                value=cells[trial][row], allowed="each trial, outcome, time and arm once",
            )  # fmt: skip


def _one_unit(cells: Cells, measure: str) -> None:
    for column in ("unit", "scale"):
        given = [(row, cell) for row, cell in enumerate(cells.get(column, ()), 1) if cell]
        for row, cell in given:
            if cell.lower().replace(" ", "_") in REFUSED_UNITS:
                raise Refused("is a unit that cannot be pooled", row=row, column=column, value=cell)
        for row, cell in given[1:]:
            if measure not in SCALELESS and cell != given[0][1]:
                raise Refused(
                    f"is another unit than in row {given[0][0]}: mixed units", row=row, column=column, value=cell,
                    allowed=given[0][1],
                )  # fmt: skip


def _one_measure(cells: Cells, measure: str) -> None:
    """One measure; and change scores beside final ones only where the unit is the outcome's own (Handbook 10.5.2)."""
    columns = {"measure": "is another measure than in row"}
    if measure in ("SMD", "SMDH"):
        columns["change_or_final"] = "standardised differences of change and final scores share no pool; see row"
    for column, says in columns.items():
        given = [(row, cell) for row, cell in enumerate(cells.get(column, ()), 1) if cell]
        for row, cell in given[1:]:
            if cell != given[0][1]:
                raise Refused(f"{says} {given[0][0]}", row=row, column=column, value=cell, allowed=given[0][1])


def _each(cells: Cells, columns: tuple[str, ...], wrong: Callable[[float], bool], says: str, allowed: str) -> None:
    for column in columns:
        for row, cell in enumerate(cells.get(column, ()), 1):
            value = number(cell, row, column)
            if wrong(value):
                raise Refused(says, row=row, column=column, value=value, allowed=allowed)


def _first(cells: Cells, names: tuple[str, ...]) -> str:
    return next((each for each in names if each in cells), "")


def _printed_decimals(cell: str) -> int:
    """Decimals as printed; a float written out in full (17 digits) is taken by its shortest form."""
    shortest = repr(float(cell))
    return min(len(shortest.partition(".")[2].rstrip("0")), 6) if "e" not in shortest else 6
