"""The columns that a table of people may have, from the rules that read them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from concordant.criteria.columns import Aspect, Column, Holds, Places, Table, program
from concordant.criteria.columns.column import PERSON, RARE
from concordant.diagnosis import BOOK
from concordant.facts.kinds import Quantity, Range
from concordant.facts.units import UNITS

AS_OF = Column("as_of", Holds.DATE, Aspect.WHOM)


@lru_cache(maxsize=256)
def columns(places: Places) -> tuple[Column, ...]:
    """Every column that the rules can use, in a row with room for so many headaches, injuries and visits."""
    table = Table(None, places)
    program(BOOK, table)
    whom = {PERSON.name: PERSON, "headache": table.asked["headache"], AS_OF.name: AS_OF}
    there = [column for column in table.asked.values() if column.aspect in (Aspect.THERE, Aspect.DAY)]
    return tuple((whom | {column.name: column for column in there} | table.asked).values())


def described(column: Column) -> dict[str, Any]:
    """One column in plain values: name, type, what it says, the fact with its unit and words, and bounds."""
    shape: dict[str, Any] = {"column": column.name, "type": column.holds.value, "says": column.aspect.value}
    if column.aspect in RARE:
        shape["if_missing"] = "no"
    if column.word:
        shape["fact_or_word"] = column.word
    if column.term is not None:
        fact = column.term.fact
        shape |= {"fact": fact.name, "label": fact.label, "meaning": fact.meaning, "scope": fact.scope.value}
        if column.holds in (Holds.WHOLE, Holds.NUMBER):
            shape["unit"] = UNITS[fact.unit].ucum or "1"
            low, high = bounds(column)
            shape |= {name: bound for name, bound in (("from", low), ("to", high)) if bound is not None}
    if column.words:
        shape["words"] = list(column.words)
    return shape


def bounds(column: Column) -> tuple[float | None, float | None]:
    """The least and most that may stand in a column of entered numbers; none for what is computed."""
    kind = column.term.kind if column.term else None
    if not isinstance(kind, Quantity | Range) or (column.term and column.term.fact.derived_from):
        return None, None
    return kind.low, kind.high


def exact(column: Column) -> str:
    """The name under which a number that may have bounds is given where it is known exactly; empty otherwise."""
    ends = {Aspect.LOW: ".low", Aspect.HIGH: ".high"}
    return column.name.removesuffix(ends[column.aspect]) if column.aspect in ends else ""
