"""How somebody responds at one retest, and what to do next. Supports a clinician, who confirms every step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from concordant.criteria import Criterion, Evaluator, Trace, Truth, evaluate
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_facts
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Binding
from concordant.facts import UNKNOWN, Scope, Value
from concordant.facts.outcomes.change import (
    any_headache_change_class,
    function_change_class,
    relapse_since_discharge,
    relapse_threshold_days_per_28d,
    response_status,
)
from concordant.facts.outcomes.questionnaires import groc_score
from concordant.progress.book import BOOK
from concordant.progress.decisions import DECISIONS, Action, Decision
from concordant.progress.discharge import LETTERS, STOP_RULES, StopRule, may_be_discharged
from concordant.progress.drivers import Driver, drivers
from concordant.progress.examined import was_only_asked
from concordant.progress.response import RESPONSE, Status, one_measure
from concordant.progress.triggers import TRIGGERS, Trigger, neck_better_headache_not, non_response
from concordant.record.derive.asking_to_act import AskedToAct, asked_to_act
from concordant.record.record import Record
from concordant.safety import FlagReading, Safety

ASKED_AT_RETESTS = (function_change_class, groc_score)
"""What is asked of the person at a retest and not at an ordinary visit."""

AFTER_DISCHARGE = (relapse_threshold_days_per_28d, relapse_since_discharge)


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """One cell of the table as it stands."""

    decision: Decision
    trace: Trace


@dataclass(frozen=True, slots=True)
class TriggerReading:
    """One trigger as it stands."""

    trigger: Trigger
    trace: Trace

    @property
    def truth(self) -> Truth:
        """Whether it holds."""
        return self.trace.truth


@dataclass(frozen=True, slots=True)
class StopReading:
    """One limit of hands-on sessions as it stands."""

    rule: StopRule
    trace: Trace

    @property
    def truth(self) -> Truth:
        """Met where no further hands-on session may be given."""
        return self.trace.truth


@dataclass(frozen=True, slots=True)
class Lacking:
    """A criterion for discharge that is not met, or not yet known."""

    letter: str
    says: str
    truth: Truth
    missing: tuple[str, ...]
    """What to ask, where it is not known."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a retest says."""

    visit: str | None
    """The retest; None where there was no visit."""
    status: Status | None
    """None while an answer that is missing could still change it: then nothing is progressed."""
    trace: Trace
    """Of the status; while it is open, of the first that may still hold."""
    one_measure: bool
    """Headache days or function cannot be assessed, and the other decided alone."""
    decisions: tuple[DecisionReading, ...]
    """What holds, the most careful first."""
    open_decisions: tuple[DecisionReading, ...]
    """What may hold, once more is known."""
    triggers: tuple[TriggerReading, ...]
    """Every trigger, those that hold first."""
    stop_rules: tuple[StopReading, ...]
    discharge: Trace
    lacking: tuple[Lacking, ...]
    """What discharge still lacks; empty where it is possible."""
    drivers: tuple[Driver, ...]
    because: tuple[str, ...]
    """The facts that the status and the decisions rest on."""
    missing: tuple[str, ...]
    """Facts whose answers would settle what is open of the status and the decisions."""
    after_discharge: Mapping[str, Value]
    """From how many headache days on it is a relapse, and whether it is one."""
    asked_to_act: tuple[AskedToAct, ...]
    """Scores of the newest questionnaires that ask somebody to act."""

    @property
    def action(self) -> Action:
        """The most careful action that holds; hold, while none is decided (retest 1.5)."""
        return self.decisions[0].decision.action if self.decisions else Action.HOLD

    @property
    def non_response(self) -> Truth:
        """No response although the home programme is done."""
        return self._of(non_response)

    @property
    def neck_better_headache_not(self) -> Truth:
        """The neck is back to normal and the headache days are not fewer."""
        return self._of(neck_better_headache_not)

    @property
    def facts(self) -> dict[str, Value]:
        """The results that other rooms read by the name of their fact (decision 17)."""
        told = self.status is not None and self.status is not Status.UNKNOWN
        status = self.status.value if self.status and told else UNKNOWN
        return {response_status.name: status, **self.after_discharge}

    def _of(self, trigger: Trigger) -> Truth:
        return next(one.truth for one in self.triggers if one.trigger is trigger)


