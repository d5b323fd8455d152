"""One column of a table of people: what it holds, and how it is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from concordant.criteria.columns.where import NOWHERE, Where
from concordant.criteria.nodes import Term
from concordant.facts.fact import Fact


class Holds(Enum):
    """The type of a column."""

    YES_NO = "yes/no"
    WHOLE = "whole number"
    NUMBER = "number"
    WORD = "one word"
    DATE = "date"
    ID = "identifier"


class Aspect(Enum):
    """What of a fact, or of a place, a column says."""

    VALUE = "the value"
    LOW = "the least it can be"
    HIGH = "the most it can be"
    NEVER = "the answer was: never"
    PARTIAL = "the bounds rest on too few answered days"
    WORD = "whether this word was chosen"
    KNOWN = "whether there is an answer"
    ENTERED = "something was entered at this visit, be it that it is not known"
    CLEARED = "followed up and cleared by that day"
    AGAIN = "entered again after it was cleared"
    THERE = "whether there is one"
    DAY = "the day of the visit"
    NONE = "asked, and there was none"
    WHOM = "who, and which headache"


RARE = frozenset({Aspect.NEVER, Aspect.PARTIAL, Aspect.ENTERED, Aspect.CLEARED, Aspect.AGAIN, Aspect.NONE})
"""Columns that most tables do without: where one is missing, nobody was so."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    holds: Holds
    aspect: Aspect
    where: Where = NOWHERE
    term: Term | None = None
    word: str = ""
    """Of a list: the word. Of what was entered again: the name of the fact."""

    @property
    def words(self) -> tuple[str, ...]:
        """What a column of words may hold."""
        if self.holds is not Holds.WORD or self.term is None:
            return ()
        words: tuple[str, ...] = self.term.kind.words  # type: ignore[attr-defined]
        return words


HEADACHE = Column("headache", Holds.ID, Aspect.WHOM)
PERSON = Column("person", Holds.ID, Aspect.WHOM)
NO_INJURY = Column("no_injury", Holds.YES_NO, Aspect.NONE)


def other_headache(place: int) -> Column:
    """Whether the person has so many other headaches."""
    return Column(f"other{place}.exists", Holds.YES_NO, Aspect.THERE, Where(headache=place))


def injury(place: int) -> Column:
    """Whether the person had so many injuries."""
    return Column(f"injury{place}.exists", Holds.YES_NO, Aspect.THERE, Where(injury=place))


def visit_day(place: int) -> Column:
    """The day of a visit; without one there was no such visit."""
    return Column(f"visit{place}.date", Holds.DATE, Aspect.DAY, Where(visit=place))


_ENDING = {
    Aspect.VALUE: "",
    Aspect.LOW: ".low",
    Aspect.HIGH: ".high",
    Aspect.NEVER: ".never",
    Aspect.PARTIAL: ".partial",
    Aspect.KNOWN: ".known",
    Aspect.CLEARED: ".cleared",
}


def of_term(term: Term, where: Where, aspect: Aspect, holds: Holds) -> Column:
    """A column of a fact with its side, segment or key."""
    where = where.that_matters(term.fact)
    return Column(f"{where.prefix(term.fact)}{term.name}{_ENDING[aspect]}", holds, aspect, where, term)


def of_word(term: Term, where: Where, word: str) -> Column:
    """Whether one word of a list was chosen."""
    where = where.that_matters(term.fact)
    return Column(f"{where.prefix(term.fact)}{term.name}={word}", Holds.YES_NO, Aspect.WORD, where, term, word)


def entered(fact: Fact[Any], term: Term, where: Where) -> Column:
    """Whether anything of a fact was entered at a visit, of whatever side or segment."""
    where = where.that_matters(fact)
    return Column(f"{where.prefix(fact)}{fact.name}.entered", Holds.YES_NO, Aspect.ENTERED, where, term)


def entered_again(term: Term, fact: Fact[Any]) -> Column:
    """Whether a fact was entered again after the clearance under this key."""
    name = f"{term.name}.again[{fact.name}]"
    return Column(name, Holds.YES_NO, Aspect.AGAIN, Where().that_matters(term.fact), term, fact.name)
