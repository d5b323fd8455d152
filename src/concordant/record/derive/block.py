"""Diagnostic blocks."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.history.block import block_best_post_nrs, block_pre_nrs, block_relief_percent
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
