"""A procedure: how one test is done, when in the session, and by whom it must not be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.facts.fact import Fact
from concordant.facts.kinds import Kind
from concordant.measures.measure import Measure


class Body(Enum):
    """How the person is placed, in the order of a session: nobody is turned over twice."""

    SITTING = 1
    STANDING = 2
    SUPINE = 3
    PRONE = 4
    AT_THE_DESK = 5
    """Read from what was found; the person does nothing."""


class Lock(Enum):
    """What closes a test (examination 1)."""

    ALARM = "the vascular and neurological screen raised an alarm: stop and refer"
    INSTABILITY = "the neck may be unstable: no end-range and no manual tests"
    HELD = "an open flag holds manual and end-range work on the neck until a physician has answered"
    LOADED = "an open flag holds loading of the neck until a physician has answered"
    ATTACK = "an attack is going on: put off, as range and pressure thresholds fall in it"
    IRRITABLE = "pain is easily stirred up today"
    RISEN = "testing has raised the headache too far: stop for today"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One test of examination 3."""

    key: str
    name: str
    section: str
    step: int
    """Of the session (examination 1)."""
    body: Body
    how: str
    contraindications: str
    """Empty where the reference names none."""
    minutes: float
    source: str
    measures: tuple[Measure, ...] = ()
    findings: tuple[Fact[Kind], ...] = ()
    """What is noted beside the numbers."""
    locked_by: frozenset[Lock] = frozenset()
    masked_by_medicine: bool = False
    """Provocation soon after an acute medicine, or in an attack, says nothing (diagnosis 3.5)."""
    only_if: str = ""
    """For whom it is done; empty for everybody."""

    def __post_init__(self) -> None:
        if not self.key.isidentifier() or not (self.name and self.section and self.how and self.source):
            raise ValueError(f"procedure {self.key!r}: key, name, section, how and source are needed")
        if not 1 <= self.step <= 12 or self.minutes < 0:
            raise ValueError(f"procedure {self.key!r}: a session has steps 1 to 12, and takes time")
        if self.step >= 3 and self.body is not Body.AT_THE_DESK and Lock.ALARM not in self.locked_by:
            raise ValueError(f"procedure {self.key!r}: an alarm locks steps 3 to 12")

    @property
    def facts(self) -> tuple[Fact[Kind], ...]:
        """Everything that it gives."""
        return (*(measure.fact for measure in self.measures), *self.findings)
