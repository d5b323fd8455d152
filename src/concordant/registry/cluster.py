"""The same verdicts on a cluster: of a Spark data frame, or of any other lazy frame that Narwhals knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals as nw

from concordant.criteria.columns import Table, program
from concordant.criteria.columns.stages import with_verdicts
from concordant.diagnosis import BOOK

WHOM = ("person", "headache", "as_of")


def verdicts_of(frame: Any, wanted: Iterable[str] | None = None) -> Any:
    """A lazy frame of verdicts, of the kind that was given: whom each row speaks of, the rules, and ``conflict``.

    Columns are those of :func:`concordant.registry.schema.columns`; words are strings. Where ``conflict`` is true a
    rule contradicts itself, and the row has no verdict: look before you count.
    """
    names = list(nw.from_native(frame).collect_schema().names())
    # Spark reads a dot in a name as a part of a record, so columns are called by their number.
    called = {name: f"c{number}" for number, name in enumerate(names)}
    if hasattr(frame, "toDF"):
        plain = nw.from_native(frame.toDF(*called.values()))
    else:
        plain = nw.from_native(frame).lazy().rename(called)
    asked = program(BOOK, Table(names), BOOK if wanted is None else wanted)
    keep = {name: called[name] for name in WHOM if name in called}
    return with_verdicts(plain, asked, called, keep).to_native()
