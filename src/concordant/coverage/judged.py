"""A visit before and after it was judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.coverage.plans import ApprovedPlan
from concordant.coverage.visit_cover import PAID, Entitlement
from concordant.criteria import Trace, Truth, smallest_missing
from concordant.facts import DICTIONARY
from concordant.payers import Item

PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One visit to be judged."""

    date: date
    discipline: str
    status: str
    minutes: int | None = None

    @property
    def held(self) -> bool:
        """Neither missed nor cancelled; one to come is judged as held."""
        return self.status in ("attended", PROPOSED)


@dataclass(frozen=True, slots=True)
class Judged:
    """A visit with its ground."""

    sitting: Sitting
    entitlement: Entitlement
    item: Item | None
    plan: ApprovedPlan | None
    """The plan that pays it."""
    because: tuple[str, ...]
    missing: tuple[str, ...]
    trace: Trace

    @property
    def counts(self) -> bool:
        """Uses up a visit of the claim, or may."""
        return self.entitlement in PAID or self.entitlement is Entitlement.NOT_KNOWN


def entitlement_of(trace: Trace, sitting: Sitting) -> Entitlement:
    """What the trace of a claim's rule comes to."""
    if not sitting.held:
        return Entitlement.NOT_COVERED
    if any(truth_of(trace, letter) is Truth.NOT_MET for letter in ("since", "one")):
        return Entitlement.REFUSED
    if trace.truth is Truth.NOT_MET:
        return Entitlement.NOT_COVERED
    if trace.truth is Truth.UNKNOWN:
        return Entitlement.NOT_KNOWN
    in_window = truth_of(trace, "preauthorised") is Truth.MET
    return Entitlement.PREAUTHORISED if in_window else Entitlement.PLAN


def decisive(trace: Trace) -> Trace:
    """The part that tells why: of a visit that was missed only that, not also what else it lacks."""
    held = trace.lettered("held")
    return held if held is not None and held.truth is Truth.NOT_MET else trace


def truth_of(trace: Trace, letter: str) -> Truth | None:
    """The truth of a lettered part; None where the rule has none."""
    found = trace.lettered(letter)
    return None if found is None else found.truth


def asked_for(trace: Trace) -> tuple[str, ...]:
    """The facts that would settle a trace, as a person can be asked for them."""
    sets = smallest_missing(trace, most=1)
    return tuple(name for name in sets[0] if name in DICTIONARY) if sets else ()
