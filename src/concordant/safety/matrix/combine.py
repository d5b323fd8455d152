"""The letters of one person: of all that was found the strictest, and of what is not known the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from concordant.criteria import Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_facts
from concordant.safety.matrix.row import TECHNIQUES, Letter, Row
from concordant.safety.matrix.rows import NOT_ASKED_AGAIN, NOT_SCREENED, ROWS


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row that counts for this person."""

    row: Row
    truth: Truth
    """Unknown where its facts were not asked: what is not known not to be there counts as there."""
    because: tuple[str, ...] = ()
    """The facts that show it."""
    ask: tuple[str, ...] = ()
    """The facts that would say whether it is so."""


@dataclass(frozen=True, slots=True)
class TechniqueReading:
    """How far one technique may be used today."""

    technique: str
    letter: Letter
    because: tuple[str, ...]
    """Ids of the rows that give this letter, known ones first."""
    limit: str
    until: str


def read_matrix(rule: Callable[[str], Trace], *, screened: bool, asked_again: bool) -> tuple[RowReading, ...]:
    """The rows that count: those met, those not known, and those that follow from what was not asked."""
    found = [(row, rule(row.key)) for row in ROWS]
    met = tuple(
        RowReading(row, Truth.MET, because=deciding_facts(trace)) for row, trace in found if trace.truth is Truth.MET
    )
    if not screened:
        # It stops everything by itself; what else is not known would only hide what is.
        return (*met, RowReading(NOT_SCREENED, Truth.MET))
    unknown = tuple(
        RowReading(row, Truth.UNKNOWN, ask=facts_to_ask(trace)) for row, trace in found if trace.truth is Truth.UNKNOWN
    )
    again = () if asked_again and not unknown else (RowReading(NOT_ASKED_AGAIN, Truth.MET),)
    return (*met, *unknown, *again)


def combine(rows: Iterable[RowReading]) -> tuple[TechniqueReading, ...]:
    """The strictest letter for each technique. The order of the rows does not matter to the letters."""
    counting = sorted(rows, key=lambda one: one.truth is Truth.UNKNOWN)
    return tuple(_technique(technique, counting) for technique in TECHNIQUES)


def _technique(technique: str, rows: list[RowReading]) -> TechniqueReading:
    letter = max((one.row.letters[technique] for one in rows), key=lambda each: each.strictness, default=Letter.ALLOWED)
    giving = [one.row for one in rows if one.row.letters[technique] is letter is not Letter.ALLOWED]
    # A limit in words may stand beside an allowed technique too (positioning in pregnancy).
    limits = [one.row.limit(technique) for one in rows] if letter is not Letter.STOP else []
    return TechniqueReading(
        technique,
        letter,
        because=tuple(row.id for row in giving),
        limit="; ".join(dict.fromkeys(filter(None, limits))),
        until="; ".join(dict.fromkeys(row.until for row in giving)),
    )
