"""The two streams of criterion C2: has the headache changed, has the neck changed (diagnosis 3.4).

Headache days: Jeffreys beta-binomial with a design effect for clustered days (retest 3.4, 3.5). Neck:
change beyond the error of the test (examination 7). Windows: 28 diary days before the first treatment and
28 (of fewer than 16 baseline days: 56) before the retest, the day of the retest left out (outcomes 1.7, C44).
"""

from __future__ import annotations

from datetime import date, timedelta

from concordant.change.assumptions import BEYOND_CHANCE, FEWEST_BASELINE_DAYS, WINDOW
from concordant.change.category import Category
from concordant.change.days.category import category
from concordant.change.days.clustering import design_effect
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import diary_window_status
from concordant.facts.outcomes.change import (
    diary_completeness,
    headache_change_class,
    headache_fall_probability,
)
from concordant.facts.rounding import rounded
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.diary import Count
from concordant.settings import whole

SCORED_DAYS = whole(
    "window_scored_days",
    23,
    unit="d",
    low=1,
    high=56,
    says="A window with so many answered days may carry a diagnosis (C2).",
    source="outcomes 1.5; diagnosis 3.4 (at least 80 %)",
)
PROVISIONAL_DAYS = whole(
    "window_provisional_days",
    14,
    unit="d",
    high=56,
    says="A window with so many answered days is provisional, one with fewer insufficient.",
    source="outcomes 1.5",
)
WEEKEND_DAYS = whole(
    "window_weekend_days",
    4,
    unit="d",
    high=16,
    says="A window is scored only with so many answered days of a weekend.",
    source="outcomes 1.5",
)
POOLED_BELOW_DAYS = whole(
    "change_pooled_below_days",
    16,
    unit="d",
    high=28,
    says="With fewer headache days in the baseline window one follow-up window decides nothing; two are pooled.",
    source="retest 3.6",
)


def _end_of_follow_up(reader: Reader, where: Binding) -> date | None:
    if where.visit is None:
        return None
    return reader.visits[where.visit].date - timedelta(days=1)


def window_status(count: Count, weekend_days: int) -> str:
    """scored, provisional or insufficient, per 28 days of the window."""
    windows = count.days / WINDOW
    if count.observed >= SCORED_DAYS * windows and weekend_days >= WEEKEND_DAYS * windows:
        return "scored"
    return "provisional" if count.observed >= PROVISIONAL_DAYS * windows else "insufficient"


def _weekend_days(reader: Reader, count: Count, headache: str | None) -> int:
    answers = reader.diary.answers(headache)
    first, last = count.first.toordinal(), count.last.toordinal()
    # The first Saturday and the first Sunday of the window; day 1 of all days was a Monday.
    return sum(
        date.fromordinal(day) in answers for start in (6, 7) for day in range(first + (start - first) % 7, last + 1, 7)
    )


def status_of(reader: Reader, count: Count, headache: str | None) -> str:
    """The status of a window of this headache, or of any."""
    return window_status(count, _weekend_days(reader, count, headache))


@computes(diary_completeness)
def completeness(reader: Reader, where: Binding, term: Term) -> Reading:
    """Answered days / 28 of the window before this visit."""
    inputs = Inputs(reader, where)
    end = _end_of_follow_up(reader, where)
    if end is None or not reader.diary:
        return inputs.unknown("", diary_completeness)
    count = reader.diary.count(end, WINDOW, None)
    return inputs.result(count.completeness, str(count), Origin.COUNTED)


@computes(diary_window_status)
def status(reader: Reader, where: Binding, term: Term) -> Reading:
    """Whether the window before this visit may be used."""
    inputs = Inputs(reader, where)
    end = _end_of_follow_up(reader, where)
    if end is None or not reader.diary:
        return inputs.unknown("", diary_window_status)
    count = reader.diary.count(end, WINDOW, None)
    return inputs.result(status_of(reader, count, None), str(count))


