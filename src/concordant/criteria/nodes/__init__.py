"""What a rule is made of: frozen, checked at construction, so that a badly typed rule cannot exist.

Use the functions of :mod:`concordant.criteria.build` to write rules; these nodes hold the meaning.
The readers (evaluate, missing, words, document) each walk the same nodes.
"""

from concordant.criteria.nodes.bindings import ForSome, HeldAtRetests, Verdict
from concordant.criteria.nodes.connectives import (
    AllButOne,
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Awaits,
    Counted,
    Decide,
    Joined,
    Named,
    Not,
    Surely,
)
from concordant.criteria.nodes.criterion import Criterion, Part
from concordant.criteria.nodes.leaves import (
    Cleared,
    Holds,
    HoldsAtLeast,
    IsKnown,
    IsOneOf,
    Leaf,
    Meets,
    Only,
    OnOrAfter,
    Within,
)
from concordant.criteria.nodes.term import CriterionError, Term

__all__ = [
    "AllButOne",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "AtMost",
    "Awaits",
    "Cleared",
    "Counted",
    "Criterion",
    "CriterionError",
    "Decide",
    "ForSome",
    "HeldAtRetests",
    "Holds",
    "HoldsAtLeast",
    "IsKnown",
    "IsOneOf",
    "Joined",
    "Leaf",
    "Meets",
    "Named",
    "Not",
    "OnOrAfter",
    "Only",
    "Part",
    "Surely",
    "Term",
    "Verdict",
    "Within",
]
