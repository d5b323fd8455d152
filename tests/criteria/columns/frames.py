"""Rows as a Polars frame, and what the evaluator says of them."""

from __future__ import annotations

from typing import Any

import polars as pl

from concordant.criteria import Criterion, Evaluator, RuleConflict, Truth
from concordant.criteria.columns import Column
from concordant.facts import Scope
from concordant.registry.types import written
from tests.criteria.columns.rules_and_rows import Row, RowKnowledge

TRUTH = {Truth.MET: True, Truth.NOT_MET: False, Truth.UNKNOWN: None}


def frame_of(rows: list[Row], columns: dict[str, Column]) -> pl.DataFrame:
    """The rows as a table, with the person's and headache's id."""
    types: dict[str, Any] = {"person": pl.String, "headache": pl.String}
    types |= {name: written(column) for name, column in columns.items() if name != "headache"}
    return pl.DataFrame({name: [row.get(name) for row in rows] for name in types}, schema=types)


def evaluated(rules: dict[str, Criterion], row: Row) -> dict[str, bool | None] | None:
    """The verdict of each rule by the reference evaluator; None where a rule contradicts itself."""
    evaluator = Evaluator(RowKnowledge(row), rules)
    try:
        return {
            key: TRUTH[evaluator.rule(key, "0" if Scope.HEADACHE in rule.needs and row["headache"] else None).truth]
            for key, rule in rules.items()
            if row["headache"] or Scope.HEADACHE not in rule.needs
        }
    except RuleConflict:
        return None
