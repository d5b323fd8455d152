"""Days with any headache at one retest: the primary outcome (retest 3, 7; outcomes 1.5, 1.7).

Windows as for C2 (:mod:`concordant.record.derive.change`), with one difference: a provisional window is classified
too (outcomes 1.5); only it carries no "robust", so it cannot end care.
"""

from __future__ import annotations

from concordant.change.category import Category
from concordant.change.days.category import category
from concordant.change.days.missing_days import Days, is_robust
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.outcomes.change import (
    any_headache_change_class,
    any_headache_change_robust,
    any_headache_days_ratio,
    any_headache_fall_probability,
    any_headache_fall_probability_56d,
)
from concordant.record.derive.change import Streams, with_windows
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.verdicts import word_of
from concordant.record.diary import Count

USABLE = ("scored", "provisional")
"""Of an insufficient window no number is given."""


def streams_of(reader: Reader, where: Binding) -> Streams:
    """Baseline and follow-up of any headache at the bound retest."""
    return Streams(reader, where, None, USABLE)


def as_days(count: Count) -> Days:
    """A count in the form of the statistics of change."""
    return Days(count.positive, count.observed, count.days)


def category_of(streams: Streams) -> Category:
    """The category of both windows. Below 16 of 28 baseline days one follow-up window decides no gain (retest 3.6)."""
    before, after = streams.before, streams.after
    found = category(before.positive, before.observed, after.positive, after.observed, streams.better)
    if found is Category.IMPROVED_IMPORTANT and streams.decided_on_one:
        return Category.IMPORTANT_BUT_UNCERTAIN
    return found


@computes(any_headache_fall_probability)
def fall_probability(reader: Reader, where: Binding, term: Term) -> Reading:
    """P(better) of days with any headache."""
    inputs = Inputs(reader, where)
    streams = streams_of(reader, where)
    if streams.problem:
        return inputs.unknown(streams.problem, any_headache_fall_probability)
    return with_windows(inputs, streams, round(streams.better, 9))


@computes(any_headache_fall_probability_56d)
def fall_probability_of_56_days(reader: Reader, where: Binding, term: Term) -> Reading:
    """P(better) with the last two windows before the retest as one."""
    inputs = Inputs(reader, where)
    streams = Streams(reader, where, None, USABLE, two_windows=True)
    if streams.problem:
        return inputs.unknown(streams.problem, any_headache_fall_probability_56d)
    return with_windows(inputs, streams, round(streams.better, 9))


@computes(any_headache_change_class)
def change_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """The finer word. Windows that can never show a change are not assessable; one that is not over is unknown."""
    inputs = Inputs(reader, where)
    streams = streams_of(reader, where)
    if streams.never:
        return inputs.result("not_assessable", streams.problem)
    if streams.problem:
        return inputs.unknown(streams.problem, any_headache_change_class)
    return with_windows(inputs, streams, word_of(category_of(streams)))


@computes(any_headache_change_robust)
def robust(reader: Reader, where: Binding, term: Term) -> Reading:
    """Whether the category stands where missing days are counted at their worst; never told of a provisional window."""
    inputs = Inputs(reader, where)
    streams = streams_of(reader, where)
    if streams.problem:
        return inputs.unknown(streams.problem, any_headache_change_robust)
    if "provisional" in streams.words.values():
        return inputs.unknown("a provisional window cannot end care (outcomes 1.5)", any_headache_change_robust)
    stands = is_robust(as_days(streams.before), as_days(streams.after), streams.effect)
    return with_windows(inputs, streams, stands)


@computes(any_headache_days_ratio)
def ratio(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days per answered day in the newest window over those at baseline."""
    inputs = Inputs(reader, where)
    streams = streams_of(reader, where)
    if streams.problem:
        return inputs.unknown(streams.problem, any_headache_days_ratio)
    before, now = streams.before, streams.newest
    if not now.observed:
        return inputs.unknown("no answered day in the newest window", any_headache_days_ratio)
    inputs.note("baseline", before.positive, str(before))
    inputs.note("now", now.positive, str(now))
    return inputs.result(round(now.positive * before.observed / (now.observed * before.positive), 9))
