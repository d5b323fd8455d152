"""What a contradiction is: entries that cannot all be true, and the facts that are not read until it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Said
from concordant.criteria.saying import label, value_in_words
from concordant.criteria.words import who_and_when
from concordant.facts.fact import Scope
from concordant.facts.values import Value


@dataclass(slots=True)
class Entry:
    """One value as it was entered. Never changed; not frozen, as hundreds are made."""

    term: Term
    value: Value
    said: Said

    @property
    def says(self) -> str:
        """In words: what, by whom, on which day, where it is written."""
        told = f"{label(self.term)}: {value_in_words(self.term, self.value)}"
        source = who_and_when(self.said)
        return f"{told} ({source})" if source else told

    def order(self) -> tuple[date, str, str, str, str]:
        """Oldest first, then by name, so that the order of entering does not matter."""
        return self.said.on or date.min, self.term.name, str(self.value), self.said.by, self.said.place


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fact that is read as unknown: of everybody, one headache or one injury, or at certain visits."""

    term: Term
    headache: str | None = None
    injury: str | None = None
    visits: frozenset[str] = frozenset()

    def covers(self, term: Term, where: Binding) -> bool:
        """Whether a reading of this term, for what is bound, is withheld. Any key of a table counts."""
        if (term.fact, term.side, term.segment) != (self.term.fact, self.term.side, self.term.segment):
            return False
        if self.headache is not None and where.headache not in (None, self.headache):
            return False
        if self.injury is not None and where.injury != self.injury:
            return False
        of_a_visit = term.fact.scope in (Scope.VISIT, Scope.COURSE)
        return where.visit in self.visits if of_a_visit else True


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Entries that cannot all be true."""

    id: str
    says: str
    """In words, why they cannot."""
    entries: tuple[Entry, ...]
    withheld: tuple[Withheld, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the facts that rules read as unknown, and that are to be asked again."""
        return tuple(dict.fromkeys(one.term.name for one in self.withheld))

    @property
    def ask(self) -> tuple[str, ...]:
        """The facts to ask again, without side or segment."""
        return tuple(dict.fromkeys(one.term.fact.name for one in self.withheld))

    @property
    def note(self) -> str:
        """For a reading: why it is unknown, with every entry named."""
        return f"{self.says}: {' against '.join(entry.says for entry in self.entries)}"


def contradiction(id: str, says: str, entries: tuple[Entry, ...], withheld: tuple[Withheld, ...]) -> Contradiction:
    """A contradiction with its entries in one order, whatever the order in which they were entered."""
    return Contradiction(id, says, tuple(sorted(entries, key=Entry.order)), withheld)
