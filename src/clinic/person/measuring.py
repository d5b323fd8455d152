"""What we measured: each number that was taken, from its first value to its latest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.sparkline import Sparkline, sparkline
from concordant.facts import DICTIONARY, Fact, Room
from concordant.facts.kinds import Quantity
from concordant.facts.units import UNITS
from concordant.facts.values import plain
from concordant.measures.repeats import RealChange
from concordant.record.derive.neck_change import REAL_CHANGE

ROOMS = (Room.EXAMINATION, Room.OUTCOMES)
"""Elsewhere (blood pressure, a block) a number answers a question of its own and is no course to follow."""

VERDICTS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "better": _("Better than measurement error"),
        "within": _("Within measurement error"),
        "worse": _("Worse than measurement error"),
        "once": _("Measured once"),
        "unknown": _("Error not known here"),
    }
)
"""The thresholds are those of the care library, where more is better in each of these tests."""


@dataclass(frozen=True)
class Taken:
    """One value on one day."""

    on: date
    value: float
    by: str
    instrument: str


@dataclass(frozen=True)
class Measure:
    """One row: a test, of one side or segment where it has them."""

    fact: Fact
    of: str
    unit: str
    taken: tuple[Taken, ...]
    real_change: RealChange | None

    @property
    def error(self) -> float | None:
        return self.real_change.threshold if self.real_change else None

    @property
    def name(self) -> str:
        return self.fact.label

    @property
    def asked(self) -> str:
        """What was measured, for the person: the first sentence."""
        end = min((self.fact.ask.find(mark) for mark in ".?" if mark in self.fact.ask), default=-1)
        return self.fact.ask[: end + 1] or self.fact.ask

    @property
    def first(self) -> Taken:
        return self.taken[0]

    @property
    def latest(self) -> Taken:
        return self.taken[-1]

    @property
    def change(self) -> float:
        return self.latest.value - self.first.value

    @property
    def again(self) -> bool:
        return len(self.taken) > 1

    @property
    def verdict(self) -> str:
        if not self.again:
            return "once"
        if self.error is None:
            return "unknown"
        if abs(self.change) < self.error:
            return "within"
        return "better" if self.change > 0 else "worse"

    @property
    def verdict_name(self) -> str | Promise:
        return VERDICTS[self.verdict]

    @property
    def error_source(self) -> str:
        return self.real_change.source if self.real_change else ""

    @property
    def differs(self) -> bool:
        """Another examiner or another instrument than at the start: the error may be larger than stated."""
        one, other = self.first, self.latest
        pairs = ((one.by, other.by), (one.instrument, other.instrument))
        return self.again and any(before and now and before != now for before, now in pairs)

    @property
    def sparkline(self) -> Sparkline | None:
        return sparkline([(one.on, one.value) for one in self.taken], self.error) if self.again else None

    def shown(self, value: float) -> str:
        return f"{plain(value)}{self.unit}"

    @property
    def first_shown(self) -> str:
        return self.shown(self.first.value)

    @property
    def latest_shown(self) -> str:
        return self.shown(self.latest.value)

    @property
    def change_shown(self) -> str:
        sign = "+" if self.change > 0 else "−" if self.change < 0 else "±"
        return f"{sign}{self.shown(abs(self.change))}"

    @property
    def error_shown(self) -> str:
        return "" if self.error is None else f"±{self.shown(self.error)}"


def measures_of(look: Look) -> tuple[Measure, ...]:
    """Measured again first, in the order of the dictionary."""
    found: dict[tuple[str, str], dict[date, Taken]] = {}
    for name, of, taken in _numbers(look):
        # Measured twice on one day: the later entry stands.
        found.setdefault((name, of), {})[taken.on] = taken
    rows = [
        Measure(
            fact=DICTIONARY[name],
            of=of,
            unit=UNITS[DICTIONARY[name].unit].after,
            taken=tuple(sorted(days.values(), key=lambda one: one.on)),
            real_change=REAL_CHANGE.get(name),
        )
        for (name, of), days in found.items()
    ]
    order = {name: number for number, name in enumerate(DICTIONARY)}
    return tuple(sorted(rows, key=lambda row: (not row.again, row.error is None, order[row.fact.name], row.of)))


def _numbers(look: Look) -> Iterator[tuple[str, str, Taken]]:
    for visit in look.record.visits.values():
        for one in visit.findings:
            if _is_measure(DICTIONARY[one.fact]) and _is_number(one.value):
                of = " ".join(part for part in (one.segment, one.side, one.headache) if part)
                by = one.rater or visit.by
                yield one.fact, of, Taken(visit.date, float(one.value), by, one.instrument)  # type: ignore[arg-type]
    for outcome in look.case.outcomes:
        for name, value in outcome.told() if outcome.date <= look.moment.day else ():
            if _is_number(value):
                yield name, "", Taken(outcome.date, float(value), "", "")  # type: ignore[arg-type]


def _is_measure(fact: Fact) -> bool:
    return isinstance(fact.kind, Quantity) and fact.room in ROOMS


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
