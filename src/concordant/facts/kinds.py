"""The kinds of fact: what a value may be, how it is read, written, said and described as JSON Schema.

A kind is closed: it reads a raw value (as YAML or JSON gives it) into a typed one or raises
:class:`NotAllowed` with the sentence that tells what is allowed. Everything that accepts a value
(case file, web form, API) goes through :meth:`Kind.read`, so there is one validation.

What a kind says to people is said in the language of the moment; what is written, signed and kept never depends on it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from concordant.facts.values import NEVER, UNKNOWN, Number, Span, Value, plain
from concordant.language import ENGLISH, Translator, figure, said, speaking


class NotAllowed(ValueError):
    """A value that the fact cannot take; the message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Base of all kinds."""

    word: ClassVar[str] = ""

    @property
    def allowed(self) -> str:
        """What may be entered, as a phrase that ends a sentence."""
        raise TypeError("a kind says what it allows")

    def read(self, raw: object) -> Value:
        """The typed value of ``raw``. Raises :class:`NotAllowed`."""
        raise TypeError("a kind reads its values")

    def write(self, value: Value) -> Any:
        """The value as YAML and JSON carry it; the inverse of :meth:`read`."""
        return value

    def say(self, value: Value) -> str:
        """The value in words, in the language of the moment."""
        return self._words(value, speaking())

    def in_english(self, value: Value) -> str:
        """The value in words as traces, letters and reports have it, whatever the language of the moment."""
        return self._words(value, ENGLISH)

    def _words(self, value: Value, to: Translator) -> str:
        if value is UNKNOWN:
            return to.said("not known")
        return _span(value, to) if isinstance(value, Span) else str(value)

    def schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of the raw value."""
        raise TypeError("a kind describes itself")


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """Yes or no."""

    word: ClassVar[str] = "yes/no"

    @property
    def allowed(self) -> str:
        return said("true or false")

    def read(self, raw: object) -> Value:
        if isinstance(raw, bool):
            return raw
        raise NotAllowed(self.allowed)

    def _words(self, value: Value, to: Translator) -> str:
        return to.said(("yes" if value else "no") if isinstance(value, bool) else "not known")

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


LARGEST = 10**15
"""No fact comes near; larger whole numbers lose digits in other programs."""


def _figure(number: float, to: Translator | None = None) -> str:
    return to.figure(plain(number)) if to else figure(plain(number))


def _span(span: Span, to: Translator) -> str:
    low, high = _figure(span.low, to), _figure(span.high, to)
    if math.isinf(span.high):
        return to.said("at least {low}", low=low)
    return low if span.exact else to.said("{low} to {high}", low=low, high=high)


def _number(raw: object) -> Number | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    return raw if abs(raw) <= LARGEST and math.isfinite(raw) else None


@dataclass(frozen=True, slots=True)
class Quantity(Kind):
    """A number within hard bounds; ``whole`` for counts, ``null`` where "never" is an answer."""

    word: ClassVar[str] = "number"
    low: float | None = None
    high: float | None = None
    step: float | None = None
    whole: bool = False
    null: bool = False

    @property
    def allowed(self) -> str:
        allowed = self._bounds
        if self.step is not None:
            allowed = said("{allowed}, in steps of {step}", allowed=allowed, step=_figure(self.step))
        return said("{allowed}, or null for never", allowed=allowed) if self.null else allowed

    @property
    def _bounds(self) -> str:
        low = "" if self.low is None else _figure(self.low)
        high = "" if self.high is None else _figure(self.high)
        if low and high:
            sentence = "a whole number from {low} to {high}" if self.whole else "a number from {low} to {high}"
        elif low:
            sentence = "a whole number from {low} up" if self.whole else "a number from {low} up"
        elif high:
            sentence = "a whole number up to {high}" if self.whole else "a number up to {high}"
        else:
            sentence = "a whole number" if self.whole else "a number"
        return said(sentence, low=low, high=high)

    def read(self, raw: object) -> Value:
        if raw is None and self.null:
            return NEVER
        number = _number(raw)
        if number is None or not self._inside(number):
            raise NotAllowed(self.allowed)
        return int(number) if self.whole else number

    def _inside(self, number: Number) -> bool:
        if self.whole and number != int(number):
            return False
        if (self.low is not None and number < self.low) or (self.high is not None and number > self.high):
            return False
        if self.step is None:
            return True
        steps = (number - (self.low or 0)) / self.step
        return abs(steps - round(steps)) < 1e-9

    def write(self, value: Value) -> Any:
        if isinstance(value, Span):
            return value.low if value.exact else [value.low, value.high]
        return None if value is NEVER else value

    def _words(self, value: Value, to: Translator) -> str:
        if value is NEVER:
            return to.said("never")
        return _figure(value, to) if isinstance(value, int | float) else Kind._words(self, value, to)

    def schema(self) -> dict[str, Any]:
        shape: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.null:
            shape["type"] = [shape["type"], "null"]
        if self.low is not None:
            shape["minimum"] = self.low
        if self.high is not None:
            shape["maximum"] = self.high
        # JSON Schema counts multiples from zero and in binary fractions: a step that does not start there,
        # or that has no exact binary form (0.1), is left to read().
        if self.step is not None and (self.low or 0) % self.step == 0 and self.step * 2 == int(self.step * 2):
            shape["multipleOf"] = self.step
        return shape


