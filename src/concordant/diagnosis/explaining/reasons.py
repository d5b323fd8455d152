"""One reason: a fact with its value, the day, and who said it or what it was computed from."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from concordant.criteria import Trace, nodes
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin, Reading
from concordant.criteria.saying import key_in_words, label, limits, value_in_words
from concordant.facts import DICTIONARY


def value_and_source(term: Term, reading: Reading, beside: Collection[float] = ()) -> str:
    """``Attacks so far: 12 attacks (the person, 8 Jan 2024)``. ``beside``: what the value is compared with."""
    source = source_of(term, reading)
    told = f"{label(term)}: {value_in_words(term, reading.value, beside)}" if reading.known else label(term)
    return f"{told} ({source})" if source else told


def source_of(term: Term, reading: Reading) -> str:
    """Who said it and for which day, or what it was computed from and who said that."""
    if reading.origin is Origin.CONTRADICTED:
        return "its entries contradict each other"
    if reading.said is not None:
        by = reading.said.by or term.fact.supplied_by.words
        on = f", {reading.said.on.day} {reading.said.on:%b %Y}" if reading.said.on else ""
        return f"{by}{on}"
    if not reading.known:
        return ""
    if reading.origin is Origin.NO_ENTRY:
        return "nothing was entered, so none"
    how = str(reading.origin.value)
    if reading.inputs:
        joint = ", from " if "," in how else " from "
        return how + joint + "; ".join(dict.fromkeys(_bases(reading)))
    return f"{how}: {reading.note}" if reading.note else how


def _bases(reading: Reading) -> Iterator[str]:
    """What somebody said, however many steps of computing lie between."""
    for one in reading.inputs:
        if one.term is None or one.reading is None:
            yield f"{_plain(one.name)}: {one.shown}"
        elif one.reading.inputs and one.reading.said is None:
            yield from _bases(one.reading)
        else:
            yield value_and_source(one.term, one.reading)


def _plain(name: str) -> str:
    return label_of(name) if name.partition("[")[0] in DICTIONARY else name.replace("_", " ")


def label_of(name: str) -> str:
    """The label of a fact by its name, with or without side, segment or key."""
    plain, mark, chosen = name.partition("[")
    fact = DICTIONARY[plain]
    return f"{fact.label} ({key_in_words(fact, chosen.rstrip(']'))})" if mark else fact.label


def read_at(trace: Trace) -> tuple[str, ...]:
    """What a leaf read, each value with its source."""
    return tuple(
        value_and_source(term, reading, limits(trace.criterion))
        for term, reading in zip(trace.criterion.terms, trace.readings, strict=True)
    )


def read_briefly(trace: Trace) -> tuple[str, ...]:
    """What a leaf read, without its source but for what nobody has confirmed."""
    return tuple(
        f"{label(term)}: {value_in_words(term, reading.value, limits(trace.criterion))}"
        + (f" ({reading.origin.value})" if reading.origin is Origin.PROPOSED else "")
        for term, reading in zip(trace.criterion.terms, trace.readings, strict=True)
    )


def is_gate(trace: Trace) -> bool:
    """The screen for warning signs, of the whole person; it has a place of its own."""
    return isinstance(trace.criterion, nodes.Verdict) and not trace.criterion.of_headache
