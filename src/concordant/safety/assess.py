"""The safety of one person as of a day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from concordant.criteria import Evaluator, Trace, Truth
from concordant.criteria.deciding import deciding_facts
from concordant.criteria.reading import UNBOUND, Knowledge
from concordant.facts import Scope
from concordant.facts.safety.history import fever, new_red_flag_sign, systemic_symptoms
from concordant.facts.safety.signs import meningism, neuro_deficit_new
from concordant.facts.safety.trauma import alert_gcs_15
from concordant.safety.book import CLEAR, FLAGS
from concordant.safety.flag import FORBIDDEN, TECHNIQUES, Action, Flag

EVERY_VISIT = (new_red_flag_sign,)
"""The one question that asks for all of them: any new sign since last time?"""

CHANGE_SENSITIVE = (fever, systemic_symptoms, meningism, neuro_deficit_new, alert_gcs_15)
"""The starred items of diagnosis 4.2 that belong to a visit; asking every one of them again does as well."""


@dataclass(frozen=True, slots=True)
class FlagReading:
    """One flag as it stands."""

    flag: Flag
    truth: Truth
    action: Action | None
    """Of the strongest open level; None where no level is open."""
    trace: Trace
    """Of the strongest open level, else of the first that is unknown, else of the first."""
    cleared: bool = False
    disputed: bool = False
    """Raised by an entry that another contradicts."""

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that raised it."""
        return deciding_facts(self.trace)

    @property
    def forbids(self) -> tuple[str, ...]:
        """Technique ids that an open flag stops."""
        if self.action is None:
            return ()
        stopped = {*FORBIDDEN[self.action], *self.flag.forbids}
        return tuple(technique for technique in TECHNIQUES if technique in stopped)


@dataclass(frozen=True, slots=True)
class Safety:
    """What the screen says on a day."""

    flags: tuple[FlagReading, ...]
    """Every flag, open ones first, strongest first."""
    not_screened: tuple[str, ...]
    """Facts still to be asked before the screen is complete. Never to be shown as clear."""
    clear: Truth
    asked_again: bool
    """The change-sensitive flags were asked at the newest visit."""

    def with_flags_of(self, believed: Safety) -> Safety:
        """The same screen, with every flag that is open, or stronger, where contradicted entries are believed."""
        other = {reading.flag.id: reading for reading in believed.flags}
        flags = [_stronger(reading, other[reading.flag.id]) for reading in self.flags]
        return replace(self, flags=tuple(sorted(flags, key=_order)))

    @property
    def open(self) -> tuple[FlagReading, ...]:
        """Open flags, strongest first."""
        return tuple(reading for reading in self.flags if reading.truth is Truth.MET)

    @property
    def action(self) -> Action | None:
        """The strongest action of all open flags."""
        return self.open[0].action if self.open else None

    @property
    def forbids(self) -> tuple[str, ...]:
        """Everything that is stopped: the strictest of all open flags, and of what was not asked."""
        stopped = {technique for reading in self.open for technique in reading.forbids}
        if self.not_screened or not self.asked_again:
            stopped |= {"thrust", "end_range"}
        return tuple(technique for technique in TECHNIQUES if technique in stopped)

    @property
    def manual_therapy(self) -> str:
        """allowed, caution or stop (conflicts C35)."""
        if self.action in (Action.EMERGENCY, Action.SAME_DAY) or self.not_screened:
            return "stop"
        return "caution" if self.forbids or self.open else "allowed"


def _stronger(found: FlagReading, believed: FlagReading) -> FlagReading:
    raised = believed.truth is Truth.MET and _order(believed) < _order(found)
    return replace(believed, disputed=True) if raised else found


def assess_safety(evaluator: Evaluator, knowledge: Knowledge) -> Safety:
    """All flags of the rule book for one record."""
    readings = sorted((_reading(flag, evaluator) for flag in FLAGS), key=_order)
    missing = [name for reading in readings for name in _unasked(reading, evaluator)]
    return Safety(
        flags=tuple(readings),
        not_screened=tuple(dict.fromkeys(missing)),
        clear=evaluator.rule(CLEAR).truth,
        asked_again=_asked_again(knowledge),
    )


def _reading(flag: Flag, evaluator: Evaluator) -> FlagReading:
    traces = [(level, evaluator.rule(flag.key(level))) for level in flag.levels]
    for level, trace in traces:
        if trace.truth is Truth.MET:
            return FlagReading(flag, Truth.MET, level.action, trace)
    for _, trace in traces:
        if trace.truth is Truth.UNKNOWN:
            return FlagReading(flag, Truth.UNKNOWN, None, trace)
    cleared = any(trace.parts[0].truth is Truth.MET for _, trace in traces)
    return FlagReading(flag, Truth.NOT_MET, None, traces[0][1], cleared)


def _order(reading: FlagReading) -> tuple[int, int]:
    order = [Truth.MET, Truth.UNKNOWN, Truth.NOT_MET]
    return order.index(reading.truth), reading.action.strength if reading.action else 9


def _unasked(reading: FlagReading, evaluator: Evaluator) -> list[str]:
    """What was not asked of a flag: of all its levels, or of those stronger than the one that is open."""
    found: list[str] = []
    for level in reading.flag.levels:
        if reading.action is not None and level.action.strength >= reading.action.strength:
            break
        trace = evaluator.rule(reading.flag.key(level))
        if trace.truth is Truth.UNKNOWN:
            open_leaves = [leaf for leaf in trace.leaves() if leaf.truth is Truth.UNKNOWN]
            found += [name for leaf in open_leaves for each in leaf.readings for name in each.missing]
    return found


def _asked_again(knowledge: Knowledge) -> bool:
    visits = knowledge.instances(Scope.VISIT).ids
    if not visits:
        return False
    return knowledge.entered_at(visits[-1], EVERY_VISIT, UNBOUND) or all(
        knowledge.entered_at(visits[-1], (fact,), UNBOUND) for fact in CHANGE_SENSITIVE
    )
