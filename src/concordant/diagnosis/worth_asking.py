"""Which open diagnoses are worth a question now, and which are open only because nobody asked (decision 0014).

With some thirty diagnoses in the book nearly all are open at first. A question that would settle one to which nothing
points takes the time of one that matters. All of it is a product rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from concordant.criteria import Trace, Truth, nodes
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.deciding import deciding_facts
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.winners import winners_over
from concordant.facts.diary.counts import attacks_per_day
from concordant.facts.history.autonomic import exacerbations_moderate_or_worse
from concordant.facts.history.injury import post_injury_headache_age_days
from concordant.facts.history.pattern import (
    attack_duration_minutes,
    headache_age_days,
    headache_continuous,
    worse_with_movement,
)

OPEN = (Status.UNDETERMINED, Status.PROVISIONAL)


class Worth(Enum):
    """Why an open diagnosis is worth a question, the most pressing first."""

    DANGER = "danger"
    """A dangerous secondary cause, and something points to it."""
    NECK = "neck"
    """11.2.1 itself."""
    POINTED_TO = "pointed to"
    """A rival to which something of its own points."""
    IN_THE_WAY = "in the way"
    """A rival that wins over 11.2.1, which waits for its answers alone."""
    FAR_FETCHED = "far-fetched"
    """Open, and nothing points to it."""

    @property
    def matters(self) -> bool:
        """Whether settling it is worth a question."""
        return self is not Worth.FAR_FETCHED


DANGEROUS_CHAPTERS = ("6", "7")
"""Arteries of neck and head, and the pressure of the cerebrospinal fluid. One sub-criterion of theirs is enough."""

SHARED = frozenset(
    fact.name
    for fact in (
        attack_duration_minutes,
        attacks_per_day,
        exacerbations_moderate_or_worse,
        headache_age_days,
        headache_continuous,
        post_injury_headache_age_days,
        worse_with_movement,
    )
)
"""How long, how often, and worse with movement: cervicogenic headache shares them, so a criterion that is met by these
alone points to nothing (3.4 C by movement: diagnosis 1.12)."""

MET_BY_ABSENCE = frozenset({("4.7", "D"), ("2.1", "D"), ("2.2", "D"), ("2.3", "D")})
"""Criteria that are met by what is not there: no autonomic sign, neither nausea nor both sensitivities."""

RESEMBLES = {"1.5": ("1.1", "1.2"), "2.4": ("2.1", "2.2", "2.3"), "3.5.1": ("3.1",), "4.8.1": ("4.8",)}
"""What a probable form is a form of: what points to that points to it."""


def is_dangerous(code: str) -> bool:
    """Whether this is a secondary cause that must not be missed."""
    return code.split(".")[0] in DANGEROUS_CHAPTERS


def worth_asking(readings: Iterable[DiagnosisReading]) -> dict[str, Worth]:
    """By code, how much each open diagnosis of one headache is worth asking about; a settled one has no entry.

    ``readings`` are those of one headache, all of the catalogue. Something of its own points to a rival where one of
    its lettered criteria beyond A, not the closing one, is met by more than what cervicogenic headache shares.
    """
    by_code = {one.diagnosis.code: one for one in readings}
    pointed = {code for code, one in by_code.items() if any(map(_points, _letters(one)))}
    waited_for = _waited_for(by_code[CERVICOGENIC]) if CERVICOGENIC in by_code else frozenset()
    return {code: _worth(one, pointed, waited_for) for code, one in by_code.items() if one.status in OPEN}


def _worth(one: DiagnosisReading, pointed: set[str], waited_for: frozenset[str]) -> Worth:
    code = one.diagnosis.code
    if code == CERVICOGENIC:
        return Worth.NECK
    if is_dangerous(code) and any(map(_points, _letters(one, inner=True))):
        return Worth.DANGER
    if pointed.intersection(RESEMBLES.get(code, (code,))):
        return Worth.POINTED_TO
    wins = any(row.winner == code for row in winners_over(CERVICOGENIC))
    return Worth.IN_THE_WAY if wins and waited_for.intersection(facts_to_ask(one.trace)) else Worth.FAR_FETCHED


def _letters(one: DiagnosisReading, *, inner: bool = False) -> Iterator[Trace]:
    """Its own criteria beyond A: not the closing one, nor those met by what is not there."""
    closing = one.diagnosis.closing_letter
    for part in _lettered(one.trace):
        letter = part.letter or ""
        passed_over = letter[0] in ("A", closing) or "." in letter or (one.diagnosis.code, letter) in MET_BY_ABSENCE
        if not passed_over and (inner or len(letter) == 1):
            yield part


def _lettered(trace: Trace) -> Iterator[Trace]:
    if isinstance(trace.criterion, nodes.Verdict):
        return
    for part in trace.parts:
        if part.letter:
            yield part
        yield from _lettered(part)


def _points(part: Trace) -> bool:
    return part.truth is Truth.MET and not SHARED.issuperset(deciding_facts(part))


def _waited_for(neck: DiagnosisReading) -> frozenset[str]:
    """The facts for which the closing criterion of 11.2.1 waits, where nothing else is open."""
    closing = neck.diagnosis.closing_letter
    if any(part.truth is not Truth.MET for part in neck.trace.parts if part.letter != closing):
        return frozenset()
    return frozenset(name for part in neck.trace.parts if part.letter == closing for name in facts_to_ask(part))