def newest_retest(record: Record) -> str | None:
    """The newest visit at which function or the person's own rating was asked.

    Without one, the newest with a class of headache days, else the newest of all. A visit at which only the question of
    every visit was answered is none of them.
    """
    visits = [one for one in record.instances(Scope.VISIT).ids[::-1] if not was_only_asked(record.visits[one])]
    for facts in (ASKED_AT_RETESTS, (any_headache_change_class,)):
        told = frozenset().union(*(record.visits_with(fact, UNBOUND) for fact in facts))
        found = next((visit for visit in visits if visit in told), None)
        if found is not None:
            return found
    return visits[0] if visits else None


def read_progress(record: Record, safety: Safety, visit: str | None = None) -> Progress:
    """The response at one retest, the newest if none is named, and what follows as of the day of the record.

    What was measured is read at this very visit: an answer of an earlier retest is never taken for a missing one.
    Of an earlier retest ask with ``record.as_it_was(day)``. Raises KeyError for a visit that there is not.
    """
    at = visit if visit is not None else newest_retest(record)
    if at is not None:
        record.day_of(at)
    return _Reader(record, at).read(_red_flags(safety))


def _red_flags(safety: Safety) -> tuple[FlagReading, ...]:
    """Open flags that ask for a physician, also one that rests on a disputed entry."""
    return tuple(flag for flag in safety.open if flag.action is not None and flag.action.holds_diagnosis)


class _Reader:
    def __init__(self, record: Record, visit: str | None) -> None:
        self._record = record
        self._visit = visit
        self._evaluator = Evaluator(record, BOOK)
        self._where = Binding(visit=visit) if visit is not None else UNBOUND

    def _trace(self, criterion: Criterion) -> Trace:
        return evaluate(criterion, self._record, self._where, self._evaluator)

    def read(self, red: tuple[FlagReading, ...]) -> Progress:
        statuses = {status: self._trace(rule) for status, rule in RESPONSE.items()}
        status = Status.RED if red else _met(statuses)
        decided = [DecisionReading(one, self._trace(one.when)) for one in DECISIONS]
        holding = _holding(decided, red=bool(red))
        opened = [] if red else [one for one in decided if one.trace.truth is Truth.UNKNOWN]
        trace = statuses[status] if status else next(one for one in statuses.values() if one.truth is Truth.UNKNOWN)
        discharge = self._trace(may_be_discharged)
        rests_on = [trace, *(one.trace for one in holding)]
        open_statuses = [] if status else [one for one in statuses.values() if one.truth is Truth.UNKNOWN]
        return Progress(
            visit=self._visit,
            status=status,
            trace=trace,
            one_measure=status not in (None, Status.RED, Status.UNKNOWN)
            and self._trace(one_measure).truth is Truth.MET,
            decisions=tuple(sorted(holding, key=lambda one: one.decision.action.care)),
            open_decisions=tuple(opened),
            triggers=self._triggers(),
            stop_rules=tuple(StopReading(one, self._trace(one.when)) for one in STOP_RULES),
            discharge=discharge,
            lacking=_lacking(discharge),
            drivers=drivers(self._record),
            because=_names(flag.because for flag in red) if red else _names(map(deciding_facts, rests_on)),
            missing=_names(facts_to_ask(one) for one in (*open_statuses, *(each.trace for each in opened))),
            after_discharge={fact.name: self._record.read(Term(fact), UNBOUND).value for fact in AFTER_DISCHARGE},
            asked_to_act=asked_to_act(self._record),
        )

    def _triggers(self) -> tuple[TriggerReading, ...]:
        order = [Truth.MET, Truth.UNKNOWN, Truth.NOT_MET]
        found = [TriggerReading(one, self._trace(one.when)) for one in TRIGGERS]
        return tuple(sorted(found, key=lambda one: order.index(one.truth)))


def _met(statuses: dict[Status, Trace]) -> Status | None:
    return next((status for status, trace in statuses.items() if trace.truth is Truth.MET), None)


def _holding(decided: list[DecisionReading], *, red: bool) -> list[DecisionReading]:
    """With an open red flag nothing but its own decision."""
    if red:
        return [one for one in decided if one.decision is RED_DECISION]
    return [one for one in decided if one.trace.truth is Truth.MET]


RED_DECISION = DECISIONS[0]
"""The first row of the table: stop and refer."""


def _lacking(discharge: Trace) -> tuple[Lacking, ...]:
    found = ((letter, discharge.lettered(letter)) for letter in LETTERS)
    return tuple(
        Lacking(letter, LETTERS[letter], trace.truth, facts_to_ask(trace))
        for letter, trace in found
        if trace is not None and trace.truth is not Truth.MET
    )


def _names(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in found for name in names))
