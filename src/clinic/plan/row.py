"""One treatment on the page: why it is offered, how much, what has to be signed for, and what the form says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clinic.person.told import Told
from clinic.person.tracing import Line
from clinic.plan.dose_fields import DoseField, dose_fields, same_dose
from clinic.plan.sent import Sent
from clinic.plan.words import BECAME, CHOICES, Words
from concordant.diagnosis.explaining.reasons import label_of
from concordant.plan import Intervention, Item, Proposal
from concordant.plan.against_signed import ItemDifference, Kind, StepNow
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.cautions import HALF_DOSES
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.plan import Against
from concordant.plan.signing import Obstacle
from concordant.record.care import DoseValue, Prescribed
from concordant.record.dose_line import dose_line


@dataclass(frozen=True)
class SignOff:
    """A row that stands against it: the clinician answers for it, with the change."""

    row: str
    finding: str
    change: str
    is_known: bool
    """Else its facts were not asked."""
    name: str
    checked: bool


@dataclass(frozen=True)
class Row:
    """One treatment."""

    intervention: Intervention
    item: Item | None
    """As it is proposed; None where it is not."""
    prescribed: Prescribed | None
    """As it stands signed."""
    difference: ItemDifference | None
    included: bool
    """Whether its box is ticked."""
    reason: str
    dose: tuple[DoseField, ...]
    sign_offs: tuple[SignOff, ...]
    obstacles: tuple[Obstacle, ...] = field(default=())
    problems: tuple[str, ...] = field(default=())
    because: tuple[Told, ...] = field(default=())
    """The facts that made it be offered."""
    line: Line | None = None
    """Its rule, line by line."""

    @property
    def id(self) -> str:
        return self.intervention.id

    @property
    def is_proposed(self) -> bool:
        return self.item is not None

    @property
    def became(self) -> Words:
        """What has changed for it since the plan was signed; empty where nothing has."""
        told = self.difference is not None and self.difference.kind is not Kind.KEPT
        return BECAME[self.difference.kind] if told and self.difference else ""

    @property
    def is_loud(self) -> bool:
        return self.difference is not None and self.difference.loud

    @property
    def step(self) -> StepNow | None:
        """On or back now."""
        return self.difference.step if self.difference else None

    @property
    def step_because(self) -> list[str]:
        """The facts of that step, by their labels."""
        return [label_of(one) for one in self.step.because] if self.step else []

    @property
    def proposed_dose(self) -> str:
        """In one line."""
        return dose_line(plain_dose(self.intervention.dose))

    @property
    def is_full_dose(self) -> bool:
        """Whether half the dose has to be signed for, and the whole one stands in the form."""
        given = self.prescribed.dose if self.prescribed else plain_dose(self.intervention.dose)
        halves = any(one.row in HALF_DOSES and one.is_known for one in self.sign_offs)
        return halves and same_dose(given, plain_dose(self.intervention.dose))

    @property
    def signed_dose(self) -> str:
        return dose_line(self.prescribed.dose) if self.prescribed else ""

    @property
    def choice(self) -> Words:
        """What a clinician did with it."""
        return CHOICES[self.prescribed.choice] if self.prescribed else ""

    @property
    def is_open(self) -> bool:
        """Whether its inputs are shown at once: where something has to be put right."""
        return bool(self.obstacles or self.problems)


def row_of(
    proposal: Proposal,
    intervention: Intervention,
    item: Item | None,
    sent: Sent | None,
    obstacles: Iterable[Obstacle] = (),
    *,
    later: bool = False,
) -> Row:
    """One treatment, as it was sent; else as it stands signed; else as it is proposed."""
    identity = intervention.id
    signed = proposal.signed.item(identity) if proposal.signed else None
    difference = (
        next((one for one in proposal.difference.items if one.id == identity), None) if (proposal.difference) else None
    )
    given = starting_dose(intervention, signed)
    return Row(
        intervention=intervention,
        item=item,
        prescribed=signed,
        difference=difference,
        included=sent.includes(identity) if sent else _starts_ticked(item, signed, difference, later=later),
        reason=sent.reason(identity) if sent else _earlier_reason(signed, proposal, identity),
        dose=dose_fields(given, sent.typed(identity) if sent else None),
        sign_offs=tuple(_sign_offs(proposal, item, intervention, sent)),
        obstacles=tuple(one for one in obstacles if one.intervention == identity),
        problems=sent.problems_of(identity) if sent else (),
    )


def starting_dose(intervention: Intervention, signed: Prescribed | None) -> Mapping[str, DoseValue]:
    """What stands signed, with the parts that the reference has besides; else what is proposed."""
    proposed = plain_dose(intervention.dose)
    return {**proposed, **signed.dose} if signed and signed.dose else proposed


def treatment(identity: str) -> Intervention:
    """Of the catalogue."""
    return BY_ID[identity]


def _starts_ticked(
    item: Item | None, signed: Prescribed | None, difference: ItemDifference | None, *, later: bool
) -> bool:
    if signed is not None and signed.choice == "added":
        return not (difference and difference.loud)
    if difference is not None and difference.kind is Kind.LEFT_OUT:
        return False
    return item is not None and (not later or signed is not None)


def _earlier_reason(signed: Prescribed | None, proposal: Proposal, identity: str) -> str:
    """A clinician's own reason stays until the clinician changes it."""
    if signed is not None:
        return signed.reason
    left = proposal.signed.left_out if proposal.signed else ()
    return next((one.reason for one in left if one.intervention == identity), "")


def _sign_offs(
    proposal: Proposal, item: Item | None, intervention: Intervention, sent: Sent | None
) -> Iterable[SignOff]:
    for one in _limiting(proposal, item, intervention):
        yield SignOff(
            row=one.row.id,
            finding=one.row.finding,
            change=one.change,
            is_known=not one.ask,
            name=f"for:{intervention.id}:{one.row.id}",
            # Answered for anew with each signature, whatever stands signed.
            checked=sent.signs_for(intervention.id, one.row.id) if sent else False,
        )


def _limiting(proposal: Proposal, item: Item | None, intervention: Intervention) -> tuple[Against, ...]:
    """What asks for a signature; of a treatment that is not proposed too, as a clinician may add it."""
    if item is not None:
        return item.sign_off
    standing = proposal.signing.against([intervention.id]).get(intervention.id, ())
    return tuple(one for one in standing if not one.blocks)
