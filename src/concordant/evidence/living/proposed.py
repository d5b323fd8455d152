"""A trial as somebody proposes it: a YAML file, held to what every row of the library is held to.

    trial_id: example2027
    first_author: Example
    year: 2027
    doi: 10.1234/example
    population: chronic CGH
    intervention_class: spinal manipulation
    control_class: sham
    seen_in: Table 2, page 7
    results:
      - outcome: headache frequency
        scale: days per 4 weeks
        time_weeks: 12
        better: lower
        change_or_final: final
        experimental: {n: 40, mean: 6.1, sd: 4.0}
        control: {n: 41, mean: 8.9, sd: 4.4}
      - outcome: headache intensity
        scale: NPRS 0-10
        time_weeks: 12
        better: lower
        change_or_final: final
        difference: {estimate: -1.2, ci_low: -2.1, ci_high: -0.3}

A result has its two arms (means with SD, or events), or the difference, experimental minus control, with its interval,
standard error or exact p. Only what was read in the paper may be proposed, and it says where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from concordant.evidence.library.query import trials
from concordant.evidence.library.reading import trial_row
from concordant.evidence.library.trial_row import TrialRow
from concordant.evidence.refused import Refused

OF_TRIAL = (
    "trial_id", "first_author", "year", "doi", "population", "intervention_class", "control_class", "seen_in",
    "results",
)  # fmt: skip
OF_RESULT = ("outcome", "scale", "time_weeks", "better", "change_or_final")
ARMS = ("experimental", "control")
DIFFERENCE = "difference"
OF_ARM = frozenset({"n", "mean", "sd", "events"})
OF_DIFFERENCE = frozenset({"estimate", "se", "ci_low", "ci_high", "p"})
LONGEST = 100_000
"""Characters of a file."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One trial with all its rows, as the library would hold them."""

    trial_id: str
    name: str
    """First author and year."""
    rows: tuple[TrialRow, ...]


def read_trial(text: str) -> Proposed:
    """Read one trial. Raises Refused with the number of the result and the name of what is wrong."""
    if len(text) > LONGEST:
        raise Refused("is too long", value=len(text), allowed=f"{LONGEST} characters at most")
    try:
        # Every scalar as it was written: 10.10 is no number of a paper, and "no" no answer.
        given = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text, lists and mappings only
    except yaml.YAMLError as error:
        raise Refused(
            f"is no YAML: {' '.join(str(error).split())}", allowed="see concordant evidence add --help"
        ) from error
    trial = _mapping(given, "the file", OF_TRIAL, needed=OF_TRIAL)
    results = trial["results"]
    if not isinstance(results, list) or not results:
        raise Refused("is no list of results", column="results", allowed="at least one result")
    _refuse_known(trial)
    cells = [one for number, result in enumerate(results, 1) for one in _cells(trial, result, number)]
    return Proposed(
        trial["trial_id"],
        f"{trial['first_author']} {trial['year']}",
        tuple(trial_row(number, one) for number, one in enumerate(cells, 1)),
    )


def _refuse_known(trial: Mapping[str, Any]) -> None:
    """A trial that is there already would count twice."""
    for row in trials():
        if row.trial_id == trial["trial_id"] or row.doi.lower() == trial["doi"].lower():
            column = "trial_id" if row.trial_id == trial["trial_id"] else "doi"
            raise Refused(
                f"is in the library already ({row.first_author} {row.year}): it would count twice",
                column=column, value=trial[column], allowed="a trial that is not there yet",
            )  # fmt: skip


def _cells(trial: Mapping[str, Any], given: object, number: int) -> list[dict[str, str]]:
    """The rows of one result in the columns of the library's file."""
    result = _mapping(given, f"result {number}", (*OF_RESULT, *ARMS, DIFFERENCE), needed=OF_RESULT, row=number)
    common = (
        _common(trial) | {name: result[name] for name in OF_RESULT} | {"time_label": f"{result['time_weeks']} weeks"}
    )
    has_arms = [arm for arm in ARMS if arm in result]
    if (DIFFERENCE in result) == bool(has_arms) or len(has_arms) == 1:
        raise Refused(
            "needs both arms, or the difference between them",
            row=number, column=DIFFERENCE, value=", ".join(result), allowed="experimental and control, or difference",
        )  # fmt: skip
    if not has_arms:
        stated = _mapping(result[DIFFERENCE], DIFFERENCE, OF_DIFFERENCE, needed=("estimate",), row=number)
        numbers = {"mean" if name == "estimate" else name: value for name, value in stated.items()}
        return [
            common | {"arm": "experimental minus control", "role": "contrast", "value_kind": "MD",
                      "contrast": "experimental minus control", **numbers}
        ]  # fmt: skip
    rows = []
    for arm in ARMS:
        numbers = _mapping(result[arm], arm, OF_ARM, needed=("n",), row=number)
        kind = "count" if "events" in numbers else "mean_sd"
        for name in ("events",) if kind == "count" else ("mean", "sd"):
            if name not in numbers:
                raise Refused("is missing", row=number, column=f"{arm}.{name}", allowed="mean and sd, or events")
        rows.append(common | {"arm": arm, "role": arm, "value_kind": kind, **numbers})
    return rows


def _common(trial: Mapping[str, Any]) -> dict[str, str]:
    blank = dict.fromkeys(
        ("n", "mean", "sd", "se", "ci_low", "ci_high", "p", "events", "contrast", "doubt", "source_review"), ""
    )
    named = {name: trial[name] for name in OF_TRIAL if name not in ("results", "seen_in")}
    comparison = f"{trial['intervention_class']} v {trial['control_class']}"
    return blank | named | {"comparison": comparison, "how_known": "read", "note": trial["seen_in"]}


def _mapping(
    given: object, what: str, allowed: Sequence[str] | frozenset[str], *, needed: Sequence[str], row: int | None = None
) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise Refused(
            "is no set of names and values", row=row, column=what, value=given, allowed=", ".join(sorted(allowed))
        )
    for name in given:
        if name not in allowed:
            raise Refused(
                "is not known", row=row, column=str(name), value=given[name], allowed=", ".join(sorted(allowed))
            )
    for name in needed:
        if given.get(name) in (None, "", []):
            raise Refused("is missing", row=row, column=name, allowed=f"{what} says it")
    return given
