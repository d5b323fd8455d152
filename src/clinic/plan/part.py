"""What we do: the part of the person page that says in which phase care is, what is given today by whom, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from clinic.chart.models import Entry
from clinic.person.look import Look
from clinic.plan.course import Check, Step, checks_of, needs_of, steps_of
from clinic.plan.goals import SignedGoal, signed_goals
from clinic.plan.words import DISCIPLINES, PHASES, Words
from concordant.diagnosis.explaining.reasons import label_of
from concordant.plan import Phase, Proposal
from concordant.plan.against_signed import Difference, ItemDifference, Kind, StepNow
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.intervention import Discipline
from concordant.record.care import Prescribed
from concordant.record.dose_line import dose_line


@dataclass(frozen=True)
class Given:
    """One signed treatment."""

    name: str
    dose: str
    because: tuple[str, ...]
    """The facts for which it is proposed today; empty where it is not."""
    told: str
    """What has changed for it since it was signed; empty where nothing has."""
    is_loud: bool
    by_clinician: str
    """The clinician's own reason."""
    step: StepNow | None
    """On or back now, as its rules propose."""


@dataclass(frozen=True)
class Hands:
    """What one discipline does."""

    name: Words
    items: tuple[Given, ...]


@dataclass(frozen=True)
class Part:
    """The section."""

    headache: str
    phase: Words
    is_held: bool
    steps: tuple[Step, ...]
    checks: tuple[Check, ...]
    needs: int
    is_signed: bool
    entry: Entry | None
    moves_on: Words
    """The phase that is proposed where it is not the signed one."""
    hands: tuple[Hands, ...]
    proposed: int
    """So many treatments are proposed for now."""
    goals: tuple[SignedGoal, ...]
    new: int
    """So many are proposed and neither signed nor left out."""


def part_of(look: Look, query: str = "") -> Part | None:
    """Of the headache that is treated first; None where no headache is described."""
    found = look.assessment.proposals
    if not found:
        return None
    proposal = next((one for one in found if one.signed), found[0])
    plan, signed = proposal.plan, proposal.signed
    now = signed.phase if signed and plan.phase.phase is not Phase.HOLD else plan.phase.phase.value
    difference = proposal.difference
    return Part(
        headache=proposal.headache,
        phase=PHASES[now],
        is_held=plan.phase.phase is Phase.HOLD,
        steps=steps_of(now),
        checks=tuple(checks_of(look, proposal, now, query)),
        needs=needs_of(proposal, now),
        is_signed=signed is not None,
        entry=look.entry_at(signed.place) if signed else None,
        moves_on=PHASES[difference.phase[1]] if difference and difference.phase else "",
        hands=tuple(_hands(proposal)),
        proposed=len(plan.hands_on) + len(plan.soft_tissue) + len(plan.home_now) + len(plan.other),
        goals=signed_goals(proposal),
        new=sum(one.kind is Kind.NEW for one in difference.items) if difference else 0,
    )


def _hands(proposal: Proposal) -> Iterator[Hands]:
    if proposal.signed is None:
        return
    for discipline in (Discipline.RMT, Discipline.PHYSIOTHERAPIST, Discipline.HOME):
        mine = [one for one in proposal.signed.items if _whose(one) is discipline]
        if mine:
            yield Hands(DISCIPLINES[discipline.value], tuple(_given(one, proposal) for one in mine))


def _whose(one: Prescribed) -> Discipline | None:
    """What the person does is at home; else the massage therapist's where it may be, as massage comes first."""
    known = BY_ID.get(one.intervention)
    if known is None:
        return Discipline.PHYSIOTHERAPIST
    if known.active:
        return Discipline.HOME
    return Discipline.RMT if known.massage else Discipline.PHYSIOTHERAPIST


def _given(one: Prescribed, proposal: Proposal) -> Given:
    known = BY_ID.get(one.intervention)
    became = _became(one, proposal.difference)
    item = became.item if became else None
    told = became.says if became and (became.kind is not Kind.KEPT or became.loud) else ""
    return Given(
        name=known.name if known else one.intervention,
        dose=dose_line(one.dose),
        because=tuple(map(label_of, item.because)) if item else (),
        told=told,
        is_loud=became is not None and became.loud,
        # What became of it says the clinician's reason as well.
        by_clinician="" if told else one.reason,
        step=became.step if became else None,
    )


def _became(one: Prescribed, difference: Difference | None) -> ItemDifference | None:
    return next((each for each in difference.items if each.id == one.intervention), None) if difference else None
