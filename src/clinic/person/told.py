"""A reading in words: the value, from when, by whom, and in which entry it stands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from clinic.accounts.roles import role_in_words
from clinic.chart.models import Entry
from clinic.person.look import Look
from clinic.person.where_asked import Question, question
from concordant.criteria import Reading
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin
from concordant.criteria.saying import label, value_in_words
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts import DICTIONARY


@dataclass(frozen=True)
class Told:
    """One value as it was read."""

    label: str
    value: str
    known: bool
    how: str
    """How it came about, where nobody simply said so: computed, counted, proposed …"""
    by: str
    on: date | None
    entry: Entry | None
    made_of: tuple[str, ...]
    note: str
    ask: tuple[Question, ...]


def told(term: Term, reading: Reading, look: Look, headache: str = "", beside: Collection[float] = ()) -> Told:
    """``beside``: the numbers with which the rule compares it."""
    said = reading.said
    missing = reading.missing if not reading.known else ()
    return Told(
        label=label(term),
        value=value_in_words(term, reading.value, beside),
        known=reading.known,
        how="" if reading.origin in (Origin.STATED, Origin.MISSING) else reading.origin.value,
        by=role_in_words(said.by) if said else "",
        on=said.on if said else None,
        entry=look.entry_at(said.place) if said else None,
        made_of=tuple(f"{name_in_words(one.name)}: {one.shown}" for one in reading.inputs),
        note=reading.note,
        ask=questions(missing, look, headache),
    )


def questions(names: Iterable[str], look: Look, headache: str = "") -> tuple[Question, ...]:
    return tuple(question(name, look, headache) for name in dict.fromkeys(names))


def name_in_words(name: str) -> str:
    """An input of a computation: a fact by its label, anything else by its own name."""
    return label_of(name) if name.partition("[")[0] in DICTIONARY else name
