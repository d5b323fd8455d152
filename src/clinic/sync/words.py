"""What a row says, in the words of the dictionary."""

from django.utils.translation import gettext as _

from clinic.sync.versions import WHOSE, Rows
from concordant.facts import DICTIONARY
from concordant.language import said


def in_words(says: Rows) -> str:
    """In one line; of a day that was taken back, that it was."""
    told = [f"{_headache(row)}{_answers(row)}" for row in says]
    return "; ".join(told) or _("taken back")


def _headache(row: dict[str, object]) -> str:
    return f"{row[WHOSE]}: " if WHOSE in row else ""


def _answers(row: dict[str, object]) -> str:
    facts = [(DICTIONARY[name], value) for name, value in row.items() if name != WHOSE]
    return ", ".join(f"{said(fact.label)} {fact.kind.say(fact.kind.read(value))}" for fact, value in facts)
