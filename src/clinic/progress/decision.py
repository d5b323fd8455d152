"""What to do next, and line by line why: status, decisions, triggers, limits of hands-on care, discharge."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from clinic.evidence.behind import OF_A_DECISION, OF_A_LIMIT, OF_A_TRIGGER, behind
from clinic.person.look import Look
from clinic.person.told import Told, questions, told
from clinic.person.tracing import MARKS, STATES, Line, Tracer
from clinic.person.where_asked import Question
from clinic.progress.words import ACTIONS, STATUS_OPEN, STATUSES
from concordant.criteria import Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_leaves
from concordant.evidence.library import Advice
from concordant.progress import Action, Progress, Status
from concordant.progress.assess import DecisionReading
from concordant.progress.discharge import LETTERS

MOST_VISITS = 6
"""Of a rule that goes through the visits one by one, so many are shown."""


@dataclass(frozen=True)
class Says:
    """One thing that a rule says, with all that it rests on."""

    name: str
    says: str
    action: str
    action_name: str | Promise
    when: str
    """The time point of the table."""
    because: tuple[Told, ...]
    line: Line
    missing: tuple[Question, ...]
    source: str
    evidence: tuple[Advice, ...]


@dataclass(frozen=True)
class Letter:
    """One criterion for discharge."""

    letter: str
    says: str
    state: str
    state_name: str | Promise
    line: Line
    missing: tuple[Question, ...]


@dataclass(frozen=True)
class Decision:
    """The proposal to the clinician."""

    status: str
    status_name: str | Promise
    one_measure: bool
    action: str
    action_name: str | Promise
    because: tuple[Told, ...]
    line: Line
    """The status, line by line; of an open one the first that may still hold."""
    holding: tuple[Says, ...]
    may_hold: tuple[Says, ...]
    missing: tuple[Question, ...]
    triggers: tuple[Says, ...]
    open_triggers: tuple[Says, ...]
    not_found: tuple[str, ...]
    """Triggers that do not hold."""
    stops: tuple[Says, ...]
    open_stops: tuple[Says, ...]
    letters: tuple[Letter, ...]
    may_be_discharged: str
    """met, not-met or unknown."""
    evidence: tuple[Advice, ...]
    """Behind the care that the table steers; none while a red flag is open, which ends it."""

    @property
    def lacking(self) -> list[Letter]:
        return [one for one in self.letters if one.state != "met"]


def decision_of(look: Look, query: str = "") -> Decision:
    found, tell = look.assessment.progress, _Teller(look, query)
    return Decision(
        status=found.status.value if found.status else "open",
        status_name=STATUSES[found.status] if found.status else STATUS_OPEN,
        one_measure=found.one_measure,
        action=found.action.value,
        action_name=ACTIONS[found.action],
        because=tell.response,
        line=tell.line(found.trace),
        holding=tuple(map(tell.decision, found.decisions)),
        may_hold=tuple(map(tell.decision, found.open_decisions)),
        missing=questions(found.missing, look),
        triggers=tell.triggers(found, Truth.MET),
        open_triggers=tell.triggers(found, Truth.UNKNOWN),
        not_found=tuple(one.trigger.name for one in found.triggers if one.truth is Truth.NOT_MET),
        stops=tell.stops(found, Truth.MET),
        open_stops=tell.stops(found, Truth.UNKNOWN),
        letters=tuple(tell.letters(found.discharge)),
        may_be_discharged=MARKS[found.discharge.truth],
        evidence=() if found.status is Status.RED else behind(OF_A_DECISION),
    )


def _because_of_flags(look: Look) -> tuple[Told, ...]:
    """An open flag has reasons of its own; a disputed entry may be one of them, which no rule reads."""
    red = [one for one in look.assessment.safety.open if one.action is not None and one.action.holds_diagnosis]
    return tuple(dict.fromkeys(each for one in red for each in _leaves(one.trace, look)))


def _leaves(trace: Trace, look: Look) -> Iterable[Told]:
    for leaf in deciding_leaves(trace):
        for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True):
            yield told(term, reading, look)


class _Teller:
    """Puts readings into words for one chart."""

    def __init__(self, look: Look, query: str) -> None:
        self._look = look
        self._tracer = Tracer(look, headache="", query=query, most=MOST_VISITS, whole=True)
        found = look.assessment.progress
        self.response = _because_of_flags(look) if found.status is Status.RED else self._because(found.trace)

    def _because(self, trace: Trace) -> tuple[Told, ...]:
        return tuple(dict.fromkeys(_leaves(trace, self._look)))

    def line(self, trace: Trace) -> Line:
        return self._tracer.line(trace)

    def decision(self, one: DecisionReading) -> Says:
        at, decision = one.decision.at, one.decision
        # What the response itself rests on stands there, once.
        because = tuple(each for each in self._because(one.trace) if each not in self.response)
        return self._says(
            one.trace, because, "", decision.says, decision.action, at.value if at else "", decision.source
        )

    def triggers(self, found: Progress, truth: Truth) -> tuple[Says, ...]:
        return tuple(
            self._says(
                one.trace,
                self._because(one.trace),
                what.name,
                what.says,
                what.action,
                "",
                what.source,
                behind(OF_A_TRIGGER.get(what.id, ())),
            )
            for one, what in ((each, each.trigger) for each in found.triggers)
            if one.truth is truth
        )

    def stops(self, found: Progress, truth: Truth) -> tuple[Says, ...]:
        return tuple(
            self._says(
                one.trace, self._because(one.trace), "", one.rule.says, None, "", one.rule.source, behind(OF_A_LIMIT)
            )
            for one in found.stop_rules
            if one.truth is truth
        )

    def letters(self, discharge: Trace) -> Iterable[Letter]:
        for letter, says in LETTERS.items():
            trace = discharge.lettered(letter)
            assert trace is not None, "every letter is a criterion"
            state = MARKS[trace.truth]
            missing = questions(facts_to_ask(trace), self._look)
            yield Letter(letter, says, state, STATES[state], self.line(trace), missing)

    def _says(
        self,
        trace: Trace,
        because: tuple[Told, ...],
        name: str,
        says: str,
        action: Action | None,
        when: str,
        source: str,
        evidence: tuple[Advice, ...] = (),
    ) -> Says:
        return Says(
            name,
            says,
            action.value if action else "",
            ACTIONS[action] if action else "",
            when,
            because,
            self.line(trace),
            questions(facts_to_ask(trace), self._look),
            source,
            evidence,
        )
