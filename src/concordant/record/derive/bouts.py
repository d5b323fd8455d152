"""Bouts of attacks and the remissions between them, from the diary (diagnosis 1.10).

A pause ends a bout where it is as long as the remission that ICHD-3 3.1.1 asks for between two bouts; a shorter one
belongs to the bout. A day without an answer is neither free nor an attack: bounds are given where it matters, and a
bout whose beginning or end nobody saw has no length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import (
    bout_count,
    bout_length_days,
    remission_between_bouts_days,
    remission_longest_12mo_days,
)
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import COMPLETE, days_of
from concordant.settings import whole

PAUSE_DAYS = whole(
    "bout_pause_days",
    90,
    unit="d",
    low=7,
    high=365,
    says="Days in a row without an attack that end a bout; a shorter pause belongs to the bout.",
    source="the remission between bouts of ICHD-3 3.1.1; how short a pause still ends a bout is not said there",
)
YEAR = 365

Signs = list["bool | None"]
"""One a day, oldest first: attacks, none, not answered."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The days between two days with attacks that follow each other, or before the first, or after the last."""

    days: Signs

    @property
    def free(self) -> tuple[int, int]:
        """Where the longest run of days answered free starts, and how long it is."""
        return _longest_run(self.days, False)

    @property
    def ends_a_bout(self) -> bool:
        """Long enough, whatever the days without an answer were."""
        return self.free[1] >= PAUSE_DAYS

    @property
    def may_end_a_bout(self) -> bool:
        """Long enough if the days without an answer were free."""
        return len(self.days) >= PAUSE_DAYS

    @property
    def longer_before(self) -> int:
        """Days by which the bout before the pause may have lasted longer."""
        start = self.free[0]
        return max((at + 1 for at in range(start) if self.days[at] is None), default=0)

    @property
    def longer_after(self) -> int:
        """Days by which the bout after the pause may have begun earlier."""
        end = sum(self.free)
        return max((len(self.days) - at for at in range(end, len(self.days)) if self.days[at] is None), default=0)


@dataclass(frozen=True, slots=True)
class Bout:
    """Attacks between two pauses that end a bout, or the edge of the diary."""

    days: int
    """From the first to the last day on which attacks were written down."""
    before: Pause
    after: Pause
    is_one: bool
    """No pause within it may have been long enough to part it in two."""

    @property
    def length(self) -> Span | None:
        """Bounds of its days; None where its beginning or end was not seen, or it may be two."""
        if not (self.is_one and self.before.ends_a_bout and self.after.ends_a_bout):
            return None
        return Span(self.days, self.days + self.before.longer_after + self.after.longer_before)


def _longest_run(days: Signs, *wanted: bool | None) -> tuple[int, int]:
    best, start = (0, 0), 0
    for at, day in enumerate([*days, True]):
        if day in wanted and day is not True:
            continue
        if at - start > best[1]:
            best = start, at - start
        start = at + 1
    return best


def bouts_of(signs: Signs) -> list[Bout]:
    """The bouts of a diary, oldest first."""
    attacks = [at for at, day in enumerate(signs) if day is True]
    if not attacks:
        return []
    found: list[Bout] = []
    first, before, is_one = attacks[0], Pause(signs[: attacks[0]]), True
    for attack, following in pairwise([*attacks, len(signs)]):
        if following <= attack + PAUSE_DAYS and following < len(signs):
            # Too short to end a bout, as nearly all pauses are.
            continue
        pause = Pause(signs[attack + 1 : following])
        if pause.ends_a_bout or attack == attacks[-1]:
            found.append(Bout(attack - first + 1, before, pause, is_one))
            before, is_one, first = pause, True, following
        else:
            is_one = False
    return found


class Bouts:
    """The bouts of each headache in the diary, found once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[str | None, list[Bout]] = {}

    def of(self, headache: str | None) -> list[Bout]:
        """The bouts of one headache, oldest first."""
        if headache not in self._found:
            self._found[headache] = bouts_of(_signs(self._reader, headache))
        return self._found[headache]


def _bouts(reader: Reader, where: Binding) -> list[Bout]:
    return reader.diary.once(Bouts, reader).of(where.headache)


def _signs(reader: Reader, headache: str | None, days: int | None = None) -> Signs:
    """The answers of the diary up to today, or of the last so many days."""
    answers = reader.diary.answers(headache)
    last = reader.diary.last_counted_day()
    if not answers:
        return []
    length = days if days is not None else (last - min(answers)).days + 1
    return list(map(answers.get, days_of(last - timedelta(days=length - 1), last)))


@computes(bout_count)
def count(reader: Reader, where: Binding, term: Term) -> Reading:
    """At least so many: what came before the diary nobody counted."""
    found = _bouts(reader, where)
    inputs = Inputs(reader, where)
    if not found:
        return inputs.unknown("no attack in the diary", bout_count)
    note = f"{len(found)} in the diary; bouts before it are not counted"
    return inputs.result(Span(len(found), float("inf")), note, Origin.COUNTED, partial=True)


@computes(bout_length_days)
def length(reader: Reader, where: Binding, term: Term) -> Reading:
    """From the shortest to the longest bout that was seen from beginning to end."""
    found = _bouts(reader, where)
    lengths = [one.length for one in found if one.length is not None]
    note = f"{len(lengths)} of {len(found)} bouts in the diary seen from beginning to end"
    return _hull(reader, where, term, lengths, note, partial=not all(one.is_one for one in found))


@computes(remission_between_bouts_days)
def remission(reader: Reader, where: Binding, term: Term) -> Reading:
    """From the shortest to the longest pause between two bouts."""
    between = [one.before for one in _bouts(reader, where)[1:]]
    lengths = [Span(pause.free[1], len(pause.days)) for pause in between]
    return _hull(reader, where, term, lengths, f"{len(lengths)} pauses between bouts in the diary", partial=False)


def _hull(reader: Reader, where: Binding, term: Term, lengths: list[Span], note: str, *, partial: bool) -> Reading:
    if not lengths:
        return Inputs(reader, where).unknown(note, term.fact)
    hull = Span(min(one.low for one in lengths), max(one.high for one in lengths))
    # A range stays a range also where both ends are the same.
    return Reading(hull, Origin.COUNTED, note=note, partial=partial)


@computes(remission_longest_12mo_days)
def longest_remission(reader: Reader, where: Binding, term: Term) -> Reading:
    """The longest time without an attack in the last 365 days: missing days as attacks, then as free."""
    signs = _signs(reader, where.headache, YEAR)
    inputs = Inputs(reader, where)
    answered = sum(day is not None for day in signs)
    if not answered:
        return inputs.unknown("", remission_longest_12mo_days)
    bounds = Span(_longest_run(signs, False)[1], _longest_run(signs, False, None)[1])
    note = f"{answered} of {YEAR} days answered"
    return inputs.result(bounds, note, Origin.COUNTED, partial=answered < COMPLETE * YEAR)
