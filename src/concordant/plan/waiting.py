"""What needs a fact first, and which. Entries that contradict each other hold a treatment, and are named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from concordant.criteria import Truth
from concordant.plan.interventions import Intervention
from concordant.plan.plan import Plan
from concordant.record.contradictions.contradiction import Contradiction


@dataclass(frozen=True, slots=True)
class Waiting:
    """A treatment that is not offered because something is not known."""

    intervention: Intervention
    rule: str
    """Which rule is open: indication, stop rule, limit of hands-on sessions, or what stands against it."""
    ask: tuple[str, ...]
    held_by: tuple[Contradiction, ...]
    """Entries that cannot all be true; until they are settled their facts are not read."""


AGAINST_IT = "what stands against it"


def waiting_of(plan: Plan, contradictions: Sequence[Contradiction]) -> tuple[Waiting, ...]:
    """Every treatment of this phase that waits for a fact."""
    found = [
        Waiting(one.intervention, one.rule, one.ask, holding(one.ask, contradictions)) for one in plan.still_unknown
    ]
    for blocked in plan.blocked:
        if all(one.truth is Truth.UNKNOWN for one in blocked.by):
            ask = tuple(dict.fromkeys(name for one in blocked.by for name in one.ask))
            found.append(Waiting(blocked.intervention, AGAINST_IT, ask, holding(ask, contradictions)))
    return tuple(found)


def holding(ask: Collection[str], contradictions: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
    """The contradictions by which one of these facts is not known."""
    names = {name.partition("[")[0] for name in ask}
    return tuple(one for one in contradictions if names.intersection(one.ask))
