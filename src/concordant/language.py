"""In which language a sentence for the person is said.

Sentences stand in English where they are declared. Whoever shows them may say how they are translated
(:func:`speak`); by itself the library speaks English. A sentence is translated whole and then filled in, never put
together from translated pieces, since the order of words is not the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Translator:
    """How sentences get from English into the language of the moment, which the translator itself knows."""

    sentence: Callable[[str], str]
    counted: Callable[[str, str, int], str]
    """Of a sentence for one, a sentence for many, and the number: the right one, translated."""
    decimal_mark: Callable[[], str]

    def said(self, sentence: str, **filled: object) -> str:
        """The sentence with its ``{names}`` filled in. An empty one stays empty."""
        found = self.sentence(sentence) if sentence else ""
        return found.format(**filled) if filled else found

    def figure(self, written: str) -> str:
        """A number that is written in English, ``7.5``, with the mark of this language."""
        return written.replace(".", self.decimal_mark())


ENGLISH = Translator(
    sentence=lambda text: text,
    counted=lambda one, many, number: one if number == 1 else many,
    decimal_mark=lambda: ".",
)
_translator = ENGLISH


def speak(translator: Translator) -> Translator:
    """From now on everything is said through it, in this process; an application calls this once, when it starts.

    Returns the one before.
    """
    global _translator
    before, _translator = _translator, translator
    return before


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is kept, and said later in the language of whoever reads it."""

    text: str
    filled: tuple[tuple[str, object], ...] = ()

    @property
    def in_english(self) -> str:
        """As it is kept."""
        return ENGLISH.said(self.text, **dict(self.filled))

    @property
    def said(self) -> str:
        """In the language of the moment."""
        return said(self.text, **dict(self.filled))


def sentence(text: str, **filled: object) -> Sentence:
    """A sentence with what will be filled in."""
    return Sentence(text, tuple(filled.items()))


def speaking() -> Translator:
    """How everything is said at the moment."""
    return _translator


def said(sentence: str, **filled: object) -> str:
    """The sentence in the language of the moment, with its ``{names}`` filled in. An empty one stays empty."""
    return _translator.said(sentence, **filled)


def said_of(one: str, many: str, number: float, **filled: object) -> str:
    """The sentence for so many; ``{number}`` in it is the number. A broken number counts as many."""
    counts = int(number) if number == int(number) else 2
    return _translator.counted(one, many, counts).format(number=figure(f"{number:g}"), **filled)


def figure(written: str) -> str:
    """A number that is written in English, ``7.5``, with the mark of the language of the moment."""
    return _translator.figure(written)