@dataclass(frozen=True, slots=True)
class Range(Kind):
    """A usual range: two numbers, low and high; one number stands for both."""

    word: ClassVar[str] = "range"
    low: float | None = 0
    high: float | None = None

    @property
    def _end(self) -> Quantity:
        return Quantity(self.low, self.high)

    @property
    def allowed(self) -> str:
        return said("two numbers [low, high], low first, each {allowed}", allowed=self._end.allowed)

    def read(self, raw: object) -> Value:
        ends = [raw, raw] if _number(raw) is not None else raw
        if not isinstance(ends, list | tuple) or len(ends) != 2:
            raise NotAllowed(self.allowed)
        low, high = (_number(end) for end in ends)
        if low is None or high is None or low > high:
            raise NotAllowed(self.allowed)
        if not (self._end._inside(low) and self._end._inside(high)):
            raise NotAllowed(self.allowed)
        return Span(low, high)

    def write(self, value: Value) -> Any:
        return [value.low, value.high] if isinstance(value, Span) else value

    def schema(self) -> dict[str, Any]:
        end = self._end.schema()
        return {"oneOf": [end, {"type": "array", "items": end, "minItems": 2, "maxItems": 2}]}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One word of a closed list. ``unknown`` is always accepted and means unknown."""

    word: ClassVar[str] = "one of"
    options: Mapping[str, str] = field(hash=False)
    """Allowed word -> how it is said to people."""

    @property
    def words(self) -> tuple[str, ...]:
        """The allowed words but ``unknown``, in the order in which they are shown."""
        return tuple(word for word in self.options if word != "unknown")

    @property
    def allowed(self) -> str:
        return said("one of {words}", words=", ".join([*self.words, "unknown"]))

    def read(self, raw: object) -> Value:
        if raw == "unknown":
            return UNKNOWN
        if isinstance(raw, str) and raw in self.options:
            return raw
        raise NotAllowed(self.allowed)

    def write(self, value: Value) -> Any:
        return "unknown" if value is UNKNOWN else value

    def _words(self, value: Value, to: Translator) -> str:
        return to.said(self.options.get(value, value)) if isinstance(value, str) else Kind._words(self, value, to)

    def schema(self) -> dict[str, Any]:
        return {"enum": [*self.words, "unknown"]}


@dataclass(frozen=True, slots=True)
class Choices(Kind):
    """Any number of words of a closed list. An empty list is an answer: none of them."""

    word: ClassVar[str] = "any of"
    options: Mapping[str, str] = field(hash=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The allowed words, in the order in which they are shown."""
        return tuple(self.options)

    @property
    def allowed(self) -> str:
        return said("a list of any of {words}; [] for none", words=", ".join(self.words))

    def read(self, raw: object) -> Value:
        if not isinstance(raw, list | tuple | set | frozenset):
            raise NotAllowed(self.allowed)
        if not all(isinstance(word, str) and word in self.options for word in raw):
            raise NotAllowed(self.allowed)
        chosen = frozenset(raw)
        if len(chosen) < len(raw) or ("none" in chosen and len(chosen) > 1):
            once = "{allowed}, each once, none alone" if "none" in chosen else "{allowed}, each once"
            raise NotAllowed(said(once, allowed=self.allowed))
        # A list that offers "none" as a word means by it the empty answer.
        return chosen - {"none"}

    def write(self, value: Value) -> Any:
        return [word for word in self.options if word in value] if isinstance(value, frozenset) else value

    def _words(self, value: Value, to: Translator) -> str:
        if not isinstance(value, frozenset):
            return Kind._words(self, value, to)
        return ", ".join(to.said(self.options[word]) for word in self.words if word in value) or to.said("none")

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(self.words)}, "uniqueItems": True}


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_IN_MONTH = tuple(
    f"{{day}} {month} {{year}}"
    for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)
