"""How each kind of fact is asked: which inputs it has, what they say, and how they show a value.

A control never judges. What cannot be read is passed on as it was typed, and the kind of the fact refuses it
with the sentence that tells what is allowed: so there is one validation for pages, files and the API.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.facts import kinds
from concordant.language import said as in_their_words

Data = Mapping[str, list[str]]
Texts = dict[str, list[str]]
Options = list[tuple[str, str | Promise]]

NOT_ASKED: Any = type("NotAsked", (), {"__repr__": lambda self: "NOT_ASKED"})()
"""Nothing was said: no entry is made. Not the same as "none", and never "no"."""

BLANK_ROWS = 3
MOST_ROWS = 20
MOST_RADIOS = 5
_WHOLE = re.compile(r"[-+]?\d{1,30}")
_DECIMAL = re.compile(r"[-+]?(\d{1,30}([.,]\d{0,30})?|[.,]\d{1,30})([eE][-+]?\d{1,3})?")


def first(data: Data, name: str) -> str:
    """The text of an input that is there once; empty where it is not there."""
    texts = data.get(name)
    return texts[0] if texts else ""


def number(text: str) -> Any:
    """The number that was typed, with point or comma; else the text."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return text


def shown(value: Any) -> str:
    """A number as one would type it."""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value)


@dataclass(frozen=True)
class Control:
    """The inputs for one kind."""

    kind: Any
    template: ClassVar[str]
    grouped: ClassVar[bool] = False  # several inputs, which need a legend

    def names(self, name: str) -> Iterator[str]:
        """Every name that its inputs may send."""
        yield name

    def value(self, data: Data, name: str) -> Any:
        """What was said, as a case file would write it; NOT_ASKED where nothing was."""
        return first(data, name).strip() or NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        """What its inputs hold to say a value; the inverse of `value`."""
        return {name: [shown(value)]}

    def options(self) -> Options:
        """What can be chosen, beside leaving it blank."""
        return []

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, "Control"]]:
        """The inputs that it is put together from: name, label, control."""
        return []


@dataclass(frozen=True)
class YesNo(Control):
    """Yes, no, or not asked: never a box to tick, whose being empty would have to mean two things."""

    template = "forms/_radios.html"
    grouped = True
    _WORDS: ClassVar[dict[str, bool]] = {"yes": True, "no": False}

    def options(self) -> Options:
        return [("yes", _("yes")), ("no", _("no"))]

    def value(self, data: Data, name: str) -> Any:
        said = super().value(data, name)
        return self._WORDS.get(said, said)

    def texts(self, name: str, value: Any) -> Texts:
        return {name: ["yes" if value is True else "no" if value is False else str(value)]}


@dataclass(frozen=True)
class OneOf(Control):
    kind: kinds.Choice
    template = "forms/_radios.html"
    grouped = True

    def options(self) -> Options:
        words = [*self.kind.words, *(["unknown"] if "unknown" in self.kind.options else [])]
        return [(word, in_their_words(self.kind.options[word])) for word in words]


@dataclass(frozen=True)
class OneOfMany(OneOf):
    template = "forms/_select.html"
    grouped = False


@dataclass(frozen=True)
class AnyOf(Control):
    """Boxes, and one more that says "none of these". All empty: not asked."""

    kind: kinds.Choices
    template = "forms/_boxes.html"
    grouped = True

    def options(self) -> Options:
        words = [(word, in_their_words(said)) for word, said in self.kind.options.items() if word != "none"]
        return [*words, ("none", _("none of these"))]

    def value(self, data: Data, name: str) -> Any:
        ticked = [text for text in data.get(name, []) if text]
        return [] if ticked == ["none"] else ticked or NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        return {name: list(value) or ["none"]}


@dataclass(frozen=True)
class Measured(Control):
    kind: kinds.Quantity
    template = "forms/_number.html"

    @property
    def grouped(self) -> bool:  # type: ignore[override]
        return self.kind.null

    @property
    def step(self) -> str:
        return shown(self.kind.step) if self.kind.step is not None else "1" if self.kind.whole else "any"

    @property
    def low(self) -> str:
        return "" if self.kind.low is None else shown(self.kind.low)

    @property
    def high(self) -> str:
        return "" if self.kind.high is None else shown(self.kind.high)

    def names(self, name: str) -> Iterator[str]:
        yield name
        if self.kind.null:
            yield f"{name}.never"

    def value(self, data: Data, name: str) -> Any:
        text = first(data, name).strip()
        if self.kind.null and first(data, f"{name}.never"):
            return f"{text} and never" if text else None
        return number(text) if text else NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        return {f"{name}.never": ["never"]} if value is None else {name: [shown(value)]}


@dataclass(frozen=True)
class LowHigh(Control):
    kind: kinds.Range
    template = "forms/_parts.html"
    grouped = True

    def names(self, name: str) -> Iterator[str]:
        yield from (f"{name}.low", f"{name}.high")

    def value(self, data: Data, name: str) -> Any:
        ends = [first(data, each).strip() for each in self.names(name)]
        return [number(end) for end in ends] if any(ends) else NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        low, high = value if isinstance(value, list | tuple) else (value, value)
        return {f"{name}.low": [shown(low)], f"{name}.high": [shown(high)]}

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        end = Measured(kinds.Quantity(self.kind.low, self.kind.high))
        return [(f"{name}.low", _("from"), end), (f"{name}.high", _("to"), end)]


