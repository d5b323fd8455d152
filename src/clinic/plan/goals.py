"""How the goals of the plan that stands are met now."""

from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.person.tracing import MARKS
from clinic.plan.words import REACHED
from concordant.facts.rounding import rounded
from concordant.plan import Proposal


@dataclass(frozen=True)
class SignedGoal:
    """A goal of the plan that stands."""

    says: str
    state: str
    now: str
    """The number as it is; empty where it is not known, or where there is none."""

    @property
    def state_name(self) -> str | Promise:
        return REACHED[self.state]


def signed_goals(proposal: Proposal) -> tuple[SignedGoal, ...]:
    """How the goals of the plan that stands are met now, by the number alone."""
    return tuple(
        SignedGoal(one.goal.says, MARKS[one.reached], "" if one.now is None else rounded(one.now))
        for one in proposal.signed_goals
    )
