"""The safety of one person as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from concordant.criteria import Evaluator, Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_facts
from concordant.criteria.reading import UNBOUND, Knowledge
from concordant.facts import Scope, Value
from concordant.facts.safety.history import fever, new_red_flag_sign, systemic_symptoms
from concordant.facts.safety.signs import meningism, neuro_deficit_new
from concordant.facts.safety.trauma import alert_gcs_15
from concordant.record.record import Record
from concordant.safety.book import CLEAR
from concordant.safety.catalogue import FLAGS
from concordant.safety.flag import UNTIL_CHANGED, UNTIL_CLEARED, WHAT_TO_DO, Action, Flag, Level
from concordant.safety.imaging import InjuryReading, read_injuries
from concordant.safety.matrix import HANDS_ON, ROWS, Letter, RowReading, TechniqueReading, read_matrix
from concordant.safety.matrix.combine import combine
from concordant.safety.raised import raised_on
from concordant.safety.results import facts_of

CHANGE_SENSITIVE = (fever, systemic_symptoms, meningism, neuro_deficit_new, alert_gcs_15)
"""The starred items of diagnosis 4.2 that belong to a visit; asking every one of them again does as well."""


@dataclass(frozen=True, slots=True)
class FlagReading:
    """One flag as it stands."""

    flag: Flag
    truth: Truth
    level: Level | None
    """The strongest open level; None where no level is open."""
    trace: Trace
    """Of the strongest open level, else of the first that is unknown, else of the first."""
    cleared: bool = False
    disputed: bool = False
    """Raised by an entry that another contradicts."""
    raised: date | None = None
    """Since when it has been open, where it asks for a physician."""

    @property
    def action(self) -> Action | None:
        """What the strongest open level asks for."""
        return self.level.action if self.level else None

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that raised it."""
        return deciding_facts(self.trace)

    @property
    def do(self) -> str:
        """What to do, in sentences; empty where it is not open."""
        return f"{WHAT_TO_DO[self.action]} {self.flag.advice}".strip() if self.action else ""

    @property
    def by(self) -> date | None:
        """The day by which somebody has to have acted: for an emergency and "same day" the day it was raised."""
        if self.raised is None or self.action is None or self.action.within_days is None:
            return None
        return self.raised + min(timedelta(days=self.action.within_days), date.max - self.raised)

    @property
    def forbids(self) -> tuple[str, ...]:
        """Technique ids that an open flag stops."""
        return tuple(technique for technique, letter in self._letters if letter is Letter.STOP)

    @property
    def until(self) -> str:
        """How long it forbids and limits; empty where it is not open."""
        if self.level is None:
            return ""
        key = self.flag.key(self.level)
        own = dict.fromkeys(row.until for row in ROWS if key in row.levels)
        return "; ".join(own) or (UNTIL_CLEARED if self.level.action.holds_diagnosis else UNTIL_CHANGED)

    @property
    def _letters(self) -> list[tuple[str, Letter]]:
        key = self.flag.key(self.level) if self.level else ""
        rows = [RowReading(row, Truth.MET) for row in ROWS if key in row.levels]
        return [(one.technique, one.letter) for one in combine(rows)]


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
    rows: tuple[RowReading, ...]
    """The rows of the block matrix that count."""
    techniques: Mapping[str, TechniqueReading]
    """How far each technique may be used."""
    injuries: tuple[InjuryReading, ...]
    """The rules for imaging, injury by injury."""
    facts: Mapping[str, Value]
    """Facts that are results of these rules, by name."""

    def with_flags_of(self, believed: Safety) -> Safety:
        """The same screen, with every flag that is open, or stronger, where contradicted entries are believed."""
        other = {reading.flag.id: reading for reading in believed.flags}
        flags = tuple(sorted((_stronger(reading, other[reading.flag.id]) for reading in self.flags), key=_order))
        # What either reading of the entries blocks is blocked.
        rows = tuple({one.row.id: one for one in (*believed.rows, *self.rows)}.values())
        return replace(
            self,
            flags=flags,
            rows=rows,
            techniques={one.technique: one for one in combine(rows)},
            facts=facts_of(flags, screened=not self.not_screened),
        )

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
        """Everything that is stopped: the strictest of all that was found, and of what was not asked."""
        return tuple(name for name, one in self.techniques.items() if one.letter is Letter.STOP)

    @property
    def not_known(self) -> tuple[str, ...]:
        """Facts that only techniques ask for: while they are not known, what they would block is blocked."""
        return tuple(dict.fromkeys(name for one in self.rows for name in one.ask))

    @property
    def manual_therapy(self) -> str:
        """allowed, caution or stop (conflicts C35)."""
        letters = {name: one.letter for name, one in self.techniques.items()}
        if all(letters[technique] is Letter.STOP for technique in HANDS_ON):
            return "stop"
        return "allowed" if set(letters.values()) == {Letter.ALLOWED} else "caution"


def _stronger(found: FlagReading, believed: FlagReading) -> FlagReading:
    raised = believed.truth is Truth.MET and _order(believed) < _order(found)
    return replace(believed, disputed=True) if raised else found


def assess_safety(evaluator: Evaluator, record: Record) -> Safety:
    """All flags of the rule book for one record, and what they and other findings block."""
    flags = tuple(sorted((_reading(flag, evaluator, record) for flag in FLAGS), key=_order))
    missing = tuple(dict.fromkeys(name for reading in flags for name in _unasked(reading, evaluator)))
    asked_again = _asked_again(record)
    rows = read_matrix(evaluator.rule, screened=not missing, asked_again=asked_again)
    return Safety(
        flags=flags,
        not_screened=missing,
        clear=evaluator.rule(CLEAR).truth,
        asked_again=asked_again,
        rows=rows,
        techniques={one.technique: one for one in combine(rows)},
        injuries=read_injuries(record),
        facts=facts_of(flags, screened=not missing),
    )


def _reading(flag: Flag, evaluator: Evaluator, record: Record) -> FlagReading:
    traces = [(level, evaluator.rule(flag.key(level))) for level in flag.levels]
    for level, trace in traces:
        if trace.truth is Truth.MET:
            raised = raised_on(trace.criterion, record) if level.action.within_days is not None else None
            return FlagReading(flag, Truth.MET, level, trace, raised=raised)
    for _, trace in traces:
        if trace.truth is Truth.UNKNOWN:
            return FlagReading(flag, Truth.UNKNOWN, None, trace)
    cleared = any(trace.parts[0].truth is Truth.MET for _, trace in traces)
    return FlagReading(flag, Truth.NOT_MET, None, traces[0][1], cleared)


def _order(reading: FlagReading) -> tuple[int, int]:
    order = [Truth.MET, Truth.UNKNOWN, Truth.NOT_MET]
    return order.index(reading.truth), reading.action.strength if reading.action else len(Action)


def _unasked(reading: FlagReading, evaluator: Evaluator) -> list[str]:
    """What was not asked of a flag: of all its levels, or of those stronger than the one that is open."""
    found: list[str] = []
    for level in reading.flag.levels:
        if reading.action is not None and level.action.strength >= reading.action.strength:
            break
        found += facts_to_ask(evaluator.rule(reading.flag.key(level)))
    return found


def _asked_again(knowledge: Knowledge) -> bool:
    visits = knowledge.instances(Scope.VISIT).ids
    if not visits:
        return False
    # One question asks for all of them: any new sign since last time?
    asked = [visits[-1] in knowledge.visits_with(fact, UNBOUND) for fact in (new_red_flag_sign, *CHANGE_SENSITIVE)]
    return asked[0] or all(asked[1:])
