"""Diagnostic blocks."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Scope
from concordant.facts.history.block import (
    block_best_post_nrs,
    block_days_since_previous,
    block_done,
    block_pre_nrs,
    block_relief_percent,
    block_target,
)
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(block_relief_percent)
def relief(reader: Reader, where: Binding, term: Term) -> Reading:
    """100 x (pre - best post) / pre; a block given without pain says nothing."""
    inputs = Inputs(reader, where)
    before, best = inputs.number(block_pre_nrs), inputs.number(block_best_post_nrs)
    if before is None or best is None:
        return inputs.unknown()
    if before.low <= 0:
        return inputs.unknown("there was no pain before the block", block_pre_nrs)
    return inputs.result(100 * (before.low - best.low) / before.low)


@computes(block_days_since_previous)
def since_previous(reader: Reader, where: Binding, term: Term) -> Reading:
    """From the block before this one of the same target; of a first block there is no such number."""
    inputs = Inputs(reader, where)
    if where.visit is None or reader.read(term_of(block_done), where).value is not True:
        return inputs.unknown("", block_done)
    target = inputs.get(block_target)
    if not isinstance(target, str):
        return inputs.unknown()
    today = reader.visits[where.visit].date
    earlier = []
    for key, visit in reader.visits.items():
        there = where.bound(Scope.VISIT, key)
        same = reader.read(term_of(block_target), there).value == target
        if visit.date < today and same and reader.read(term_of(block_done), there).value is True:
            earlier.append(visit.date)
    if not earlier:
        return inputs.unknown("the first block of this target", block_days_since_previous)
    inputs.note("previous block", max(earlier), str(max(earlier)))
    return inputs.result((today - max(earlier)).days)
