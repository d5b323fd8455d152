"""The next proposal as a difference to the plan that a clinician has signed. It never replaces what was signed.

Of each signed treatment: whether it is proposed again, and if not, by which rule; what has come to stand against it;
and for each exercise whether to go on or back now, and from which facts. What must not be overlooked is loud.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from concordant.criteria import Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_facts
from concordant.plan.interventions import BY_ID, Intervention
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.phases import Phase
from concordant.plan.plan import Against, Item, Plan
from concordant.plan.signing import Signing, labels, said
from concordant.plan.waiting import holding
from concordant.record.care import DoseValue, Prescribed, SignedPlan
from concordant.record.contradictions.contradiction import Contradiction


class Kind(Enum):
    """What became of a treatment; those of which somebody has to know at once first."""

    ON_HOLD = "on_hold"
    """Safety holds the whole plan."""
    BLOCKED = "blocked"
    """It must not be given now."""
    UNKNOWN_TREATMENT = "unknown_treatment"
    """There is no treatment of this name in the catalogue."""
    ENDED = "ended_by_limit"
    """No further hands-on session without a response or a review."""
    STOPPED = "stopped_by_rule"
    HELD = "held"
    """Entries contradict each other, so that its rule cannot be read."""
    WAITS = "still_unknown"
    NOT_INDICATED = "not_indicated"
    OTHER_PHASE = "other_phase"
    """The phase that is proposed does not have it."""
    NOT_COMBINED = "not_combined"
    """This clinic has chosen not to combine it with exercise."""
    LATER = "later"
    """Proposed, and beyond what fits now."""
    KEPT = "kept"
    NEW = "new"
    LEFT_OUT = "left_out"
    """Proposed again, and left out by the clinician who signed."""


_LOUD = (Kind.ON_HOLD, Kind.BLOCKED, Kind.UNKNOWN_TREATMENT, Kind.ENDED)
_STANDS = (Kind.KEPT, Kind.LATER)
_NEVER_PROPOSED = (Kind.WAITS, Kind.HELD, Kind.NOT_INDICATED, Kind.OTHER_PHASE)


@dataclass(frozen=True, slots=True)
class StepNow:
    """A change of dose or content that its rule proposes now."""

    forward: bool
    then: str
    because: tuple[str, ...]
    """The facts that made it so."""
    trace: Trace


@dataclass(frozen=True, slots=True)
class DosePart:
    """One part of a dose that differs; None where one side does not have it."""

    part: str
    signed: DoseValue | None
    proposed: DoseValue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDifference:
    """One treatment, signed or proposed."""

    id: str
    kind: Kind
    says: str
    prescribed: Prescribed | None
    """As it was signed; None of a new one."""
    item: Item | None
    """As it is proposed; None where it is not."""
    trace: Trace | None = None
    """The rule by which it is not proposed any more."""
    against: tuple[Against, ...] = ()
    """What blocks it, and what has to be signed for and is not."""
    held_by: tuple[Contradiction, ...] = ()
    step: StepNow | None = None
    ask: tuple[str, ...] = ()
    """Facts that would tell more: whether it may be given, or goes on."""
    dose: tuple[DosePart, ...] = ()
    """Where the dose that was accepted is not the one that is proposed."""

    @property
    def intervention(self) -> Intervention | None:
        """None where there is none of this name."""
        return BY_ID.get(self.id)

    @property
    def by_clinician(self) -> bool:
        """A clinician has added or changed it."""
        return self.prescribed is not None and self.prescribed.choice != "accepted"

    @property
    def goes_on(self) -> bool:
        """Of a signed treatment: nothing ends it. What a clinician has added was never proposed, and goes on until a
        rule stops it."""
        if self.prescribed is None or self.against:
            return False
        return self.kind in _STANDS or (self.prescribed.choice == "added" and self.kind in _NEVER_PROPOSED)

    @property
    def loud(self) -> bool:
        """Of a signed treatment: it must not go on as it is, or something new stands against it."""
        return self.prescribed is not None and (self.kind in _LOUD or bool(self.against))


@dataclass(frozen=True, slots=True)
class Difference:
    """Between the plan that stands and what is proposed now."""

    signed: SignedPlan
    phase: tuple[str, str] | None
    """Signed and proposed, where they differ."""
    profile: tuple[str, str] | None
    items: tuple[ItemDifference, ...]
    """What must not be overlooked first, then the rest of what was signed, then what is new."""

    @property
    def loud(self) -> tuple[ItemDifference, ...]:
        """What must not be overlooked."""
        return tuple(one for one in self.items if one.loud)

    @property
    def same(self) -> bool:
        """Nothing differs, and no step is proposed."""
        unchanged = all(
            one.kind in _STANDS and one.step is None and not one.dose and not one.against
            for one in self.items
            if one.kind is not Kind.LEFT_OUT
        )
        return self.phase is None and self.profile is None and unchanged


def difference(signed: SignedPlan, signing: Signing) -> Difference:
    """What the proposal that ``signing`` holds would change of a signed plan."""
    plan = signing.plan
    against = signing.against(one.intervention for one in signed.items)
    found = [_signed(one, signing, against.get(one.intervention, ())) for one in signed.items]
    have = {one.intervention for one in signed.items}
    left_out = {one.intervention: one for one in signed.left_out}
    later = {one.id for one in (*plan.hands_on_later, *plan.home_later)}
    for item in plan.offered:
        if item.id in have:
            continue
        if item.id in left_out:
            kind, says = Kind.LEFT_OUT, f"Left out on {signed.date}: {left_out[item.id].reason}"
        else:
            kind, says = Kind.NEW, "Newly proposed" + (", for later." if item.id in later else ".")
        found.append(ItemDifference(id=item.id, kind=kind, says=says, prescribed=None, item=item, ask=item.ask))
    was, now = signed.profile, plan.profile.profile.value
    return Difference(
        signed,
        None if signed.phase == plan.phase.phase.value else (signed.phase, plan.phase.phase.value),
        None if was in ("", now) else (was, now),
        tuple(sorted(found, key=lambda one: (not one.loud, one.prescribed is None))),
    )


def _signed(one: Prescribed, signing: Signing, standing: tuple[Against, ...]) -> ItemDifference:
    plan = signing.plan
    intervention = BY_ID.get(one.intervention)
    blocking = tuple(each for each in standing if each.blocks)
    kind, trace, ask = _became(one.intervention, plan)
    if intervention is None:
        kind = Kind.UNKNOWN_TREATMENT
    elif plan.phase.phase is Phase.HOLD:
        kind = Kind.ON_HOLD
    elif blocking:
        kind = Kind.BLOCKED
    held_by = holding(ask, signing.contradictions)
    if kind is Kind.WAITS and held_by:
        kind = Kind.HELD
    item = next((each for each in (*plan.offered, *plan.not_combined) if each.id == one.intervention), None)
    unsigned = tuple(each for each in standing if not each.blocks and each.row.id not in one.signed_for)
    # What has ended needs no signature; what a clinician has added is given whatever is proposed.
    goes_on = kind in _STANDS or one.choice == "added"
    found = ItemDifference(
        id=one.intervention,
        kind=kind,
        says="",
        prescribed=one,
        item=item,
        trace=trace,
        against=blocking if kind is Kind.BLOCKED else unsigned if goes_on and kind is not Kind.ON_HOLD else (),
        held_by=held_by,
        step=_step(item) if item is not None and kind in _STANDS else None,
        ask=ask if kind not in _STANDS else item.ask if item is not None else (),
        dose=_differing(one, intervention) if intervention is not None and kind in _STANDS else (),
    )
    return _told(found, plan)


def _became(identity: str, plan: Plan) -> tuple[Kind, Trace | None, tuple[str, ...]]:
    """What the proposal says of a treatment, by which rule, and what to ask."""
    for kind, items in (
        (Kind.LATER, (*plan.hands_on_later, *plan.home_later)),
        (Kind.KEPT, plan.offered),
        (Kind.NOT_COMBINED, plan.not_combined),
    ):
        if any(one.id == identity for one in items):
            return kind, None, ()
    for kind, left in ((Kind.STOPPED, plan.stopped), (Kind.NOT_INDICATED, plan.not_indicated)):
        for one in left:
            if one.intervention.id == identity:
                return kind, one.trace, ()
    for intervention, _, trace in plan.ended_by_limit:
        if intervention.id == identity:
            return Kind.ENDED, trace, ()
    for waiting in plan.still_unknown:
        if waiting.intervention.id == identity:
            return Kind.WAITS, None, waiting.ask
    for blocked in plan.blocked:
        if blocked.intervention.id == identity:
            return Kind.BLOCKED, None, tuple(dict.fromkeys(name for by in blocked.by for name in by.ask))
    return Kind.OTHER_PHASE, None, ()


def _told(one: ItemDifference, plan: Plan) -> ItemDifference:
    """The same with its sentence."""
    names = {
        Kind.ON_HOLD: "On hold: safety comes first, nothing of the plan is given today.",
        Kind.BLOCKED: f"Must not be given now: {'; '.join(map(said, one.against))}.",
        Kind.UNKNOWN_TREATMENT: "There is no treatment of this name.",
        Kind.STOPPED: f"Its stop rule is met{_from(one.trace)}.",
        Kind.HELD: f"Held, as entries contradict each other: {'; '.join(each.note for each in one.held_by)}",
        Kind.WAITS: f"No longer proposed until this is known: {labels(one.ask)}.",
        Kind.NOT_INDICATED: f"No longer indicated{_from(one.trace)}.",
        Kind.OTHER_PHASE: f"The phase {plan.phase.phase.value.replace('_', ' ')} does not have it.",
        Kind.NOT_COMBINED: "Waits, as this clinic has chosen exercise first.",
        Kind.LATER: "Kept; more is offered than fits now, so it may wait.",
        Kind.KEPT: "Kept.",
    }
    says = names.get(one.kind, "")
    if one.kind is Kind.ENDED:
        says = next((rule.says for each, rule, _ in plan.ended_by_limit if each.id == one.id), "")
    if one.kind is not Kind.BLOCKED and one.against:
        says = f"{says} Not signed for: {'; '.join(map(said, one.against))}."
    if one.prescribed is not None and one.prescribed.choice == "added":
        # It was never proposed.
        says = says.replace("No longer ", "Not ", 1)
    if one.by_clinician and one.prescribed is not None:
        says = f"{says} {one.prescribed.choice.capitalize()} by a clinician: {one.prescribed.reason}"
    return replace(one, says=says.strip())


def _from(trace: Trace | None) -> str:
    facts = deciding_facts(trace) if trace is not None else ()
    return f" ({labels(facts)})" if facts else ""


def _step(item: Item) -> StepNow | None:
    """Back before on: where both rules are met the more careful one counts."""
    intervention = item.intervention
    for trace, step, forward in (
        (item.regress, intervention.regress, False),
        (item.progress, intervention.progress, True),
    ):
        if trace is not None and step is not None and trace.truth is Truth.MET:
            return StepNow(forward, step.then, deciding_facts(trace), trace)
    return None


def steps_open(item: Item) -> tuple[str, ...]:
    """Facts that would tell whether an exercise goes on or back now."""
    traces = [one for one in (item.regress, item.progress) if one is not None]
    return tuple(dict.fromkeys(name for one in traces for name in facts_to_ask(one)))


def _differing(one: Prescribed, intervention: Intervention) -> tuple[DosePart, ...]:
    """Only of what was accepted as proposed: a clinician's own dose is no difference to be told each time."""
    if one.choice != "accepted" or not one.dose:
        return ()
    proposed = plain_dose(intervention.dose)
    parts = dict.fromkeys((*one.dose, *proposed))
    return tuple(
        DosePart(part, one.dose.get(part), proposed.get(part))
        for part in parts
        if not _alike(one.dose.get(part), proposed.get(part))
    )


def _alike(one: DoseValue | None, other: DoseValue | None) -> bool:
    return _as_pair(one) == _as_pair(other)


def _as_pair(value: DoseValue | None) -> object:
    """``10`` and ``[10, 10]`` are one amount."""
    if isinstance(value, int | float):
        return (float(value), float(value))
    return tuple(value) if isinstance(value, list | tuple) else value