@dataclass(frozen=True)
class OnDay(Control):
    template = "forms/_date.html"


@dataclass(frozen=True)
class Text(Control):
    kind: kinds.Words
    template = "forms/_text.html"

    @property
    def is_long(self) -> bool:
        return self.kind.longest > 200

    def value(self, data: Data, name: str) -> Any:
        said = super().value(data, name)
        return said if said is NOT_ASKED else said.replace("\r\n", "\n")


@dataclass(frozen=True)
class Composite(Control):
    """Put together from the controls of its parts."""

    template = "forms/_parts.html"
    grouped = True

    def names(self, name: str) -> Iterator[str]:
        for part, _label, control in self.parts(name, {}):
            yield from control.names(part)

    def _said(self, name: str, data: Data) -> dict[str, Any]:
        said = {
            part.removeprefix(f"{name}."): control.value(data, part) for part, _label, control in self.parts(name, data)
        }
        return {key: value for key, value in said.items() if value is not NOT_ASKED}

    def value(self, data: Data, name: str) -> Any:
        return self._said(name, data) or NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        texts: Texts = {}
        for part, _label, control in self.parts(name, {}):
            if (key := part.removeprefix(f"{name}.")) in value:
                texts |= control.texts(part, value[key])
        return texts


@dataclass(frozen=True)
class ForEachKey(Composite):
    """A small input for each of the listed keys."""

    kind: kinds.Table

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        return [
            (f"{name}.{key}", in_their_words(said), control_for(self.kind.values))
            for key, said in self.kind.keys.items()
        ]


@dataclass(frozen=True)
class Record(Composite):
    """A small form."""

    kind: kinds.Form

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        return [
            (f"{name}.{key}", in_their_words(key.replace("_", " ")), control_for(kind, compact=True))
            for key, kind in self.kind.fields.items()
        ]


@dataclass(frozen=True)
class Listed(Composite):
    """A few small forms, and always some that are still blank."""

    kind: kinds.Rows

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        row = Record(self.kind.row)
        filled = [n for n in range(MOST_ROWS) if any(any(data.get(each, [])) for each in row.names(f"{name}.{n}"))]
        count = min(MOST_ROWS, (filled[-1] + 1 if filled else 0) + BLANK_ROWS) if data else BLANK_ROWS
        return [(f"{name}.{n}", str(n + 1), row) for n in range(count)]

    def names(self, name: str) -> Iterator[str]:
        for n in range(MOST_ROWS):
            yield from Record(self.kind.row).names(f"{name}.{n}")

    def value(self, data: Data, name: str) -> Any:
        said = self._said(name, data)
        return list(said.values()) or NOT_ASKED

    def texts(self, name: str, value: Any) -> Texts:
        texts: Texts = {}
        for n, row in enumerate(value):
            texts |= Record(self.kind.row).texts(f"{name}.{n}", row)
        return texts


@dataclass(frozen=True)
class ForNamedKey(Composite):
    """One entry for a key that belongs to another list: the key is named beside its value."""

    kind: kinds.Table
    offered: tuple[tuple[str, str], ...] = ()

    @property
    def _key(self) -> Control:
        return OneOfMany(kinds.Choice(dict(self.offered))) if self.offered else Text(kinds.Words(80))

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        key = in_their_words(self.kind.key_word)
        return [(f"{name}.key", key, self._key), (f"{name}.of", "", control_for(self.kind.values))]

    def value(self, data: Data, name: str) -> Any:
        key = self._key.value(data, f"{name}.key")
        said = control_for(self.kind.values).value(data, f"{name}.of")
        if key is NOT_ASKED and said is NOT_ASKED:
            return NOT_ASKED
        return {"" if key is NOT_ASKED else key: {} if said is NOT_ASKED else said}

    def texts(self, name: str, value: Any) -> Texts:
        texts: Texts = {}
        for key, said in list(value.items())[:1]:
            texts |= {f"{name}.key": [key], **control_for(self.kind.values).texts(f"{name}.of", said)}
        return texts


def control_for(kind: kinds.Kind, *, compact: bool = False) -> Control:
    """The control of a kind; `compact` where there is little room."""
    match kind:
        case kinds.Flag():
            return YesNo(kind)
        case kinds.Choice():
            few = len(kind.options) <= MOST_RADIOS
            return OneOf(kind) if few and not compact else OneOfMany(kind)
        case kinds.Choices():
            return AnyOf(kind)
        case kinds.Quantity():
            return Measured(kind)
        case kinds.Range():
            return LowHigh(kind)
        case kinds.Day():
            return OnDay(kind)
        case kinds.Words():
            return Text(kind)
        case kinds.Table(keys=keys):
            return ForEachKey(kind) if keys else ForNamedKey(kind)
        case kinds.Form():
            return Record(kind)
        case kinds.Rows():
            return Listed(kind)
    raise TypeError(f"no control for {type(kind).__name__}")
