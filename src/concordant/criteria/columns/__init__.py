"""The same rules over whole columns: one row a headache, all people at once.

:func:`program` reads rules as a straight-line program over the columns of a :class:`Table`;
:class:`bits.Machine` runs it on Polars, :func:`stages.with_verdicts` on any frame that Narwhals knows.
Neither is imported here, so that the command starts without them.
"""

from concordant.criteria.columns.column import Aspect, Column, Holds
from concordant.criteria.columns.program import Conflict, Program
from concordant.criteria.columns.reader import program
from concordant.criteria.columns.table import Table, places_in
from concordant.criteria.columns.where import THIS, Places, Where

__all__ = [
    "THIS",
    "Aspect",
    "Column",
    "Conflict",
    "Holds",
    "Places",
    "Program",
    "Table",
    "Where",
    "places_in",
    "program",
]
