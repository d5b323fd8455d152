"""Conditions read out of the risk lists, the wider of two lists where both hold them (conflicts C06)."""

from __future__ import annotations

from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Fact
from concordant.facts.history.injury import whiplash_occurred
from concordant.facts.history.person import head_or_neck_trauma_history, trauma_history
from concordant.facts.safety.results import (
    anticoagulant_or_clotting,
    connective_tissue_disorder,
    inflammatory_arthritis,
    long_term_steroid,
    manipulated_elsewhere_7d,
    recent_throat_or_neck_infection,
)
from concordant.facts.safety.vascular import uci_risk_conditions, vascular_risk_factors
from concordant.record.derive.computing import Inputs, Reader, computes


def _listed(of: Fact[Any], *sources: tuple[Fact[Any], frozenset[str]]) -> None:
    @computes(of)
    def listed(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        lists = [(inputs.get(fact), words) for fact, words in sources]
        if any(isinstance(value, frozenset) and value & words for value, words in lists):
            return inputs.result(True)
        if inputs.missing:
            return inputs.unknown()
        return inputs.result(False)


_UCI = uci_risk_conditions
_VASCULAR = vascular_risk_factors

_listed(inflammatory_arthritis, (_UCI, frozenset({"rheumatoid_arthritis", "ankylosing_spondylitis"})))
_listed(
    connective_tissue_disorder,
    (_UCI, frozenset({"connective_tissue_disorder"})),
    (_VASCULAR, frozenset({"connective_tissue_disorder"})),
)
_listed(anticoagulant_or_clotting, (_VASCULAR, frozenset({"anticoagulant", "clotting_disorder"})))
_listed(long_term_steroid, (_UCI, frozenset({"long_term_steroid"})), (_VASCULAR, frozenset({"long_term_steroid"})))
_listed(recent_throat_or_neck_infection, (_UCI, frozenset({"recent_throat_or_neck_infection"})))


MANIPULATED = "recent_neck_manipulation"
A_WEEK_DAYS = 7


@computes(manipulated_elsewhere_7d)
def manipulated(reader: Reader, where: Binding, term: Term) -> Reading:
    """The risk list says "recent neck manipulation", and was filled in within the last 7 days."""
    inputs = Inputs(reader, where)
    listed = inputs.get(vascular_risk_factors)
    if not isinstance(listed, frozenset):
        return inputs.unknown()
    said = reader.read(term_of(vascular_risk_factors), where).said
    # Without a day it may be this week.
    days = (reader.as_of - said.on).days if said is not None and said.on is not None else 0
    return inputs.result(MANIPULATED in listed and days <= A_WEEK_DAYS)


@computes(trauma_history)
def any_trauma(reader: Reader, where: Binding, term: Term) -> Reading:
    """Any whiplash, head or neck trauma."""
    inputs = Inputs(reader, where)
    values = [inputs.get(head_or_neck_trauma_history)]
    for injury in reader.injuries:
        values.append(reader.read(term_of(whiplash_occurred), Binding(where.headache, injury)).value)
    if any(value is True for value in values):
        return inputs.result(True)
    if inputs.missing or any(value is not False for value in values):
        return inputs.unknown("", head_or_neck_trauma_history)
    return inputs.result(False)
