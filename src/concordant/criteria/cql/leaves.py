"""What reads a fact, in ELM."""

from __future__ import annotations

from concordant.criteria import nodes
from concordant.criteria.cql import elm
from concordant.criteria.cql.elm import Elm
from concordant.criteria.cql.frame import AS_OF, Aspect, Frame
from concordant.criteria.nodes import Criterion
from concordant.facts.kinds import Quantity


def leaf(node: Criterion, frame: Frame) -> Elm:
    """A node without parts, as asked within a frame."""
    if isinstance(node, nodes.OnOrAfter):
        later, earlier = (frame.home(term.fact).read(term) for term in node.terms)
        return elm.binary("GreaterOrEqual", later, earlier)
    if not isinstance(node, nodes.Leaf):
        raise TypeError(f"no CQL for {type(node).__name__}")
    home = frame.home(node.term.fact)
    match node:
        case nodes.Cleared():
            return _cleared(node, home)
        case nodes.IsKnown():
            return elm.binary("Or", home.read(node.term, Aspect.KNOWN), elm.unknown())
        case nodes.Within():
            return _within(node, home)
        case nodes.Holds():
            return home.read(node.term)
        case nodes.IsOneOf(words=words):
            return elm.call("is one of", home.read(node.term), elm.words(words))
        case nodes.Meets(words=words):
            return elm.call("holds one of", home.read(node.term), elm.words(words))
        case nodes.Only(words=words):
            return elm.call("holds only", home.read(node.term), elm.words(words))
        case nodes.HoldsAtLeast(n=n):
            return elm.call("holds at least", home.read(node.term), elm.literal(int(n)))
    raise TypeError(f"no CQL for {type(node).__name__}")


def _within(node: nodes.Within, home: Frame) -> Elm:
    sides = []
    for bound, is_open, word in ((node.low, node.low_open, "above"), (node.high, node.high_open, "below")):
        if bound is not None:
            how = f"is {word}" if is_open else f"is at or {word}"
            sides.append(elm.call(how, home.read(node.term), elm.literal(float(bound))))
    if isinstance(node.term.kind, Quantity) and node.term.kind.null:
        never = home.read(node.term, Aspect.NEVER)
        sides.insert(0, elm.unary("Not", elm.unary("IsTrue", never)))
    return elm.joined("And", sides)


def _cleared(node: nodes.Cleared, home: Frame) -> Elm:
    """Without an entry, or with one from before the newest of the facts, nothing is cleared."""
    person = home.around()[-1]
    cleared = home.read(node.term, Aspect.CLEARED_ON)
    newest = {"type": "Max", "source": elm.listed(person.last_entered(node.term, node.of))}
    in_time = elm.binary("LessOrEqual", cleared, person.has(AS_OF))
    nothing_since = {"type": "Coalesce", "operand": [elm.binary("LessOrEqual", newest, cleared), elm.literal(True)]}
    both = elm.binary("And", in_time, nothing_since)
    return {"type": "Coalesce", "operand": [both, elm.literal(False)]}
