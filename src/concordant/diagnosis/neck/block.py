"""Criterion C4 of 11.2.1: the headache is abolished by a diagnostic block (diagnosis 3.5).

ICHD-3 asks that the headache is abolished. That a fall of at least 90 % to below 5 on a 100-point scale
counts as abolished is recalled from the ICHD-II note and marked as an assumption. The table of grades and
the pain of at least 4 before the block are product rules.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_a_visit,
    at_or_above,
    below,
    decide,
    not_,
    one_of,
    surely,
    yes,
)
from concordant.facts.history.block import (
    block_agent,
    block_best_post_nrs,
    block_done,
    block_pre_nrs,
    block_relief_percent,
    block_target,
    block_technical_success,
)

LEAST_PAIN_BEFORE = 4
ABOLISHED_PERCENT = 90
ABOLISHED_BELOW_NRS = 0.5
PARTIAL_PERCENT = 50

_informative = all_of(
    yes(block_done),
    at_or_above(block_pre_nrs, LEAST_PAIN_BEFORE),
    yes(block_technical_success),
    # A block of an occipital nerve or trigger point alone can ease other headaches, migraine among them.
    not_(one_of(block_target, "gon", "lon", "trigger_point")),
)

_abolished = any_of(
    at_or_above(block_relief_percent, 100),
    all_of(at_or_above(block_relief_percent, ABOLISHED_PERCENT), below(block_best_post_nrs, ABOLISHED_BELOW_NRS)),
)

_placebo_response = at_a_visit(
    all_of(yes(block_done), one_of(block_agent, "saline"), at_or_above(block_relief_percent, PARTIAL_PERCENT))
)

abolished_by_block = decide(
    met_if=all_of(
        at_a_visit(all_of(_informative, _abolished, not_(surely(one_of(block_agent, "saline"))))),
        not_(surely(_placebo_response)),
    ),
    # A relief below 50 % refutes its own target only, so the criterion stays open for the others.
    not_met_if=any_of(
        _placebo_response,
        all_of(
            not_(surely(at_a_visit(all_of(_informative, _abolished)))),
            at_a_visit(all_of(_informative, at_or_above(block_relief_percent, PARTIAL_PERCENT), not_(_abolished))),
        ),
    ),
)
"""Met by an informative block that abolished the headache; not met by one that eased it only in part, or by relief
from saline alike."""
