"""The course of care: its phases, and what ends the one that is now."""

from collections.abc import Iterator
from dataclasses import dataclass

from clinic.person.look import Look
from clinic.person.tracing import Line, Tracer
from clinic.plan.words import PHASES, Words
from concordant.criteria import Trace
from concordant.criteria.nodes import AtLeast, Named
from concordant.plan import Proposal
from concordant.plan.phases import AIM, COURSE

MOST_VISITS = 3
"""Of a rule that goes through the visits one by one, so many are shown."""


@dataclass(frozen=True)
class Step:
    """One phase of the course."""

    key: str
    name: Words
    aim: str
    state: str
    """past, now or ahead."""


@dataclass(frozen=True)
class Check:
    """One line of what ends a phase. It fills by itself."""

    line: Line


def steps_of(now: str) -> tuple[Step, ...]:
    """The course of care with the phase that is now; none of them while it is on hold."""
    keys = [one.value for one in COURSE]
    at = keys.index(now) if now in keys else -1
    return tuple(
        Step(one.value, PHASES[one.value], AIM[one], "now" if number == at else "past" if number < at else "ahead")
        for number, one in enumerate(COURSE)
    )


def checks_of(look: Look, proposal: Proposal, phase: str, query: str = "") -> Iterator[Check]:
    """What ends a phase, line by line; nothing for a phase that was not read or has no end of its own."""
    rule = _exit(proposal, phase)
    if rule is None:
        return
    tracer = Tracer(look, proposal.headache, query=query, most=MOST_VISITS, whole=True)
    for part in rule.parts:
        yield Check(tracer.line(part))


def needs_of(proposal: Proposal, phase: str) -> int:
    """How many of the checks are enough; 0 where all are needed."""
    rule = _exit(proposal, phase)
    return rule.criterion.n if rule is not None and isinstance(rule.criterion, AtLeast) else 0


def _exit(proposal: Proposal, phase: str) -> Trace | None:
    """Below its name."""
    rule = next((trace for one, trace in proposal.plan.phase.exits if one.value == phase), None)
    return rule.parts[0] if rule is not None and isinstance(rule.criterion, Named) else rule
