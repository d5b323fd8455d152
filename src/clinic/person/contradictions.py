"""Entries that contradict each other, each with a link to where it stands."""

from dataclasses import dataclass
from datetime import date

from clinic.accounts.roles import role_in_words
from clinic.chart.models import Entry
from clinic.person.look import Look
from clinic.person.told import questions
from clinic.person.where_asked import Question
from concordant.criteria.saying import label, value_in_words


@dataclass(frozen=True)
class Side:
    """One of the entries."""

    label: str
    value: str
    by: str
    on: date | None
    entry: Entry | None


@dataclass(frozen=True)
class Contradicted:
    """What cannot all be true, and what is not read until it is settled."""

    says: str
    sides: tuple[Side, ...]
    ask: tuple[Question, ...]


def contradictions_of(look: Look) -> tuple[Contradicted, ...]:
    return tuple(
        Contradicted(
            says=found.says,
            sides=tuple(
                Side(
                    label=label(entry.term),
                    value=value_in_words(entry.term, entry.value),
                    by=role_in_words(entry.said.by),
                    on=entry.said.on,
                    entry=look.entry_at(entry.said.place),
                )
                for entry in found.entries
            ),
            ask=questions(found.ask, look),
        )
        for found in look.assessment.contradictions
    )
