"""How an impossible combination is declared, and what its check may look at."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Said
from concordant.facts.fact import Fact, Scope
from concordant.facts.values import Value
from concordant.record.contradictions.contradiction import Entry


class About(Protocol):
    """The entries that hold for one person, headache, injury, or one side at one visit."""

    as_of: date
    headache: str | None

    def entry(self, fact: Fact[Any]) -> Entry | None:
        """The entry of a fact that stands today; None where there is none, or it says unknown."""

    def dated(self, fact: Fact[Any]) -> bool:
        """Whether that entry says from which day on it holds."""

    def slack(self) -> int:
        """Days by which the onset of the headache may be off, by how exactly it is known."""

    def headache_days(self) -> Mapping[date, bool]:
        """Diary days with an answer about this headache."""

    def diary_entries(self, fact: Fact[Any], among: Container[Value]) -> Iterable[Entry]:
        """Where the diary says one of these values of this headache, oldest first."""

    def last_day(self) -> date:
        """The newest day on which anything was said or done, or today."""

    def described(self, before: date) -> Iterable[Entry]:
        """Entries of days before this one that show that the headache was there."""

    def injured(self) -> tuple[Entry, ...]:
        """The dates of all injuries."""


Found = Iterable[tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Impossible:
    """A combination of entries that cannot be true of anybody. What is merely unusual is not one."""

    id: str
    says: str
    facts: tuple[Fact[Any], ...]
    """Looked at only where every one of these was entered."""
    find: Callable[[About], Found]
    unknown: tuple[Fact[Any], ...]
    """Read as unknown until it is settled."""
    scope: Scope

    def needed(self) -> frozenset[str]:
        """The names of the facts without which there is nothing to look at."""
        return frozenset(fact.name for fact in self.facts)


def together(
    id: str,
    says: str,
    *facts: Fact[Any],
    when: Callable[..., bool],
    unknown: tuple[Fact[Any], ...] | None = None,
    same_day: bool = False,
) -> Impossible:
    """Entries of several facts whose values, together, cannot be: ``when`` gets them in their order.

    ``same_day``: only where they were said of the same day, as what they tell of may change from day to day.
    """

    def find(about: About) -> Found:
        entries = [about.entry(fact) for fact in facts]
        known = tuple(entry for entry in entries if entry is not None)
        if len(known) < len(facts) or (same_day and len({entry.said.on for entry in known}) > 1):
            return
        if when(*(entry.value for entry in known)):
            yield known

    return Impossible(id, says, facts, find, facts if unknown is None else unknown, narrowest(facts))


def narrowest(facts: Iterable[Fact[Any]]) -> Scope:
    """Of whom the facts speak together: with one of a headache, of that headache."""
    scopes = {fact.scope for fact in facts}
    order = (Scope.VISIT, Scope.HEADACHE, Scope.INJURY)
    return next((scope for scope in order if scope in scopes), Scope.PERSON)


def diary_entry(fact: Fact[Any], value: Value, day: date, place: str) -> Entry:
    """A row of the diary as an entry."""
    return Entry(term_of(fact), value, Said(day, "the diary", place))
