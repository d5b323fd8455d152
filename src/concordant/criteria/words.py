"""A rule and its trace in plain words: one phrase a node, one sentence a reading."""

from __future__ import annotations

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion, Term
from concordant.criteria.reading import Origin, Reading, Said
from concordant.criteria.saying import label, limits, value_in_words
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth
from concordant.facts.fact import Scope
from concordant.facts.kinds import Choice, Choices
from concordant.facts.units import UNITS
from concordant.facts.values import plain

MARKS = {Truth.MET: "met", Truth.NOT_MET: "not met", Truth.UNKNOWN: "not yet known"}


def phrase(node: Criterion) -> str:
    """What a node asks, without its parts."""
    match node:
        case nodes.Holds(term=term):
            return f"{label(term)}: yes"
        case nodes.Within(term=term):
            return f"{label(term)}: {_bounds(node)}"
        case nodes.IsOneOf(term=term, words=words):
            return f"{label(term)}: {_either(term, words)}"
        case nodes.Meets(term=term, words=words):
            return f"{label(term)}: any of {_either(term, words, ', ')}"
        case nodes.Only(term=term, words=words):
            return f"{label(term)}: nothing but {_either(term, words, ', ')}"
        case nodes.HoldsAtLeast(term=term, n=n):
            return f"{label(term)}: " + ("any" if n == 1 else f"{n} or more")
        case nodes.IsKnown(term=term):
            return f"{label(term)}: known"
        case nodes.Cleared(term=term):
            return f"{label(term)}, after its facts were last entered"
        case nodes.OnOrAfter(later=later, earlier=earlier):
            return f"{label(later)}: on or after {label(earlier)}"
        case nodes.Named(name=name):
            return name
        case nodes.Verdict(key=key):
            return f"the rule {key} is met"
        case nodes.ForSome(scope=scope):
            return {
                Scope.INJURY: "of one injury",
                Scope.HEADACHE: "of one headache",
                Scope.VISIT: "at one visit",
            }[scope]
        case nodes.HeldAtRetests(days=days):
            return f"at the newest retest, and held for {days} days" if days else "at the newest retest"
    return _connective(node)


def in_full(node: Criterion) -> str:
    """What a node asks, with all that stands below it, in one line."""
    below = "; ".join(in_full(part.criterion) for part in node.parts)
    if not below or isinstance(node, nodes.Named):
        return phrase(node)
    return f"{phrase(node)} ({below})"


def answered(leaf: Criterion, truth: Truth) -> str:
    """The answer that makes a leaf met, or not met."""
    if truth is Truth.MET:
        return phrase(leaf)
    match leaf:
        case nodes.Holds(term=term):
            return f"{label(term)}: no"
        case nodes.Within(term=term, low=low, high=high) if low is None or high is None:
            unit = UNITS[term.fact.unit].after
            if low is not None:
                return f"{label(term)}: {'at most' if leaf.low_open else 'less than'} {plain(low)}{unit}"
            assert high is not None
            return f"{label(term)}: {'at least' if leaf.high_open else 'more than'} {plain(high)}{unit}"
        case nodes.OnOrAfter(later=later, earlier=earlier):
            return f"{label(later)}: before {label(earlier)}"
        case nodes.HoldsAtLeast(term=term, n=n):
            return f"{label(term)}: {'none' if n == 1 else f'fewer than {n}'}"
        case nodes.IsOneOf(term=term, words=words) | nodes.Meets(term=term, words=words):
            return f"{label(term)}: {'none of ' if len(words) > 1 else 'not '}{_either(term, words, ', ')}"
    name, _, wanted = phrase(leaf).partition(": ")
    return f"{name}: not {wanted}"


def _connective(node: Criterion) -> str:
    match node:
        case nodes.AllOf():
            return "all of"
        case nodes.AnyOf():
            return "any of"
        case nodes.AtLeast(n=n):
            return f"at least {n} of"
        case nodes.AtMost(n=n):
            return f"at most {n} of"
        case nodes.AllButOne():
            return "all but one of"
        case nodes.Not():
            return "not"
        case nodes.Surely():
            return "established now"
        case nodes.Awaits():
            return "open until"
        case nodes.Decide():
            return "met by the first, not met by the second, else open"
    raise TypeError(f"no words for {type(node).__name__}")


def _bounds(node: nodes.Within) -> str:
    unit = UNITS[node.term.fact.unit].after
    low, high = node.low, node.high
    if low is not None and high is not None:
        return f"{plain(low)} to {plain(high)}{unit}"
    if low is not None:
        return f"{'more than' if node.low_open else 'at least'} {plain(low)}{unit}"
    assert high is not None
    return f"{'less than' if node.high_open else 'at most'} {plain(high)}{unit}"


def _either(term: Term, words: frozenset[str], joint: str = " or ") -> str:
    kind = term.kind
    assert isinstance(kind, Choice | Choices)
    return joint.join(kind.options[word].lower() for word in kind.words if word in words)


def who_and_when(said: Said) -> str:
    """By whom, for which day and where it stands written."""
    when = f"{said.on.day} {said.on:%b %Y}" if said.on else ""
    return ", ".join(part for part in (said.by, when, said.place) if part)


def provenance(reading: Reading) -> str:
    """Where a value comes from: who said it, or what it was computed from."""
    parts = [] if reading.origin is Origin.STATED else [reading.origin.value]
    if reading.said is not None:
        parts.append(who_and_when(reading.said))
    if reading.inputs:
        parts.append("from " + "; ".join(f"{one.name}: {one.shown}" for one in reading.inputs))
    if reading.note:
        parts.append(reading.note)
    if not reading.known and reading.missing:
        parts.append("ask: " + ", ".join(reading.missing))
    return "; ".join(part for part in parts if part)


def found(trace: Trace) -> str:
    """What a leaf found: each value with its origin."""
    told = []
    beside = limits(trace.criterion)
    for term, reading in zip(trace.criterion.terms, trace.readings, strict=True):
        value, origin = value_in_words(term, reading.value, beside), provenance(reading)
        told.append(f"{value} ({origin})" if origin else value)
    return " · ".join(told)


def outline(trace: Trace, depth: int = 0) -> list[str]:
    """The trace as indented lines, rules referred to by name only."""
    mark = {Truth.MET: "+", Truth.NOT_MET: "-", Truth.UNKNOWN: "?"}[trace.truth]
    letter = f"{trace.letter} " if trace.letter else ""
    value = f": {found(trace)}" if trace.readings else ""
    lines = [f"{'  ' * depth}{mark} {letter}{phrase(trace.criterion)}{value}"]
    if not isinstance(trace.criterion, nodes.Verdict):
        for part in trace.parts:
            lines += outline(part, depth + 1)
    return lines
