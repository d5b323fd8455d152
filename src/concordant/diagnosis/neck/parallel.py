"""Criterion C2 of 11.2.1: the headache improves or resolves in parallel with the neck disorder (diagnosis 3.4).

ICHD-3 gives no numbers; the table and its days are product rules. Each retest has a verdict of its own, which its trace
keeps with the date; the newest one that says anything stands. A relapse of both together says nothing against the
link and is no C2 either, so it takes nothing back.
"""

from concordant.criteria import (
    all_of,
    any_of,
    at_or_above,
    below,
    decide,
    empty,
    held_at_retests,
    named,
    not_empty,
    one_of,
)
from concordant.facts.outcomes.change import (
    cervical_change_class,
    confounders_so_far,
    days_in_treatment,
    headache_change_class,
    headache_improved_days,
    improvement_order,
    neck_improved_days,
)
from concordant.settings import switch, whole

SOURCE = "product rule, diagnosis 3.4"

HELD_DAYS = whole(
    "c2_held_days",
    28,
    unit="d",
    high=365,
    says="Neck and headache have to stay better for so many days before C2 is met.",
    source="diagnosis 3.4",
)
REFUTED_DAYS = whole(
    "c2_refuted_days",
    84,
    unit="d",
    high=730,
    says="A headache that has not followed a neck that stayed better for so many days refutes C2.",
    source="diagnosis 3.4: 12 weeks",
)
EARLIEST_DAYS = whole(
    "c2_earliest_days",
    28,
    unit="d",
    high=365,
    says="The first retest that can give a verdict on C2, in days of treatment.",
    source="diagnosis 3.4: week 4",
)
MAIN_DAYS = whole(
    "c2_main_days",
    84,
    unit="d",
    high=730,
    says="From so many days of treatment on a verdict on C2 is a main verdict.",
    source="diagnosis 3.4: week 12",
)
EARLY_COUNTS = switch(
    "c2_early_verdict_counts",
    True,
    says="An early verdict on C2 counts for the diagnosis until there is a main one.",
    source="diagnosis 3.4: the current diagnosis uses the latest main verdict; earliest verdict week 4",
)

neck_better = one_of(cervical_change_class, "improved", "resolved")
headache_better = one_of(headache_change_class, "improved_important", "resolved")
headache_not_better = one_of(headache_change_class, "within_error", "worse")
headache_falling = one_of(headache_change_class, "improved", "important_but_uncertain")
neck_unchanged = one_of(cervical_change_class, "within_error")

main_verdict = named("main verdict: week 12 or later", at_or_above(days_in_treatment, MAIN_DAYS), source=SOURCE)
_early_verdict = named("verdict from week 4 on", at_or_above(days_in_treatment, EARLIEST_DAYS), source=SOURCE)
_in_time = _early_verdict if EARLY_COUNTS else main_verdict
_nothing_else_changed = named("nothing else changed since treatment began", empty(confounders_so_far), source=SOURCE)
held = all_of(at_or_above(neck_improved_days, HELD_DAYS), at_or_above(headache_improved_days, HELD_DAYS))

neck_without_headache = named(
    "the neck has been better for 12 weeks, the headache is not",
    all_of(neck_better, at_or_above(neck_improved_days, REFUTED_DAYS), headache_not_better),
    source=SOURCE,
)
headache_without_neck = named(
    "the headache is better, the neck is not", all_of(neck_unchanged, headache_better), source=SOURCE
)
better_together = named(
    "neck and headache better, in parallel and held",
    all_of(neck_better, headache_better, one_of(improvement_order, "in_parallel"), held),
    source=SOURCE,
)

verdict_of_a_retest = decide(
    # With anything else that changed meanwhile, neither side of the table can be told: the criterion stays open.
    met_if=all_of(_nothing_else_changed, _in_time, better_together),
    not_met_if=all_of(_nothing_else_changed, _in_time, any_of(neck_without_headache, headache_without_neck)),
)

improved_in_parallel = held_at_retests(0, verdict_of_a_retest)

not_parallel = all_of(neck_better, headache_better, one_of(improvement_order, "headache_first", "neck_first"))
not_yet_held = all_of(
    neck_better,
    headache_better,
    one_of(improvement_order, "in_parallel"),
    any_of(below(neck_improved_days, HELD_DAYS), below(headache_improved_days, HELD_DAYS)),
)
wait_for_headache = all_of(neck_better, below(neck_improved_days, REFUTED_DAYS), headache_not_better)
confounded = all_of(not_empty(confounders_so_far), any_of(neck_better, headache_better))
untested = all_of(neck_unchanged, any_of(headache_not_better, headache_falling))
neck_worse = one_of(cervical_change_class, "worse")
relapsed = all_of(neck_unchanged, headache_not_better)
