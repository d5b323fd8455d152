"""One status from all measures (retest 8): how somebody responds to care at one retest.

The table says "first match wins"; here each status says for itself what the ones above it leave to it, so exactly one
is met whenever the facts are known, and one that an unknown fact could still decide is open. DISCORDANT stands before
WORSE, as the table asks. The words of change are those of retest 1.4; gaps of the table: conflicts C38.

Whoever rates themselves better is never above POSSIBLE by that alone.
"""

from __future__ import annotations

from enum import Enum

from concordant.criteria import Criterion, all_of, any_of, at_or_above, at_or_below, below, named, not_, one_of, verdict
from concordant.facts.outcomes.change import any_headache_change_class, function_change_class
from concordant.facts.outcomes.questionnaires import groc_score
from concordant.measures.questionnaires.global_change import MUCH as MUCH_BETTER
from concordant.measures.questionnaires.global_change import SOMEWHAT as BETTER
from concordant.safety import CLEAR


class Status(Enum):
    """The words of the fact ``response_status``, in the order of precedence of the table."""

    RED = "red"
    DISCORDANT = "discordant"
    WORSE = "worse"
    RESPONDING_STRONG = "responding_strong"
    RESPONDING = "responding"
    POSSIBLE = "possible"
    NO_CHANGE = "no_change"
    UNKNOWN = "unknown"
    """Neither measure can be assessed: an answer, not a gap. While facts are missing the status is open."""

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"response {self.value}"


def _days(*words: str) -> Criterion:
    return one_of(any_headache_change_class, *words)


def _function(*words: str) -> Criterion:
    return one_of(function_change_class, *words)


def _either(*words: str) -> Criterion:
    return any_of(_days(*words), _function(*words))


# Every flag that asks for a physician: new neurological signs and a suspected neck artery are among them.
red_flag_open = not_(verdict(CLEAR, of_headache=False))

_rated_better = at_or_above(groc_score, BETTER)
_not_rated_better = below(groc_score, BETTER)
_between = ("improved", "important_but_uncertain", "within_error", "not_assessable")
"""Neither an important gain nor worse."""
_no_gain = ("within_error", "not_assessable")

_OF_THE_MEASURES: dict[Status, Criterion] = {
    Status.DISCORDANT: any_of(
        all_of(_days("improved_important"), _function("worse")),
        all_of(_days("worse"), _function("improved_important")),
    ),
    Status.WORSE: any_of(
        all_of(_days("worse"), not_(_function("improved_important"))),
        all_of(_function("worse"), not_(_days("improved_important"))),
    ),
    Status.RESPONDING_STRONG: all_of(
        _days("improved_important"),
        not_(_function("worse")),
        any_of(_function("improved_important"), at_or_above(groc_score, MUCH_BETTER)),
    ),
    Status.RESPONDING: any_of(
        all_of(_days("improved_important"), _function(*_between), below(groc_score, MUCH_BETTER)),
        all_of(_function("improved_important"), _days(*_between)),
        all_of(_days("improved"), _function(*_between), _rated_better),
    ),
    Status.POSSIBLE: all_of(
        _days(*_between),
        _function(*_between),
        any_of(
            _days("important_but_uncertain"),
            all_of(_days("improved"), _not_rated_better),
            all_of(_days(*_no_gain), any_of(_function("improved", "important_but_uncertain"), _rated_better)),
        ),
    ),
    Status.NO_CHANGE: all_of(
        _not_rated_better,
        any_of(
            all_of(_days("within_error"), _function(*_no_gain)),
            all_of(_days("not_assessable"), _function("within_error")),
        ),
    ),
    Status.UNKNOWN: all_of(_not_rated_better, _days("not_assessable"), _function("not_assessable")),
}

RESPONSE: dict[Status, Criterion] = {Status.RED: named("response: red", red_flag_open, source="retest 8")} | {
    status: named(f"response: {status.value}", all_of(not_(red_flag_open), rule), source="retest 8")
    for status, rule in _OF_THE_MEASURES.items()
}
"""Each status as a rule of its own."""

responding = any_of(RESPONSE[Status.RESPONDING], RESPONSE[Status.RESPONDING_STRONG])

one_measure = any_of(_days("not_assessable"), _function("not_assessable"))
"""One of the two cannot be assessed and the other decides; to be said beside the status (conflicts C38)."""

rates_worse = all_of(at_or_below(groc_score, -BETTER), not_(_either("worse")))
"""Somebody says worse while neither measure does: what counts as "any worsening" in the table has no fact."""
