"""What cannot be true of one day of the diary.

That a day without a headache has a worst pain above 0, or the reverse, is refused where it is read. A day that
contradicts itself in another way is a day without an answer: it counts neither as a headache day nor as a free one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from concordant.facts.diary.day import (
    acute_medication,
    acute_medication_detail,
    headache_hours,
    headache_today,
    intensity_nrs,
    intensity_usual_nrs,
)
from concordant.facts.fact import Fact
from concordant.facts.values import Value
from concordant.record.case import DiaryRow
from concordant.record.contradictions.contradiction import Contradiction, Entry, Withheld, contradiction
from concordant.record.contradictions.impossible import diary_entry


@dataclass(frozen=True, slots=True)
class ImpossibleDay:
    """Values of one row that cannot be true of one day."""

    id: str
    says: str
    facts: tuple[Fact[Any], ...]
    when: Callable[[Any], bool]
    """Gets the facts of the row."""


def _says_no(row: Any) -> bool:
    return row.get("headache_today") is False or row.get("intensity_nrs") == 0


def _above(value: Any, bound: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > bound


OF_A_DAY = (
    ImpossibleDay(
        "free_day_with_headache",
        "A day without a headache has no hours of it and no usual pain above 0",
        (headache_today, intensity_nrs, intensity_usual_nrs, headache_hours),
        lambda row: (
            _says_no(row) and any(_above(row.get(name), 0) for name in ("intensity_usual_nrs", "headache_hours"))
        ),
    ),
    ImpossibleDay(
        "usual_pain_above_worst",
        "The usual pain of a day cannot exceed the worst",
        (intensity_usual_nrs, intensity_nrs),
        lambda row: (
            _above(row.get("intensity_nrs"), -1) and _above(row.get("intensity_usual_nrs"), row["intensity_nrs"])
        ),
    ),
    ImpossibleDay(
        "no_medicine_yet_taken",
        "A day without acute medicine has none in its list",
        (acute_medication, acute_medication_detail),
        lambda row: row.get("acute_medication") == frozenset() and bool(row.get("acute_medication_detail")),
    ),
)
_WHETHER = frozenset({"headache_today", "intensity_nrs"})
"""The facts that say whether there was a headache at all."""

_NOTHING = (None, 0)


def may_contradict_itself(facts: Mapping[str, Value]) -> bool:
    """Whether any rule can apply; nearly every row of a long diary ends here."""
    if "intensity_usual_nrs" in facts or "acute_medication_detail" in facts:
        return True
    return facts.get("headache_hours") not in _NOTHING and _says_no(facts)


def settled_row(row: DiaryRow) -> tuple[DiaryRow, tuple[Contradiction, ...]]:
    """A row without what contradicts itself in it, and what that was."""
    broken = [rule for rule in OF_A_DAY if rule.when(row.facts)]
    if not broken:
        return row, ()
    dropped = {fact.name for rule in broken for fact in rule.facts if fact.name in row.facts}
    kept = {name: value for name, value in row.facts.items() if name not in dropped}
    # A row that only names a headache says that it was there; that is what is in doubt.
    doubt = any(headache_today in rule.facts for rule in broken)
    found = tuple(_of_row(rule.id, rule.says, rule.facts, [row]) for rule in broken)
    return replace(row, facts=kept, headache=None if doubt else row.headache), found


def settled_day(rows: list[DiaryRow]) -> tuple[list[DiaryRow], Contradiction | None]:
    """The rows of one day; where one says that there was none at all and another names one, neither is read."""
    free = [row for row in rows if row.headache is None and _says_no(row.facts)]
    had = [row for row in rows if row.headache is not None and not _says_no(row.facts)]
    if not free or not had:
        return rows, None
    says = "A day without any headache has none by name"
    found = _of_row("free_day_with_a_named_headache", says, (headache_today, intensity_nrs), [*free, *had])
    doubtful = {id(row) for row in (*free, *had)}
    settled = [
        replace(row, headache=None, facts={name: value for name, value in row.facts.items() if name not in _WHETHER})
        if id(row) in doubtful
        else row
        for row in rows
    ]
    return settled, found


def _of_row(id: str, says: str, facts: Iterable[Fact[Any]], rows: list[DiaryRow]) -> Contradiction:
    entries = [
        diary_entry(fact, row.facts[fact.name], row.date, row.place)
        for row in rows
        for fact in facts
        if fact.name in row.facts
    ]
    if len(entries) < len(rows) or len(entries) < 2:
        # A row that names a headache says by that alone that it was there.
        entries += [diary_entry(headache_today, True, row.date, row.place) for row in rows if row.headache is not None]
    whose = next((row.headache for row in rows if row.headache is not None), None)
    withheld = tuple(Withheld(term, headache=whose) for term in dict.fromkeys(entry.term for entry in entries))
    return contradiction(id, says, _distinct(entries), withheld)


def _distinct(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for number, entry in enumerate(entries) if entry not in entries[:number])
