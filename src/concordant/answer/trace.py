"""A trace as a tree."""

from __future__ import annotations

from typing import Any

from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.saying import limits, value_in_words
from concordant.criteria.words import phrase, provenance


def word(truth: Truth) -> str:
    """A truth as the contract writes it."""
    return {Truth.MET: "met", Truth.NOT_MET: "not_met", Truth.UNKNOWN: "unknown"}[truth]


def trace(found: Trace) -> dict[str, Any]:
    """A trace as a tree; a rule referred to stands by its key, its own trace beside its own diagnosis."""
    told: dict[str, Any] = {"asks": phrase(found.criterion), "truth": word(found.truth)}
    if found.letter:
        told = {"letter": found.letter, **told}
    if found.instance:
        told["of"] = found.instance
    if found.readings:
        told["read"] = [
            {
                "fact": term.name,
                "value": value_in_words(term, reading.value, limits(found.criterion)),
                "from": provenance(reading),
                "missing": list(reading.missing),
            }
            for term, reading in zip(found.criterion.terms, found.readings, strict=True)
        ]
    if found.parts and not isinstance(found.criterion, nodes.Verdict):
        told["parts"] = [trace(part) for part in found.parts]
    return told
