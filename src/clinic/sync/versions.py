"""What was said of one day, by several devices that may not have known of each other.

A version names every version that its writer knew of: it takes their place. Those that nobody has replaced are the
newest words. What follows depends on the set of versions alone, never on the order in which they arrived.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from clinic.ledger.hashing import canonical

Rows = list[dict[str, Any]]
"""The rows of one day as a case file writes them, without the day and without the time of writing."""

WHOSE = "headache"
NOTE = "note"
"""In the person's own words: it is compared as any answer, and read by no rule."""
ALARM = "red_flag_today"


@dataclass(frozen=True)
class Version:
    key: UUID
    based_on: frozenset[UUID]
    """Keys of the versions that whoever wrote this one knew of."""
    says: Rows
    written: datetime
    adopted: bool = False
    """It stands in the chart already, by a form that somebody signed there."""


@dataclass(frozen=True)
class Standing:
    """What stands of a day."""

    heads: tuple[Version, ...]
    """The newest words, oldest written first. Several that say the same are no dispute."""
    is_disputed: bool
    agreed: Rows
    """What all of them say; and every warning sign that any of them says."""

    @property
    def written(self) -> datetime:
        """When it was first said; where there is a dispute, when the last word was written."""
        moments = [one.written for one in self.heads]
        return max(moments) if self.is_disputed else min(moments)


def standing(versions: Collection[Version]) -> Standing:
    """Needs at least one version."""
    heads = tuple(sorted(_heads(versions), key=lambda one: (one.written, one.key)))
    is_disputed = len({same_text(one.says) for one in heads}) > 1
    return Standing(heads, is_disputed, _agreed([one.says for one in heads]) if is_disputed else heads[0].says)


def same_text(says: Rows) -> str:
    """One text for one answer, in whatever order its rows stand."""
    return "\n".join(sorted(canonical({name: _in_order(value) for name, value in row.items()}) for row in says))


def _heads(versions: Collection[Version]) -> list[Version]:
    by_key = {one.key: one for one in versions}
    known = {key: _all_known(key, by_key) for key in by_key}
    replaced: set[UUID] = set()
    for key, before in known.items():
        # Two that name each other cannot both have come later: neither takes the other's place.
        replaced |= {one for one in before if one in by_key and key not in known[one]}
    return [one for one in versions if one.key not in replaced]


def _all_known(key: UUID, by_key: Mapping[UUID, Version]) -> set[UUID]:
    """What a version knew of, by way of those that it names too."""
    found: set[UUID] = set()
    ahead = list(by_key[key].based_on)
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += by_key[one].based_on if one in by_key else ()
    return found


def _agreed(said: list[Rows]) -> Rows:
    whose = [sorted({row.get(WHOSE, "") for row in rows}) for rows in said]
    rows: Rows
    if not all(said):
        rows = [{}]  # somebody took the day back
    elif all(one == whose[0] for one in whose):
        rows = [_common(row for rows in said for row in rows if row.get(WHOSE, "") == one) for one in whose[0]]
    else:
        # Which headache it was, or whether there was one, is what they differ in.
        rows = [_common({k: v for k, v in row.items() if k != WHOSE} for rows in said for row in rows)]
    if alarms := {sign for each in said for row in each for sign in row.get(ALARM, ())}:
        rows[0][ALARM] = sorted(alarms)
    return sorted((row for row in rows if row), key=lambda row: row.get(WHOSE, ""))


def _common(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    first, *others = rows
    return {name: value for name, value in first.items() if all(_same(row.get(name), value) for row in others)}


def _same(one: Any, other: Any) -> bool:
    """Python takes 1 for true; an answer is not a number."""
    return canonical(_in_order(one)) == canonical(_in_order(other))


def _in_order(value: Any) -> Any:
    """Of several choices it says nothing which was picked first."""
    return sorted(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
