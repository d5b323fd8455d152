"""What may be done at all: safety decides before information does (diagnosis 3.5, 4.1, 4.6, 4.9; examination 1)."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria.reading import UNBOUND
from concordant.diagnosis.next_test.c_spine import Uncleared, uncleared
from concordant.diagnosis.probability.results import masked
from concordant.facts import Scope
from concordant.record.record import Record
from concordant.safety import Action, FlagReading, Safety

STOPS_EVERYTHING = (Action.EMERGENCY, Action.SAME_DAY)
STOPS_THE_HANDS = (*STOPS_EVERYTHING, Action.URGENT)


@dataclass(frozen=True, slots=True)
class Gates:
    """What stands in the way of testing this person's neck today."""

    stopping: tuple[FlagReading, ...]
    """Open flags after which nothing else is asked or tested."""
    urgent: tuple[FlagReading, ...]
    """Open flags that leave questions, and stop every test of the neck."""
    unasked: tuple[str, ...]
    """Safety questions still to be asked."""
    asked_again: bool
    injuries: tuple[Uncleared, ...]
    forbidden: frozenset[str]
    """Techniques that are stopped."""
    masked: bool
    """Provocation would say nothing today."""

    @property
    def neck_tests(self) -> bool:
        """Whether the neck may be tested at all."""
        return not (self.stopping or self.urgent or self.unasked or self.injuries) and self.asked_again

    def allows(self, techniques: tuple[str, ...], *, provokes: bool = False) -> bool:
        """Whether a test with these techniques may be done today."""
        return self.neck_tests and not self.forbidden.intersection(techniques) and not (provokes and self.masked)


def gates(record: Record, safety: Safety) -> Gates:
    """The gates of one person on the day of the record."""
    return Gates(
        stopping=tuple(flag for flag in safety.open if flag.action in STOPS_EVERYTHING),
        urgent=tuple(flag for flag in safety.open if flag.action is Action.URGENT),
        unasked=safety.not_screened,
        asked_again=safety.asked_again,
        injuries=uncleared(record),
        forbidden=frozenset(safety.forbids),
        masked=_masked_today(record),
    )


def _masked_today(record: Record) -> bool:
    """An attack or medicine of an earlier day says nothing of today."""
    today = [visit for visit in record.visits if record.day_of(visit) == record.as_of]
    return any(masked(record, UNBOUND.bound(Scope.VISIT, visit)) for visit in today)
