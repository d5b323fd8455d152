"""The lettered criteria of a verdict, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.reading import Origin
from concordant.diagnosis.explaining.reasons import is_gate, label_of, read_at

MOST = 4
"""So many reasons a letter; the trace shows all."""


def outer_letters(trace: Trace) -> list[Trace]:
    """A, B, C …, of this diagnosis only."""
    letters = sorted(letter for letter in trace.letters() if len(letter) == 1)
    return [part for letter in letters if (part := trace.lettered(letter)) is not None]


def grounds(trace: Trace, say: Callable[[Trace], tuple[str, ...]] = read_at) -> list[str]:
    """Why a criterion is met or not met: facts with their sources, and other diagnoses that decide it.

    ``say`` tells what a leaf read; ``read_briefly`` leaves the sources to the trace.
    """
    return _few(list(dict.fromkeys(_grounds(trace, say))))


def open_points(trace: Trace) -> list[str]:
    """What an open criterion still waits for."""
    return _few(list(dict.fromkeys(_open(trace))))


def _few(told: list[str]) -> list[str]:
    return told if len(told) <= MOST else [*told[:MOST], f"and {len(told) - MOST} more"]


def _grounds(trace: Trace, say: Callable[[Trace], tuple[str, ...]]) -> Iterator[str]:
    """Along the parts that carry the truth of the whole."""
    if trace.readings:
        if all(reading.known or reading.origin is Origin.NO_ENTRY for reading in trace.readings):
            yield from say(trace)
        return
    if trace.criterion.terms:
        # Of something that does not exist nothing was read.
        yield from (f"there was no {term.fact.scope.value}" for term in trace.criterion.terms)
        return
    if isinstance(trace.criterion, nodes.Verdict):
        yield _other(trace, trace.criterion.key)
        return
    if isinstance(trace.criterion, nodes.Named) and trace.truth is Truth.MET and _rests_on_others(trace):
        # That none of twenty others is met is one reason, not twenty.
        yield trace.criterion.name
        return
    for part in trace.parts:
        if _carries(trace, part):
            yield from _grounds(part, say)


def _rests_on_others(trace: Trace) -> bool:
    """Whether all that carries it is the verdicts of other diagnoses."""
    if isinstance(trace.criterion, nodes.Verdict):
        return not is_gate(trace)
    carrying = [part for part in trace.parts if _carries(trace, part)]
    return bool(carrying) and all(map(_rests_on_others, carrying))


def _carries(whole: Trace, part: Trace) -> bool:
    match whole.criterion:
        case nodes.AllOf() | nodes.AnyOf() | nodes.AtLeast() | nodes.ForSome() | nodes.HeldAtRetests():
            return part.truth is whole.truth
        case nodes.Decide():
            return part.truth is Truth.MET
    return True


def _other(trace: Trace, key: str) -> str:
    if is_gate(trace):
        return {
            Truth.MET: "every warning sign was asked and none is open",
            Truth.NOT_MET: "a warning sign is open",
            Truth.UNKNOWN: "the screen for warning signs is not complete",
        }[trace.truth]
    code = key.removesuffix(" features")
    without = " without its last criterion" if code != key else ""
    return f"{code}{without} is {_STANDS[trace.truth]}"


_STANDS = {Truth.MET: "met", Truth.NOT_MET: "not met", Truth.UNKNOWN: "still open"}


def _open(trace: Trace) -> Iterator[str]:
    if trace.readings:
        if trace.truth is Truth.UNKNOWN:
            for reading in trace.readings:
                if reading.origin is Origin.CONTRADICTED:
                    yield from (f"{label_of(name)} (its entries contradict each other)" for name in reading.missing[:1])
                else:
                    yield from map(label_of, reading.missing)
        return
    if isinstance(trace.criterion, nodes.Verdict):
        if trace.truth is Truth.UNKNOWN or is_gate(trace):
            yield _other(trace, trace.criterion.key)
        return
    for part in trace.parts:
        yield from _open(part)