class Streams:
    """Baseline and follow-up at one retest: of one headache, or of any where None is given."""

    def __init__(
        self,
        reader: Reader,
        where: Binding,
        headache: str | None,
        usable: tuple[str, ...] = ("scored",),
        *,
        two_windows: bool = False,
    ) -> None:
        """``usable``: the words of :func:`window_status` with which a window counts. ``two_windows``: always pooled."""
        self.problem = ""
        """Why nothing is said; empty where the numbers below are there."""
        self.never = False
        """The problem is of the windows themselves: no further day of waiting mends it at this retest."""
        self._usable = usable
        self._two_windows = two_windows
        end, start = _end_of_follow_up(reader, where), start_of_treatment(reader)
        if not reader.diary:
            self.problem = "no diary"
        elif end is None or start is None:
            self.problem = "no retest, or no day on which treatment began"
        else:
            self._count(reader, headache, start, end)

    def _count(self, reader: Reader, headache: str | None, start: date, end: date) -> None:
        self.before = reader.diary.count(start - timedelta(days=1), WINDOW, headache)
        self.pooled = False
        self.after = self.newest = reader.diary.count(end, WINDOW, headache)
        # The day of the first treatment is day 1 of the first window (outcomes 1.7).
        longer = reader.diary.count(end, 2 * WINDOW, headache)
        if (longer if self._two_windows else self.after).first < start:
            self.problem = "the follow-up window is not over"
            return
        few = self.before.positive * WINDOW < POOLED_BELOW_DAYS * self.before.observed
        if self._two_windows or (few and longer.first >= start):
            self.after, self.pooled = longer, True
        self.decided_on_one = bool(few) and not self.pooled
        self.words = {one: status_of(reader, one, headache) for one in (self.before, self.after)}
        for name, count in (("baseline", self.before), ("follow-up", self.after)):
            if self.words[count] not in self._usable:
                self.problem, self.never = f"the {name} window is {self.words[count]}: {count}", True
                return
        if self.before.positive < FEWEST_BASELINE_DAYS:
            self.problem, self.never = f"fewer than {FEWEST_BASELINE_DAYS} headache days at baseline", True
            return
        # Imported here: the only use of SciPy in reading a record, and it costs more than all else at start-up.
        from concordant.change.days.fall import probability_of_fall

        answers = reader.diary.answers(headache)
        self.effect = design_effect([_series(answers, self.before), _series(answers, self.after)])
        self.better = probability_of_fall(
            self.before.positive, self.before.observed, self.after.positive, self.after.observed, self.effect
        )


def _series(answers: dict[date, bool], count: Count) -> list[bool | None]:
    return [answers.get(count.first + timedelta(days=number)) for number in range(count.days)]


@computes(headache_fall_probability)
def fall_probability(reader: Reader, where: Binding, term: Term) -> Reading:
    """P(better): the probability that the rate of days with this headache really fell."""
    inputs = Inputs(reader, where)
    if where.headache is None:
        return inputs.unknown("no headache is named", headache_fall_probability)
    streams = Streams(reader, where, where.headache)
    if streams.problem:
        return inputs.unknown(streams.problem, headache_fall_probability)
    return with_windows(inputs, streams, round(streams.better, 9))


@computes(headache_change_class)
def headache_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """The category of this headache's days: chance and importance together."""
    inputs = Inputs(reader, where)
    if where.headache is None:
        return inputs.unknown("no headache is named", headache_change_class)
    streams = Streams(reader, where, where.headache)
    if streams.problem:
        return inputs.unknown(streams.problem, headache_change_class)
    word = change_word(streams.before, streams.after, streams.better)
    if word in ("improved_important", "resolved") and streams.decided_on_one:
        # Below 16 of 28 baseline days one window cannot carry a diagnosis (retest 3.6).
        word = "important_but_uncertain"
    return with_windows(inputs, streams, word)


def with_windows(inputs: Inputs, streams: Streams, value: float | str) -> Reading:
    """A reading that tells both windows and the probability behind it."""
    inputs.note("baseline", streams.before.positive, str(streams.before))
    inputs.note("follow-up", streams.after.positive, str(streams.after))
    inputs.note("P(better)", streams.better, rounded(streams.better, [BEYOND_CHANCE]))
    note = f"days counted with a design effect of {streams.effect:.2f}"
    return inputs.result(value, note + (", two follow-up windows pooled" if streams.pooled else ""))


def change_word(before: Count, after: Count, better: float) -> str:
    """The word of two windows and the probability of a real fall: the finer words that C2 asks for (conflicts C02)."""
    found = category(before.positive, before.observed, after.positive, after.observed, better)
    if found is Category.IMPROVED_IMPORTANT and after.positive == 0:
        return "resolved"
    return found.value if found is Category.IMPORTANT_BUT_UNCERTAIN else found.verdict
