"""One question: the dictionary's own words, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from concordant.facts import DICTIONARY
from concordant.facts.kinds import Choice, Choices, Flag, Kind, Table
from concordant.language import said
from concordant.selfcheck.answers import INJURY
from concordant.settings import number, whole

WORDS_PER_MINUTE = whole(
    "self_check_words_per_minute",
    238,
    unit="words/min",
    low=60,
    high=300,
    says="The self-check counts its questions as read at so many words a minute.",
    source="silent reading of non-fiction, Brysbaert 2019, doi:10.1016/j.jml.2019.104047 (recalled)",
)
ANSWER_SECONDS = number(
    "self_check_answer_seconds",
    2,
    unit="s",
    low=0,
    high=30,
    says="The self-check counts so many seconds for each answer, beside the reading.",
    source="no source read; product rule",
)

A_LIST = 4
"""So many sentences after a question are a list."""

EVERY_VISIT = "Since last time, "

INJURY_ASK = "Has your head or neck ever been hurt in a crash, a fall or a blow?"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``name`` is a fact of the dictionary, or INJURY."""

    name: str
    sentences: str
    """As they are declared, in English."""
    kind: Kind

    @property
    def ask(self) -> str:
        """All of it, in the language of the moment. It is translated whole, and only then divided."""
        return said(self.sentences)

    @property
    def lead(self) -> str:
        """The first sentence."""
        return _sentences(self.ask)[0]

    @property
    def rest(self) -> tuple[str, ...]:
        """The sentences after it."""
        return _sentences(self.ask)[1:]

    @property
    def lists(self) -> bool:
        """Whether the sentences after the first are a list of signs, each to be read by itself."""
        return len(self.rest) >= A_LIST

    @property
    def words(self) -> str:
        """What is read before the answer: the question, and what can be chosen for this question alone.

        "Yes", "No", "None of these" and "I do not know" stand at the same place each time and are not read each time.
        """
        return " ".join((self.ask, *self._offered()))

    @property
    def seconds(self) -> float:
        """How long it takes to read and to answer."""
        return 60 * len(self.words.split()) / int(WORDS_PER_MINUTE) + float(ANSWER_SECONDS)

    def _offered(self) -> Iterator[str]:
        match self.kind:
            case Choice(options=options):
                yield from (said(told) for word, told in options.items() if word != "unknown")
            case Choices(options=options):
                yield from (said(told) for word, told in options.items() if word != "none")
            case Table(keys=keys):
                yield from map(said, keys.values())


def question(name: str) -> Question:
    """The question of a name. Raises UnknownFact."""
    if name == INJURY:
        return Question(INJURY, INJURY_ASK, Flag())
    fact = DICTIONARY[name]
    return Question(name, at_first(fact.ask), fact.kind)


def at_first(ask: str) -> str:
    """What is asked at every visit, asked of somebody who was never here: in English, a sentence of its own."""
    if not ask.startswith(EVERY_VISIT):
        return ask
    asked = ask.removeprefix(EVERY_VISIT)
    return asked[0].upper() + asked[1:]


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?<=[.?!])\s+", text))
