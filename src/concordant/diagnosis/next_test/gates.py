"""What may be done at all: safety decides before information does (diagnosis 3.5, 4.1, 4.6, 4.9; examination 1).

Nothing is judged here: the flags, the letters of the block matrix and the rules after an injury are those of the
safety room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concordant.criteria import Truth, evaluate
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.reading import UNBOUND, Binding
from concordant.diagnosis.probability.results import masked
from concordant.facts import Scope
from concordant.record.record import Record
from concordant.safety import Action, FlagReading, Imaging, InjuryReading, Letter, Safety, c_spine
from concordant.safety.imaging import ccr_imaging
from concordant.safety.matrix import TechniqueReading

STOPS_EVERYTHING = (Action.EMERGENCY, Action.SAME_DAY)


@dataclass(frozen=True, slots=True)
class Uncleared:
    """An injury after which the neck may not be tested yet."""

    reading: InjuryReading
    ask: tuple[str, ...]
    """What to ask next, in the order of the Canadian C-spine rule: first whether it applies."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What stands in the way of testing this person's neck today."""

    stopping: tuple[FlagReading, ...]
    """Open flags after which nothing else is asked or tested."""
    urgent: tuple[FlagReading, ...]
    """Open flags that leave questions, and stop every test of the neck."""
    unasked: tuple[str, ...]
    """Questions of the screen still to be asked; none of them is clear."""
    unknown: tuple[str, ...]
    """Facts that count as there until they are asked, because of what they would block."""
    asked_again: bool
    injuries: tuple[Uncleared, ...]
    techniques: Mapping[str, TechniqueReading]
    """How far each technique may be used."""
    masked: bool
    """Provocation would say nothing today."""

    @property
    def neck_tests(self) -> bool:
        """Whether the neck may be tested at all."""
        return not (self.stopping or self.urgent or self.unasked or self.injuries) and self.asked_again

    def allows(self, techniques: tuple[str, ...], *, provokes: bool = False) -> bool:
        """Whether a test with these techniques may be done today. A limit does not stop a measurement."""
        stopped = any(self.techniques[name].letter is Letter.STOP for name in techniques)
        return self.neck_tests and not stopped and not (provokes and self.masked)

    def limits(self, techniques: tuple[str, ...]) -> tuple[str, ...]:
        """How far each of these may be used today, in words; none where all are as usual."""
        read = (self.techniques[name] for name in techniques)
        return tuple(f"{one.technique.replace('_', '-')}: {one.limit}" for one in read if one.limit)


def gates(record: Record, safety: Safety) -> Gates:
    """The gates of one person on the day of the record."""
    return Gates(
        stopping=tuple(flag for flag in safety.open if flag.action in STOPS_EVERYTHING),
        urgent=tuple(flag for flag in safety.open if flag.action is Action.URGENT),
        unasked=safety.not_screened,
        unknown=safety.not_known,
        asked_again=safety.asked_again,
        injuries=tuple(_uncleared(record, safety)),
        techniques=safety.techniques,
        masked=_masked_today(record),
    )


def _uncleared(record: Record, safety: Safety) -> list[Uncleared]:
    if any(one.flag is ccr_imaging and one.truth is Truth.NOT_MET for one in safety.flags):
        # No injury asks for imaging, or a physician has answered.
        return []
    due = (one for one in safety.injuries if one.is_due and one.result is not Imaging.NO_IMAGING)
    return [Uncleared(one, tuple(dict.fromkeys((*_whether_it_applies(record, one), *one.ask)))) for one in due]


def _whether_it_applies(record: Record, one: InjuryReading) -> tuple[str, ...]:
    return facts_to_ask(evaluate(c_spine.out_of_scope, record, Binding(injury=one.injury)))


def _masked_today(record: Record) -> bool:
    """An attack or medicine of an earlier day says nothing of today."""
    today = [visit for visit in record.visits if record.day_of(visit) == record.as_of]
    return any(masked(record, UNBOUND.bound(Scope.VISIT, visit)) for visit in today)
