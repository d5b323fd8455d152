"""What the payer leaves: how many weeks and visits may be laid out from today (treatment 3.5; operations 1.2, 1.3, 2).

Only what is known to be left is laid out. Facts of coverage stand over what is worked out here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from concordant.criteria import Knowledge, key_of
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Origin
from concordant.facts import UNKNOWN, Fact
from concordant.facts.coverage.claim import (
    claim_accident_date,
    payer_kind,
    preauthorised_visits_left,
    preauthorised_weeks_left,
    treatment_plan_end_date,
    treatment_plan_start_date,
    treatment_plan_status,
    treatment_plan_visits,
    visits_elsewhere_count,
)
from concordant.facts.kinds import Kind, Table
from concordant.facts.plan.episode import physiotherapy_visits_done, soft_tissue_sessions_done
from concordant.facts.values import Span, Value
from concordant.payers import CLAIMED, days_left, preauthorised
from concordant.payers.window import MOST_A_WEEK, WINDOW_WEEKS
from concordant.plan.interventions.intervention import Discipline
from concordant.plan.visits.tables import HANDS
from concordant.settings import whole

WITHOUT_APPROVAL: Mapping[Discipline, int] = {one: preauthorised()[CLAIMED[one.value]].count or 0 for one in HANDS}
"""Visits in the window after the accident in which ICBC asks for no approval."""
CLAIMS = ("icbc", "worksafebc")
"""Payers of a claim: trials of this headache left out people with one (treatment 0.1, 6)."""

DECISION_WEEKS = whole(
    "plan_decision_weeks",
    6,
    unit="weeks",
    low=1,
    high=26,
    says="Who pays alone comes for so many weeks, then it is decided whether to go on.",
    source="treatment 3.5: 8 to 12 visits in 6 weeks, as Jull 2002 (visits recalled)",
)
BLOCK_WEEKS = whole(
    "plan_next_block_weeks",
    4,
    unit="weeks",
    low=1,
    high=12,
    says="After that decision, visits are laid out for so many weeks at a time: to the next retest.",
    source="treatment 3.6 (assumption)",
)

_USED: Mapping[Discipline, Fact[Kind]] = {
    Discipline.PHYSIOTHERAPIST: physiotherapy_visits_done,
    Discipline.RMT: soft_tissue_sessions_done,
}
"""Soft tissue work by anybody counts as massage here: rather one visit too few is left than one too many."""
_APPROVED = ("approved", "partly_approved")

Given = Callable[[Discipline, date], int]
"""How many visits of a discipline there were from a day on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What is left to be laid out from today."""

    payer: str | None
    weeks: int
    """So many weeks."""
    left: Mapping[Discipline, int]
    """Visits that are known to be left; a discipline that is not there has no known limit."""
    says: str
    ask: tuple[str, ...] = ()
    """Facts without which nothing, or less, is laid out."""
    of_window: Mapping[Discipline, int] = field(default_factory=dict)
    """The whole entitlement of the window in which visits need no approval, where there is one."""


def allowance(knowledge: Knowledge, where: Binding, *, weeks_done: int, given: Given | None = None) -> Allowance:
    """What the payer leaves as of the day of the record. ``weeks_done``: whole weeks since the first visit."""
    reader = _Reader(knowledge, where, given)
    payer = reader.value(term_of(payer_kind))
    if payer is UNKNOWN:
        return Allowance(
            payer=None,
            weeks=0,
            left=dict.fromkeys(HANDS, 0),
            says="Weeks are laid out once it is known who pays.",
            ask=(payer_kind.name,),
        )
    kind = str(payer)
    if kind == "icbc":
        over = f"The {WINDOW_WEEKS} weeks without approval are over"
        return reader.window() or reader.approved(kind, over)
    if kind in CLAIMS:
        return reader.approved(kind, "This payer approves visits in blocks")
    weeks = DECISION_WEEKS - weeks_done
    if weeks > 0:
        return Allowance(
            payer=kind, weeks=weeks, left={}, says=f"{DECISION_WEEKS} weeks, then a decision whether to go on."
        )
    return Allowance(payer=kind, weeks=BLOCK_WEEKS, left={}, says="To the next retest, where it is decided again.")


class _Reader:
    def __init__(self, knowledge: Knowledge, where: Binding, given: Given | None) -> None:
        self._knowledge = knowledge
        self._where = where
        self._given = given

    def value(self, term: Term) -> Value:
        return self._knowledge.read(term, self._where).value

    def _of(self, fact: Fact[Table], discipline: Discipline) -> Value:
        return self.value(key_of(fact, CLAIMED[discipline.value]))

    def window(self) -> Allowance | None:
        """The window after the accident; None where it is over."""
        weeks, days, ask = self._weeks_left()
        if weeks is None:
            return Allowance(
                payer="icbc",
                weeks=0,
                left=dict.fromkeys(HANDS, 0),
                says="Weeks are laid out once the day of the accident is known: "
                f"the {WINDOW_WEEKS} weeks count from it.",
                ask=ask,
            )
        if weeks <= 0:
            return None
        whole_weeks = math.ceil(weeks)
        left: dict[Discipline, int] = {}
        missing: dict[str, None] = {}
        for one in HANDS:
            visits, asked = self._visits_left(one)
            missing.update(dict.fromkeys(asked))
            left[one] = min(visits, MOST_A_WEEK * whole_weeks, *days)
        physio, rmt = (left[one] for one in HANDS)
        says = (
            f"{whole_weeks} of {WINDOW_WEEKS} weeks are left without approval: at most {physio} physiotherapy and "
            f"{rmt} massage visits can be used."
        )
        if missing:
            says = "How many visits of this claim were used elsewhere is not known, so none are laid out."
        return Allowance(
            payer="icbc", weeks=whole_weeks, left=left, says=says, ask=tuple(missing), of_window=WITHOUT_APPROVAL
        )

    def _weeks_left(self) -> tuple[float | None, tuple[int, ...], tuple[str, ...]]:
        """Weeks to lay out, the days in them where they are known, and what to ask.

        By the days after this one (treatment 3.5, worked case 2: three weeks after the crash 9 are left); the last day
        of the window is a week of one visit.
        """
        told = self._knowledge.read(term_of(preauthorised_weeks_left), self._where)
        if told.origin is not Origin.COMPUTED and isinstance(told.value, int | float):
            return float(told.value), (), ()
        accident = self.value(term_of(claim_accident_date))
        if not isinstance(accident, date) or accident > self._knowledge.as_of:
            return None, (), (claim_accident_date.name,)
        days = days_left(accident, self._knowledge.as_of)
        return max(math.ceil((days - 1) / 7), min(days, 1)), (days,), ()

    def _visits_left(self, one: Discipline) -> tuple[int, tuple[str, ...]]:
        told = self._of(preauthorised_visits_left, one)
        if isinstance(told, int | float):
            return max(int(told), 0), ()
        here, elsewhere = self.value(term_of(_USED[one])), self._of(visits_elsewhere_count, one)
        read = ((_USED[one].name, here), (visits_elsewhere_count.name, elsewhere))
        missing = tuple(name for name, value in read if value is UNKNOWN)
        if missing:
            return 0, missing
        return max(WITHOUT_APPROVAL[one] - math.ceil(_most(here) + _most(elsewhere)), 0), ()

    def approved(self, kind: str, why: str) -> Allowance:
        """Visits of a treatment plan that the payer has approved."""
        left: dict[Discipline, int] = {}
        last: list[date] = []
        for one in HANDS:
            status, visits = self._of(treatment_plan_status, one), self._of(treatment_plan_visits, one)
            start, end = self._of(treatment_plan_start_date, one), self._of(treatment_plan_end_date, one)
            runs = isinstance(start, date) and isinstance(end, date) and start <= self._knowledge.as_of <= end
            left[one] = 0
            if status in _APPROVED and runs and isinstance(visits, int | float) and self._given is not None:
                assert isinstance(start, date)
                assert isinstance(end, date)
                left[one] = max(int(visits) - self._given(one, start), 0)
                if left[one]:
                    last.append(end)
        if not any(left.values()):
            says = f"{why}: further visits need an approved treatment plan."
            return Allowance(payer=kind, weeks=0, left=left, says=says)
        weeks = (min(last) - self._knowledge.as_of).days // 7 + 1
        physio, rmt = (left[one] for one in HANDS)
        says = f"Approved until {min(last)}: {physio} physiotherapy and {rmt} massage visits are left."
        return Allowance(payer=kind, weeks=weeks, left=left, says=says)


def _most(value: Value) -> float:
    """Of a count that is known within bounds the upper one."""
    if isinstance(value, Span):
        return value.high
    assert isinstance(value, int | float)
    return value