"""How a day is said, by its month."""


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day."""

    word: ClassVar[str] = "date"

    @property
    def allowed(self) -> str:
        return said("a date as YYYY-MM-DD, from 1880 on")

    def read(self, raw: object) -> Value:
        if isinstance(raw, str) and _DATE.fullmatch(raw):
            try:
                day = date.fromisoformat(raw)
            except ValueError:
                raise NotAllowed(self.allowed) from None
            if day.year >= 1880:
                return day
        raise NotAllowed(self.allowed)

    def write(self, value: Value) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def _words(self, value: Value, to: Translator) -> str:
        if not isinstance(value, date):
            return Kind._words(self, value, to)
        return to.said(DAY_IN_MONTH[value.month - 1], day=value.day, year=value.year)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


@dataclass(frozen=True, slots=True)
class Words(Kind):
    """Free text, not empty."""

    word: ClassVar[str] = "text"
    longest: int = 4000
    strip: str = ""
    """Characters that carry no meaning and are taken out (blanks and hyphens of a claim number)."""

    @property
    def allowed(self) -> str:
        return said("text of 1 to {longest} characters", longest=self.longest)

    def read(self, raw: object) -> Value:
        if not isinstance(raw, str):
            raise NotAllowed(self.allowed)
        # Forms and files end their lines in different ways; what was written is the same.
        lines = raw.replace("\r\n", "\n").replace("\r", "\n")
        text = lines.translate({ord(character): None for character in self.strip}).strip()
        if not 0 < len(text) <= self.longest or "\x00" in text:
            raise NotAllowed(self.allowed)
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1} | ({} if self.strip else {"maxLength": self.longest})


@dataclass(frozen=True, slots=True)
class Table(Kind):
    """A value for each of several keys (days per month, for each class of medicine)."""

    word: ClassVar[str] = "table"
    values: Kind
    keys: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Allowed key -> how it is said; empty where the keys are ids of another list (``key_word``)."""
    key_word: str = ""

    @property
    def allowed(self) -> str:
        names = ", ".join(self.keys) if self.keys else self.key_word
        return said("a table of {names}, each {allowed}", names=names, allowed=self.values.allowed)

    def read(self, raw: object) -> Value:
        if not isinstance(raw, Mapping):
            raise NotAllowed(self.allowed)
        table: dict[str, object] = {}
        for key, item in raw.items():
            # The keys of some tables are numbers on paper (CCFT stages); files may write them bare.
            name = str(key) if isinstance(key, int) and not isinstance(key, bool) else key
            if not isinstance(name, str) or not name or (self.keys and name not in self.keys):
                raise NotAllowed(self.allowed)
            table[name] = self.values.read(item)
        return table

    def write(self, value: Value) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {key: self.values.write(item) for key, item in value.items()}  # type: ignore[arg-type]

    def _words(self, value: Value, to: Translator) -> str:
        if not isinstance(value, Mapping):
            return Kind._words(self, value, to)
        return ", ".join(
            to.said(
                "{what}: {value}",
                what=to.said(self.keys.get(key, key)),
                value=self.values._words(item, to),  # type: ignore[arg-type]
            )
            for key, item in value.items()
        )

    def schema(self) -> dict[str, Any]:
        inner = self.values.schema()
        if self.keys:
            return {
                "type": "object",
                "properties": dict.fromkeys(self.keys, inner),
                "additionalProperties": False,
            }
        return {"type": "object", "additionalProperties": inner}


@dataclass(frozen=True, slots=True)
class Form(Kind):
    """A small record of named fields (class, name, doses, relief)."""

    word: ClassVar[str] = "record"
    fields: Mapping[str, Kind] = field(hash=False)
    required: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        return said("a record of {fields}", fields=self.fields_allowed)

    @property
    def fields_allowed(self) -> str:
        """Each field with what may be entered."""
        return "; ".join(f"{name} ({kind.allowed})" for name, kind in self.fields.items())

    def read(self, raw: object) -> Value:
        if not isinstance(raw, Mapping) or any(key not in self.fields for key in raw):
            raise NotAllowed(self.allowed)
        if any(name not in raw for name in self.required):
            needed = ", ".join(self.required)
            raise NotAllowed(said("{allowed}; needed: {names}", allowed=self.allowed, names=needed))
        return {key: self.fields[key].read(item) for key, item in raw.items()}

    def write(self, value: Value) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {key: self.fields[key].write(item) for key, item in value.items()}  # type: ignore[arg-type]

    def _words(self, value: Value, to: Translator) -> str:
        if not isinstance(value, Mapping):
            return Kind._words(self, value, to)
        return ", ".join(
            to.said("{what} {value}", what=to.said(key), value=self.fields[key]._words(item, to))  # type: ignore[arg-type]
            for key, item in value.items()
        )

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {name: kind.schema() for name, kind in self.fields.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Rows(Kind):
    """A list of small records."""

    word: ClassVar[str] = "list"
    row: Form

    @property
    def allowed(self) -> str:
        return said("a list of records, each {fields}", fields=self.row.fields_allowed)

    def read(self, raw: object) -> Value:
        if not isinstance(raw, list | tuple):
            raise NotAllowed(self.allowed)
        return tuple(self.row.read(item) for item in raw)

    def write(self, value: Value) -> Any:
        return [self.row.write(item) for item in value] if isinstance(value, tuple) else value  # type: ignore[arg-type]

    def _words(self, value: Value, to: Translator) -> str:
        if not isinstance(value, tuple):
            return Kind._words(self, value, to)
        return "; ".join(self.row._words(item, to) for item in value) or to.said("none")  # type: ignore[arg-type]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.row.schema()}
