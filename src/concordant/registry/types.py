"""Columns as Polars has them: the type to write, and the types that are taken."""

from __future__ import annotations

import polars as pl

from concordant.criteria.columns import Column, Holds
from concordant.registry.schema import bounds

_LARGEST_32 = 2**31 - 1


def written(column: Column) -> pl.DataType:
    """The type in which a column is written."""
    match column.holds:
        case Holds.YES_NO:
            return pl.Boolean()
        case Holds.NUMBER:
            return pl.Float64()
        case Holds.WORD:
            return pl.Enum(column.words)
        case Holds.DATE:
            return pl.Date()
        case Holds.ID:
            return pl.String()
    high = bounds(column)[1]
    return pl.Int32() if high is not None and high <= _LARGEST_32 else pl.Int64()


def taken(holds: Holds, found: pl.DataType) -> bool:
    """Whether a column of a table may have this type. A column of nulls has none and is taken."""
    if found == pl.Null():
        return True
    match holds:
        case Holds.YES_NO:
            return found == pl.Boolean()
        case Holds.WHOLE | Holds.NUMBER:
            return found.is_integer() or found.is_float()
        case Holds.WORD:
            return isinstance(found, pl.Enum | pl.Categorical | pl.String)
        case Holds.DATE:
            return found == pl.Date()
    return found.is_integer() or isinstance(found, pl.Enum | pl.Categorical | pl.String)


ALLOWED = {
    Holds.YES_NO: "Boolean",
    Holds.WHOLE: "any integer or float type",
    Holds.NUMBER: "any integer or float type",
    Holds.WORD: "String, Categorical or Enum",
    Holds.DATE: "Date",
    Holds.ID: "String, Categorical, Enum or any integer type",
}
