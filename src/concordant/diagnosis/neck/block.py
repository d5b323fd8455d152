"""Criterion C4 of 11.2.1: the headache is abolished by a diagnostic block (diagnosis 3.5).

ICHD-3 asks that the headache is abolished. That a fall of at least 90 % to below 5 on a 100-point scale counts as
abolished is recalled from the ICHD-II note. The other numbers and the table of grades are product rules. Complete
relief from two blocks is the standard of Lord 1994, doi:10.1136/jnnp.57.10.1187.
"""

from concordant.criteria import (
    Criterion,
    all_of,
    any_of,
    at_a_visit,
    at_or_above,
    below,
    decide,
    known,
    meets,
    named,
    not_,
    not_empty,
    one_of,
    surely,
    yes,
)
from concordant.facts.history.block import (
    TARGETS,
    block_agent,
    block_best_post_nrs,
    block_control,
    block_days_since_previous,
    block_done,
    block_pre_nrs,
    block_relief_percent,
    block_target,
    block_target_accepted,
    block_targets_plausible,
    block_technical_success,
)
from concordant.settings import Standing, number, whole

LEAST_PAIN_BEFORE = number(
    "c4_least_pain_before",
    4,
    unit="NRS",
    low=1,
    high=10,
    says="A diagnostic block is informative only with so much pain just before it (C4).",
    source="diagnosis 3.5",
)
ABOLISHED_PERCENT = number(
    "c4_abolished_percent",
    90,
    unit="%",
    low=50,
    high=100,
    says="Relief of so many per cent, to below the limit, counts as abolished beside complete relief (C4).",
    source="ICHD-II, note to 11.2.1",
    standing=Standing.RECALLED,
)
ABOLISHED_BELOW_NRS = number(
    "c4_abolished_below_nrs",
    0.5,
    unit="NRS",
    low=0.1,
    high=10,
    says="The lowest pain after a block of incomplete relief has to be below this (C4).",
    source="ICHD-II, note to 11.2.1: below 5 of 100",
    standing=Standing.RECALLED,
)
PARTIAL_PERCENT = number(
    "c4_partial_percent",
    50,
    unit="%",
    low=10,
    high=90,
    says="Relief of so many per cent without abolishing is partial; less refutes the blocked target only (C4).",
    source="diagnosis 3.5",
)
SESSIONS_APART_DAYS = whole(
    "c4_sessions_apart_days",
    7,
    unit="d",
    low=1,
    high=365,
    says="Two sessions of a controlled block are at least so many days apart (C4).",
    source="diagnosis 3.5; a tertiary pain unit, doi:10.1302/0301-620X.87BSUPP_III.0870399a: at least 1 week",
)

PERIPHERAL = ("gon", "lon", "trigger_point")
"""Targets whose block can ease other headaches, migraine among them."""

_saline = one_of(block_agent, "saline")
_active = not_(surely(_saline))
_valid = all_of(
    yes(block_done),
    at_or_above(block_pre_nrs, LEAST_PAIN_BEFORE),
    yes(block_technical_success),
    known(block_relief_percent),
)
_of_the_neck = any_of(
    not_(one_of(block_target, *PERIPHERAL)),
    # Open until the examiner accepts it; that it is not accepted refutes nothing.
    yes(block_target_accepted),
)
_informative = all_of(_valid, _of_the_neck)

_complete = at_or_above(block_relief_percent, 100)
_abolished = any_of(
    _complete,
    all_of(at_or_above(block_relief_percent, ABOLISHED_PERCENT), below(block_best_post_nrs, ABOLISHED_BELOW_NRS)),
)
abolishing = all_of(_valid, _abolished, _active)
"""Of one visit: a valid block with an agent, of whatever target, that abolished the headache."""

_partly = all_of(at_or_above(block_relief_percent, PARTIAL_PERCENT), not_(_abolished))

_abolished_by_an_agent = at_a_visit(all_of(_of_the_neck, abolishing))


def _controlled(target: str) -> Criterion:
    """Complete relief at every session with an agent, the last under a control and a week after another session."""
    here = one_of(block_target, target)
    return all_of(
        at_a_visit(
            all_of(
                _informative,
                here,
                _active,
                _complete,
                one_of(block_control, "placebo", "comparative_agents"),
                at_or_above(block_days_since_previous, SESSIONS_APART_DAYS),
            )
        ),
        not_(at_a_visit(all_of(yes(block_done), here, _active, not_(all_of(_informative, _complete))))),
        not_(at_a_visit(all_of(yes(block_done), here, _saline, at_or_above(block_relief_percent, PARTIAL_PERCENT)))),
    )


def _refuted(target: str) -> Criterion:
    return at_a_visit(
        all_of(_valid, one_of(block_target, target), _active, below(block_relief_percent, PARTIAL_PERCENT))
    )


placebo_response = named(
    "placebo response: saline abolished it as well",
    at_a_visit(all_of(_valid, _saline, _abolished)),
    source="product rule, diagnosis 3.5",
)

_some_relief_from_saline = at_a_visit(
    all_of(yes(block_done), _saline, at_or_above(block_relief_percent, PARTIAL_PERCENT))
)

abolished = named(
    "abolished by an informative block",
    all_of(_abolished_by_an_agent, not_(surely(_some_relief_from_saline))),
    source="ICHD-3 11.2.1 C4; diagnosis 3.5",
)

partly_relieved = named(
    "partial, supportive: at least half the pain gone, not abolished",
    all_of(not_(surely(_abolished_by_an_agent)), at_a_visit(all_of(_informative, _active, _partly))),
    source="product rule, diagnosis 3.5",
)

every_plausible_target_refuted = named(
    "no relief from the block of any plausible target",
    all_of(
        not_empty(block_targets_plausible),
        not_(surely(_abolished_by_an_agent)),
        *(any_of(not_(meets(block_targets_plausible, target)), _refuted(target)) for target in TARGETS),
    ),
    source="product rule, diagnosis 3.5: relief below 50 % refutes its own target only",
)

abolished_by_block = decide(
    met_if=abolished,
    not_met_if=any_of(placebo_response, partly_relieved, every_plausible_target_refuted),
)
"""Met by an informative block that abolished the headache; not met by one that eased it in part, by the same relief
from saline, or where every plausible target was blocked in vain. A block that was not done refutes nothing."""

abolished_under_control = decide(
    met_if=all_of(
        abolished,
        at_a_visit(all_of(_of_the_neck, abolishing, one_of(block_control, "placebo", "comparative_agents"))),
    ),
    not_met_if=not_(abolished_by_block),
)
"""Criterion II of the CHISG for research: the same, of a block with a control. Until one is done it is open."""

controlled_block = any_of(*(_controlled(target) for target in TARGETS))
"""The grade "controlled" of C4."""

not_informative = at_a_visit(
    all_of(
        yes(block_done),
        any_of(
            below(block_pre_nrs, LEAST_PAIN_BEFORE),
            not_(yes(block_technical_success)),
            not_(surely(known(block_best_post_nrs))),
        ),
    )
)

peripheral_not_accepted = at_a_visit(
    all_of(_valid, one_of(block_target, *PERIPHERAL), not_(surely(yes(block_target_accepted))))
)

refuted_target = {target: _refuted(target) for target in TARGETS}
"""By target: blocked with technical success and without relief."""
