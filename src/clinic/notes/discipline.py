"""Who writes as what, and what each may give (treatment 0.5): declared with each treatment, here only read."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.accounts.roles import CLINIC_LEAD, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from concordant.plan.interventions import BY_ID, Discipline, Intervention

OF_ROLE: Mapping[str, Discipline] = MappingProxyType(
    {
        PHYSIOTHERAPIST.key: Discipline.PHYSIOTHERAPIST,
        # Sets plans and signs letters, which is the physiotherapist's.
        CLINIC_LEAD.key: Discipline.PHYSIOTHERAPIST,
        RMT.key: Discipline.RMT,
    }
)
OTHER: Mapping[str, str] = MappingProxyType({"physiotherapist": "rmt", "rmt": "physiotherapist"})
NAMES: Mapping[str, str | Promise] = MappingProxyType(
    {"physiotherapist": _("Physiotherapy"), "rmt": _("Massage therapy")}
)


def discipline_of(by: Actor) -> str:
    """As the case file names it. Whoever may write a note has one."""
    assert by.user is not None
    return OF_ROLE[by.user.role].value


def may_give(one: Intervention, discipline: str) -> bool:
    """What the person does alone is taught and checked by the physiotherapist; a massage therapist reinforces it in
    words, and does not progress it."""
    if discipline == Discipline.PHYSIOTHERAPIST.value:
        return Discipline.PHYSIOTHERAPIST in one.disciplines or Discipline.HOME in one.disciplines
    return Discipline.RMT in one.disciplines


def belongs_to(one: Intervention, discipline: str, *, rmt_unavailable: bool) -> bool:
    """Whether a signed plan means this discipline: massage and release are the physiotherapist's only where no massage
    therapist is to be had."""
    massage = one.disciplines[0] is Discipline.RMT and discipline != Discipline.RMT.value
    return may_give(one, discipline) and (not massage or rmt_unavailable)


def catalogue(discipline: str) -> tuple[Intervention, ...]:
    """In the order of the catalogue."""
    return tuple(one for one in BY_ID.values() if may_give(one, discipline))


def is_shown_and_done(one: Intervention) -> bool:
    """The person moves: it is taught, checked or done here."""
    return one.active


def touches(one: Intervention) -> bool:
    """A technique of the block matrix: hands, needles or load on the person."""
    return one.technique is not None
