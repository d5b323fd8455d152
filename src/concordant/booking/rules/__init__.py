"""The rules that every calendar keeps (H1 to H16, E1 to E3), checked apart from whatever made it.

Every answer passes :func:`broken_rules` before it leaves; :func:`broken_by` looks at one visit that somebody moves.
"""

from concordant.booking.rules.broken import HARD, Broken, Rule
from concordant.booking.rules.change import Change, broken_by_change
from concordant.booking.rules.check import broken_after, broken_answer, broken_by, broken_on, broken_rules
from concordant.booking.rules.standing import Stand, Standing
from concordant.booking.rules.together import are_pair

__all__ = [
    "HARD",
    "Broken",
    "Change",
    "Rule",
    "Stand",
    "Standing",
    "are_pair",
    "broken_after",
    "broken_answer",
    "broken_by",
    "broken_by_change",
    "broken_on",
    "broken_rules",
]
