"""A trial as somebody proposes it: a YAML file, held to what every row of the library is held to.

`trial.example.yaml` is one, `trial.schema.json` its form.
A result has its two arms (means with SD, or events), or the difference, experimental minus control, with its interval,
standard error or exact p. Only what was read in the paper may be proposed, and it says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from concordant.evidence.library.contrast import contrast_of
from concordant.evidence.library.query import trials
from concordant.evidence.library.reading import trial_row
from concordant.evidence.library.trial_row import TrialRow
from concordant.evidence.living.document import tree_of
from concordant.evidence.living.form import ARMS, DIFFERENCE, form_of
from concordant.evidence.refused import Refused

EXAMPLE = (Path(__file__).parent / "trial.example.yaml").read_text("utf-8")
MADE_UP = "10.5555/"
"""DOIs of this prefix are Crossref's for tests: no paper has one."""
SMALLEST_SE = 1e-9
"""Below it a result has no spread, and would outweigh every other trial."""
_OF_TRIAL = ("trial_id", "first_author", "year", "doi", "population", "intervention_class", "control_class")
_OF_RESULT = ("outcome", "scale", "time_weeks", "better", "change_or_final")
_NUMBERS = ("n", "mean", "sd", "se", "ci_low", "ci_high", "p", "events")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One trial with all its rows, as the library would hold them; their numbers are those of the results."""

    trial_id: str
    name: str
    """First author and year."""
    doi: str
    seen_in: str
    rows: tuple[TrialRow, ...]

    @property
    def is_made_up(self) -> bool:
        """No paper, so nothing to be kept."""
        return self.doi.startswith(MADE_UP)

    def same_in(self, rows: Iterable[TrialRow]) -> TrialRow | None:
        """A row of the same trial (by id or DOI, whatever the case), whose people would count twice."""
        doi = self.doi.lower()
        return next((row for row in rows if row.trial_id.lower() == self.trial_id or row.doi.lower() == doi), None)


def read_trial(text: str, *, known: Iterable[TrialRow] | None = None) -> Proposed:
    """Read one trial. Raises Refused with the number of the result and the name of what is wrong.

    ``known`` holds the rows in which the trial must not be yet; where none are given, those of the library.
    """
    trial = form_of(tree_of(text))
    rows: list[TrialRow] = []
    for number, result in enumerate(trial["results"], 1):
        read = _rows(trial, result, number)
        _refuse_again(read[0], rows)
        rows += read
    found = Proposed(
        trial["trial_id"], f"{trial['first_author']} {trial['year']}", trial["doi"], trial["seen_in"], tuple(rows)
    )
    _refuse_known(found, trials() if known is None else known)
    return found


def _refuse_known(found: Proposed, known: Iterable[TrialRow]) -> None:
    """A trial that is there already would count twice."""
    row = found.same_in(known)
    if row is not None:
        column = "trial_id" if row.trial_id.lower() == found.trial_id else "doi"
        raise Refused(
            f"is in the library already ({row.first_author} {row.year}): it would count twice",
            column=column, value=getattr(found, column), allowed="a trial that is not there yet",
        )  # fmt: skip


def _refuse_again(one: TrialRow, before: Iterable[TrialRow]) -> None:
    """The same people measured the same way at the same time are one result."""
    same = ("outcome", "scale", "time_weeks")
    for each in before:
        if all(_folded(getattr(each, name)) == _folded(getattr(one, name)) for name in same):
            raise Refused(
                f"is result {each.row} again: the same outcome, scale and time", row=one.row, column="outcome",
                value=one.outcome, allowed="each outcome at each time once",
            )  # fmt: skip


def _folded(value: object) -> object:
    return " ".join(value.lower().split()) if isinstance(value, str) else value


def _rows(trial: Mapping[str, Any], result: Mapping[str, Any], number: int) -> tuple[TrialRow, ...]:
    """One result as rows of the library: a contrast, or two arms that give one."""
    common = dict.fromkeys((*_NUMBERS, "contrast", "doubt", "source_review"), "") | {
        name: trial[name] for name in _OF_TRIAL
    }
    common |= {name: result[name] for name in _OF_RESULT} | {
        "comparison": f"{trial['intervention_class']} v {trial['control_class']}",
        "time_label": f"{result['time_weeks']} weeks",
        "how_known": "read",
        "note": trial["seen_in"],
    }
    if DIFFERENCE in result:
        stated = {"mean" if name == "estimate" else name: value for name, value in result[DIFFERENCE].items()}
        kind = {"role": "contrast", "value_kind": "MD", "contrast": "experimental minus control"}
        rows: tuple[TrialRow, ...] = (
            _row(number, DIFFERENCE, common | {"arm": "experimental minus control"} | kind | stated),
        )
    else:
        kind = {"value_kind": "count" if "events" in result[ARMS[0]] else "mean_sd"}
        rows = tuple(_row(number, arm, common | {"arm": arm, "role": arm} | kind | result[arm]) for arm in ARMS)
    _refuse_without_spread(rows, number)
    return rows


def _row(number: int, place: str, cells: Mapping[str, str]) -> TrialRow:
    try:
        return trial_row(number, cells)
    except Refused as error:
        raise _at(error, number, place) from error


def _refuse_without_spread(rows: tuple[TrialRow, ...], number: int) -> None:
    """Whatever is proposed gives an effect with a spread: with none it would outweigh every other trial."""
    place = DIFFERENCE if len(rows) == 1 else ", ".join(ARMS)
    try:
        se = contrast_of(*rows).se
    except Refused as error:
        raise Refused(error.says, row=number, column=place, value=error.value, allowed=error.allowed) from error
    if se < SMALLEST_SE:
        raise Refused(
            "leaves no spread", row=number, column=place, value=se,
            allowed=f"a standard error of the difference from {SMALLEST_SE:g}",
        )  # fmt: skip


def _at(error: Refused, number: int, place: str) -> Refused:
    """What the library's row refuses, at the place where the file says it."""
    name = "estimate" if (place, error.column) == (DIFFERENCE, "mean") else error.column
    column = f"{place}.{name}" if name in (*_NUMBERS, "estimate") else name
    return Refused(error.says, row=number, column=column, value=error.value, allowed=error.allowed)
