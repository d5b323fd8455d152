"""On which side the headache is, and whether that is the side on which something was found."""

from concordant.criteria import Criterion, all_of, any_of, one_of
from concordant.facts.fact import Fact
from concordant.facts.history.pattern import laterality
from concordant.facts.kinds import Choice

one_sided = one_of(laterality, "left_always", "right_always", "one_sided_alternating")
"""One side at a time; ICHD-3 does not ask that it is always the same."""

side_locked = one_of(laterality, "left_always", "right_always")
"""One side, and always the same."""


def on_the_side_of(found: Fact[Choice]) -> Criterion:
    """Side-locked, on the side of a finding; of a finding on both sides either side will do."""
    return any_of(
        all_of(one_of(laterality, "left_always"), one_of(found, "left", "bilateral")),
        all_of(one_of(laterality, "right_always"), one_of(found, "right", "bilateral")),
    )
