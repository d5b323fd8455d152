"""What keeps a plan from being signed. The clinic asks before it takes a signature, and says every reason at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from concordant.criteria import Truth
from concordant.diagnosis.explaining.reasons import label_of
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.intervention import Discipline
from concordant.plan.plan import NO_ACTIVE_ITEM, Against, Plan
from concordant.plan.waiting import holding
from concordant.record.care import Prescribed, SignedPlan
from concordant.record.contradictions.contradiction import Contradiction
from concordant.safety import Action, FlagReading, Safety
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED

AT_ITS_LIMIT = "limit of hands-on sessions"
"""The rule of a treatment that waits, as :class:`concordant.plan.plan.Open` names it."""
NO_MASSAGE_ITEM = "Massage visits are asked for, but no soft-tissue treatment: add one, or ask for none."
"""Massage is part of a plan only with such a treatment (treatment 3.3)."""
HELD_BY = (Action.EMERGENCY, Action.SAME_DAY)
_OF_EVERY_TECHNIQUE = frozenset({NOT_ASKED_AGAIN.id})
"""Rows that follow from what was asked, not from what was found: they have no mark of a treatment."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason for which it cannot be signed."""

    id: str
    """open_flag, not_screened, unknown_headache, unknown_intervention, unknown_row, blocked, not_signed_for,
    limit, not_proposed, no_active_item or no_massage_item."""
    says: str
    intervention: str | None = None
    """The item that it is about; None where it is about the whole plan."""
    rows: tuple[str, ...] = ()
    """The rows that stand against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A proposal as signatures are checked against it."""

    plan: Plan
    safety: Safety
    headaches: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    against: Callable[[Iterable[str]], dict[str, tuple[Against, ...]]] = field(repr=False, compare=False)
    """What stands against each of these treatments now."""


def may_sign(signed: SignedPlan, signing: Signing) -> tuple[Obstacle, ...]:
    """Everything that keeps this plan from being signed; empty where it may be."""
    found = [*_of_the_person(signed, signing)]
    against = signing.against(one.intervention for one in signed.items)
    for one in signed.items:
        found.extend(_of_item(one, signing, against))
    found.extend(_unknown(signed))
    known = [BY_ID[one.intervention] for one in signed.items if one.intervention in BY_ID]
    if any(one.hands_on for one in known) and not any(one.active for one in known):
        found.append(Obstacle("no_active_item", NO_ACTIVE_ITEM))
    if signed.visits_per_week.get(Discipline.RMT.value, 0) and not any(one.massage for one in known):
        found.append(Obstacle("no_massage_item", NO_MASSAGE_ITEM))
    return tuple(found)


def _of_the_person(signed: SignedPlan, signing: Signing) -> Iterator[Obstacle]:
    for flag in _holding_flags(signing):
        word = "same-day" if flag.action is Action.SAME_DAY else "emergency"
        yield Obstacle("open_flag", f"Open {word} flag: {flag.flag.name}. No treatment today; act on it first.")
    rows = {reading.row.id for reading in signing.safety.rows}
    if NOT_SCREENED.id in rows:
        asked = labels(signing.safety.not_screened)
        yield Obstacle("not_screened", f"The safety screen is not done{f': ask {asked}' if asked else ''}.")
    if signed.headache not in signing.headaches:
        yield Obstacle("unknown_headache", f"This person has no headache {signed.headache}.")


def _holding_flags(signing: Signing) -> tuple[FlagReading, ...]:
    return tuple(flag for flag in signing.safety.open if flag.action in HELD_BY)


def _of_item(one: Prescribed, signing: Signing, against: dict[str, tuple[Against, ...]]) -> Iterator[Obstacle]:
    if one.intervention not in BY_ID:
        yield Obstacle("unknown_intervention", f"There is no treatment {one.intervention}.", one.intervention)
        return
    name = BY_ID[one.intervention].name
    standing = against[one.intervention]
    blocking = [each for each in standing if each.blocks]
    if blocking:
        rows = tuple(each.row.id for each in blocking)
        yield Obstacle(
            "blocked", f"{name} must not be given: {'; '.join(map(said, blocking))}.", one.intervention, rows
        )
    missing = [each for each in standing if not each.blocks and each.row.id not in one.signed_for]
    if missing:
        rows = tuple(each.row.id for each in missing)
        told = "; ".join(map(said, missing))
        yield Obstacle("not_signed_for", f"{name} needs a named signature for: {told}.", one.intervention, rows)
    limit = next((rule for each, rule, _ in signing.plan.ended_by_limit if each.id == one.intervention), None)
    if limit is not None:
        yield Obstacle("limit", f"{name}: {limit.says}", one.intervention)
    near = next((each for each in signing.plan.still_unknown if each.intervention.id == one.intervention), None)
    if near is not None and near.rule == AT_ITS_LIMIT and one.choice == "added":
        told = f"{name} may be at the limit of hands-on sessions; first has to be known: {labels(near.ask)}."
        yield Obstacle("limit", told, one.intervention)
    if one.choice != "added" and not blocking and limit is None and one.intervention not in _proposed(signing.plan):
        yield Obstacle("not_proposed", f"{name} is not proposed{_why(one, signing)}.", one.intervention)


def _proposed(plan: Plan) -> frozenset[str]:
    return frozenset(one.id for one in (*plan.offered, *plan.not_combined))


def _why(one: Prescribed, signing: Signing) -> str:
    """Why, and that it may be added with a reason."""
    waits = next((each for each in signing.plan.still_unknown if each.intervention.id == one.intervention), None)
    add = "; to give it all the same, add it with a reason"
    if waits is None:
        return add
    held = holding(waits.ask, signing.contradictions)
    if held:
        return f", as entries contradict each other ({'; '.join(each.note for each in held)}){add}"
    return f", as this is not known: {labels(waits.ask)}{add}"


def _unknown(signed: SignedPlan) -> Iterator[Obstacle]:
    for one in signed.items:
        marks = {mark.row.id for mark in BY_ID[one.intervention].marks} if one.intervention in BY_ID else None
        for row in one.signed_for:
            if marks is not None and row not in marks | _OF_EVERY_TECHNIQUE:
                says = f"No row {row} ever stands against {BY_ID[one.intervention].name}."
                yield Obstacle("unknown_row", says, one.intervention, (row,))
    for left in signed.left_out:
        if left.intervention not in BY_ID:
            says = f"There is no treatment {left.intervention}."
            yield Obstacle("unknown_intervention", says, left.intervention)


def labels(names: Iterable[str]) -> str:
    """Facts by their labels, once each."""
    return ", ".join(dict.fromkeys(map(label_of, names)))


def said(one: Against) -> str:
    """A row in words, with the change that a signature stands for; that it is not known where it is not."""
    change = f" ({one.change})" if one.change else ""
    unknown = "" if one.truth is Truth.MET else ", not known"
    return f"{one.row.finding}{unknown}{change}"
