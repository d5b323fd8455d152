"""The dictionary: every fact that can be known, declared once.

From one declaration come validation, form field, case-file schema, API field and the reference page.
``DICTIONARY`` is the whole; rules import the facts they read from the room in which they are declared
(``from concordant.facts.history.injury import whiplash_occurred``).
"""

from collections.abc import Iterator
from types import ModuleType

from concordant.facts.coverage import claim
from concordant.facts.diary import counts, day
from concordant.facts.dictionary import Dictionary, UnknownFact
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
from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.history import aura, autonomic, block, injury, local_pain, other_causes, pattern, person
from concordant.facts.kinds import Kind, NotAllowed
from concordant.facts.outcomes import change, questionnaires, ratings
from concordant.facts.plan import consent, episode, status, visit
from concordant.facts.safety import history as safety_history
from concordant.facts.safety import results as safety_results
from concordant.facts.safety import signs as safety_signs
from concordant.facts.safety import trauma, vascular
from concordant.facts.values import NEVER, UNKNOWN, Span, Value

_IN_ORDER = (
    # history
    pattern,
    autonomic,
    aura,
    local_pain,
    other_causes,
    injury,
    block,
    person,
    # diary
    day,
    counts,
    # safety
    safety_history,
    vascular,
    safety_signs,
    trauma,
    safety_results,
    # examination, in the order of the session
    session,
    posture_and_pressure,
    active_range,
    flexion_rotation,
    palpation,
    sustained_tests,
    motor_control,
    sensorimotor,
    trigger_points,
    signs,
    general,
    judgement,
    # outcomes, plan, coverage
    questionnaires,
    ratings,
    change,
    status,
    visit,
    episode,
    consent,
    claim,
)


def _declared(module: ModuleType) -> Iterator[Fact[Kind]]:
    for name, value in vars(module).items():
        if isinstance(value, Fact) and value.room.value in module.__name__:
            if name != value.name:
                raise ValueError(f"{module.__name__}.{name} declares a fact named {value.name!r}")
            yield value


def _all() -> Iterator[Fact[Kind]]:
    seen: set[Fact[Kind]] = set()
    for module in _IN_ORDER:
        for fact in _declared(module):
            if fact not in seen:
                seen.add(fact)
                yield fact


DICTIONARY = Dictionary(_all())

__all__ = [
    "DICTIONARY",
    "NEVER",
    "UNKNOWN",
    "Dictionary",
    "Fact",
    "Kind",
    "NotAllowed",
    "Room",
    "Scope",
    "Sides",
    "Span",
    "Supplier",
    "UnknownFact",
    "Value",
]
