"""What we measured: each number that was taken, from its first value to its latest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from clinic.person.sparkline import Sparkline, sparkline
from concordant.criteria.reading import Binding
from concordant.facts import DICTIONARY, Fact, Room
from concordant.facts.kinds import Quantity
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.measures import MEASURES, Change, Measurement, Verdict, comparable, real_change
from concordant.measures.questionnaires import OF_FACT
from concordant.measures.repeats import RealChange
from concordant.progress import Row
from concordant.record.derive.measured import measurement

ROOMS = (Room.EXAMINATION, Room.OUTCOMES)
"""Elsewhere (blood pressure, a block) a number answers a question of its own and is no course to follow."""

VERDICTS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "better": _("Better than measurement error"),
        "within": _("Within measurement error"),
        "worse": _("Worse than measurement error"),
        "once": _("Measured once"),
        "not_compared": _("Not compared"),
        "unknown": _("Error not known here"),
    }
)
"""What is comparable, from where on a change is real and which way is better, the care library says."""

_OF_THE_LIBRARY = MappingProxyType(
    {
        Verdict.IMPROVED: "better",
        Verdict.WITHIN_ERROR: "within",
        Verdict.WORSE: "worse",
        Verdict.UNKNOWN: "not_compared",
    }
)

_OF_A_RETEST = MappingProxyType(
    {"improved_important": "better", "improved": "better", "within_error": "within", "worse": "worse"}
)


@dataclass(frozen=True)
class Taken:
    """One value on one day."""

    on: date
    value: float
    by: str
    instrument: str
    how: Measurement | None = None
    """With the position, phase and examiner, as far as they are known; None for a questionnaire."""


@dataclass(frozen=True)
class Measure:
    """One row: a test, of one side or segment where it has them."""

    fact: Fact
    of: str
    unit: str
    taken: tuple[Taken, ...]
    of_retest: Row | None = None
    """Of a questionnaire: what the newest retest says of these two values."""

    @property
    def rule(self) -> RealChange | None:
        known = MEASURES.get(self.fact.name)
        return known.change if known and isinstance(known.change, RealChange) else None

    @property
    def changed(self) -> Change | None:
        """The verdict of the library; None where it has no rule, or a value is not read (disputed, say)."""
        before, after = self.first.how, self.latest.how
        if self.rule is None or before is None or after is None or not self.again:
            return None
        return real_change(before, after)

    @property
    def _threshold(self) -> float | None:
        """In the unit of the rule; where the examiner is not known and does not matter, that of two examiners."""
        found = self.changed
        if found is None or self.rule is None or found.verdict is Verdict.UNKNOWN:
            return None
        return found.threshold if found.threshold is not None else self.rule.between_raters(False)[0]

    @property
    def error(self) -> float | None:
        """In the unit of the measure."""
        found = self._threshold
        if found is None or self.rule is None:
            return None
        return found * self.first.value / 100 if self.rule.percent else found

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
        if self.rule is None:
            return _OF_A_RETEST.get(self.of_retest.verdict, "not_compared") if self.of_retest else "unknown"
        return _OF_THE_LIBRARY[self.changed.verdict] if self.changed else "not_compared"

    @property
    def verdict_name(self) -> str | Promise:
        name = VERDICTS[self.verdict]
        return f"{name}: {self._why_not}" if self.verdict == "not_compared" and self._why_not else name

    @property
    def _why_not(self) -> str:
        before, after = self.first.how, self.latest.how
        if before is None or after is None:
            return self.of_retest.note if self.of_retest else ""
        return "; ".join(comparable(before, after).reasons) or "it is not known whether the same person measured"

    @property
    def error_source(self) -> str:
        return self.changed.source if self.changed else self.of_retest.source if self.of_retest else ""

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
        return f"{rounded(value)}{self.unit}"

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
        return "" if self.error is None else f"±{self.shown(round(self.error, 1))}"


def measures_of(look: Look) -> tuple[Measure, ...]:
    """Measured again first, in the order of the dictionary."""
    found: dict[tuple[str, str], dict[date, Taken]] = {}
    for name, of, taken in _numbers(look):
        # Measured twice on one day: the later entry stands.
        found.setdefault((name, of), {})[taken.on] = taken
    retests = {
        (each.fact.name, row.baseline_on, row.latest_on): row
        for each in OF_FACT.values()
        for row in look.assessment.changes
        if row.measure == each.id and row.baseline_on != row.latest_on
    }
    rows = []
    for (name, of), days in found.items():
        series = tuple(sorted(days.values(), key=lambda one: one.on))
        of_retest = retests.get((name, series[0].on, series[-1].on))
        rows.append(Measure(DICTIONARY[name], of, UNITS[DICTIONARY[name].unit].after, series, of_retest))
    order = {name: number for number, name in enumerate(DICTIONARY)}
    return tuple(sorted(rows, key=lambda row: (not row.again, row.rule is None, order[row.fact.name], row.of)))


def _numbers(look: Look) -> Iterator[tuple[str, str, Taken]]:
    for key, visit in look.record.visits.items():
        for one in visit.findings:
            if _is_measure(DICTIONARY[one.fact]) and _is_number(one.value):
                of = " ".join(part for part in (one.segment, one.side, one.headache) if part)
                by = one.rater or visit.by
                test = MEASURES.get(one.fact)
                how = measurement(look.record, Binding(visit=key), test, one.side, one.segment) if test else None
                yield one.fact, of, Taken(visit.date, float(one.value), by, one.instrument, how)  # type: ignore[arg-type]
    for outcome in look.case.outcomes:
        for name, value in outcome.told() if outcome.date <= look.moment.day else ():
            if _is_number(value):
                yield name, "", Taken(outcome.date, float(value), "", "")  # type: ignore[arg-type]


def _is_measure(fact: Fact) -> bool:
    return isinstance(fact.kind, Quantity) and fact.room in ROOMS


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
