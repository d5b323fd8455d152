"""In which order and under which headings facts are asked: as they are declared, module by module."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.slots import Slot, slots_of
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, Room, Scope, Sides, Supplier
from concordant.facts.coverage import claim
from concordant.facts.diary import counts, day
from concordant.facts.examination import (
    active_range,
    flexion_rotation,
    general,
    judgement,
    motor_control,
    palpation,
    posture_and_pressure,
    sensorimotor,
    session,
    signs,
    sustained_tests,
    trigger_points,
)
from concordant.facts.history import aura, autonomic, block, injury, local_pain, other_causes, pattern, person
from concordant.facts.kinds import Table
from concordant.facts.outcomes import change, questionnaires, ratings
from concordant.facts.plan import consent, episode, visit
from concordant.facts.safety import history as safety_history
from concordant.facts.safety import results, trauma, vascular
from concordant.facts.safety import signs as safety_signs

HEADINGS: tuple[tuple[ModuleType, str | Promise], ...] = (
    (pattern, _("The headache as it is told")),
    (autonomic, _("Eye, nose and restlessness")),
    (aura, _("Aura")),
    (local_pain, _("Stabs, spots and nerve pain")),
    (other_causes, _("Other causes")),
    (injury, _("The injury and what came straight after")),
    (block, _("Nerve blocks")),
    (person, _("The person")),
    (day, _("The day")),
    (counts, _("Days and medicines, from memory")),
    (safety_history, _("Warning signs that the person tells")),
    (vascular, _("Vessels and upper neck")),
    (safety_signs, _("Warning signs that the examiner sees")),
    (trauma, _("Rules after an injury")),
    (results, _("Followed up and cleared")),
    (session, _("Before testing")),
    (posture_and_pressure, _("Posture and pressure pain")),
    (active_range, _("Active range")),
    (flexion_rotation, _("Flexion-rotation test")),
    (palpation, _("Palpation by segment")),
    (sustained_tests, _("Sustained pressure and posture")),
    (motor_control, _("Motor control and strength")),
    (sensorimotor, _("Position sense, eyes and balance")),
    (trigger_points, _("Trigger points")),
    (signs, _("Signs of muscle, nerve and skin")),
    (general, _("The whole")),
    (judgement, _("Judgements")),
    (questionnaires, _("Questionnaire scores")),
    (ratings, _("Ratings in own words")),
    (change, _("Change")),
    (visit, _("Seen while treating")),
    (episode, _("The course of care")),
    (consent, _("Wishes and consent")),
    (claim, _("Payer and claim")),
)
MORE = "more"
_UNITS_OF_DEVICES = ("deg", "kPa", "N", "N m", "mmHg", "gain")


def _name(module: ModuleType) -> str:
    return module.__name__.removeprefix("concordant.facts.")


_TITLES: dict[str, str | Promise] = {_name(module): title for module, title in HEADINGS} | {MORE: _("More")}


def _declared() -> dict[Fact[Kind], str]:
    found: dict[Fact[Kind], str] = {}
    for module, _title in HEADINGS:
        for value in vars(module).values():
            if isinstance(value, Fact) and value.room.value in module.__name__:
                found.setdefault(value, _name(module))
    return found


_MODULE_OF = _declared()


def module_of(fact: Fact[Kind]) -> str:
    """Where a fact is declared, such as "history.pattern"; MORE for one that was added from outside."""
    return _MODULE_OF.get(fact, MORE)


@dataclass(frozen=True)
class Section:
    """Fields under one heading."""

    key: str
    title: str | Promise
    facts: tuple[Fact[Kind], ...]
    of: str = ""
    """Id of the headache or injury that all of it belongs to."""
    hint: str | Promise = ""
    is_open: bool = True
    all_no: bool = False
    """Offers to answer every plain question of it with no, and every list with none."""

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for fact in self.facts for slot in slots_of(fact, self.of if _belongs(fact) else ""))

    @cached_property
    def asks_headache(self) -> bool:
        return any(slot.asks_headache for slot in self.slots)

    @cached_property
    def asks_instrument(self) -> bool:
        return any(takes_instrument(fact) for fact in self.facts)


def takes_instrument(fact: Fact[Kind]) -> bool:
    """Whether it is read off a device, so that a retest has to be done with the same."""
    return (fact.room, fact.scope) == (Room.EXAMINATION, Scope.VISIT) and fact.unit in _UNITS_OF_DEVICES


def _belongs(fact: Fact[Kind]) -> bool:
    return fact.scope in (Scope.HEADACHE, Scope.INJURY)


def askable(fact: Fact[Kind]) -> bool:
    """Whether a form can ask it: not what is computed, and not a table whose keys are another list's."""
    free_keys = isinstance(fact.kind, Table) and not fact.kind.keys
    return fact.supplied_by is not Supplier.COMPUTED and not free_keys


def facts_to_ask(
    *scopes: Scope, rooms: Iterable[Room] | None = None, dictionary: Dictionary = DICTIONARY
) -> tuple[Fact[Kind], ...]:
    """The facts of these scopes that forms ask, in the order of the dictionary."""
    allowed = set(Room if rooms is None else rooms)
    return tuple(fact for fact in dictionary.of_scope(*scopes) if fact.room in allowed and askable(fact))


def by_module(facts: Iterable[Fact[Kind]], *, of: str = "", closed: Iterable[str] = ()) -> tuple[Section, ...]:
    """A section for each module, in the order of HEADINGS; those named in `closed` start folded."""
    gathered: dict[str, list[Fact[Kind]]] = {}
    for fact in facts:
        gathered.setdefault(module_of(fact), []).append(fact)
    shut = set(closed)
    return tuple(
        Section(name.replace(".", "-"), title, tuple(gathered[name]), of=of, is_open=name not in shut)
        for name, title in _TITLES.items()
        if name in gathered
    )


def is_sided(fact: Fact[Kind]) -> bool:
    return fact.sides is not Sides.NONE
