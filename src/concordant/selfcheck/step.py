"""The next step: a question, a stop, or what the answers say."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from concordant.assessment import Assessment, assess
from concordant.criteria import Trace, Truth
from concordant.criteria.asking import facts_to_ask
from concordant.criteria.missing import ways_by
from concordant.facts.values import UNKNOWN
from concordant.selfcheck.answers import HEADACHE_ID, INJURY, Answers, case_of
from concordant.selfcheck.danger import alarm, asked_as, can_be_asked, danger_asked, left_open
from concordant.selfcheck.points import NECK
from concordant.selfcheck.question import Question, question
from concordant.selfcheck.stop import Stop, stop_of
from concordant.selfcheck.summary import Summary, points_read, sides_of
from concordant.settings import whole

MOST_SECONDS = whole(
    "self_check_seconds",
    180,
    unit="s",
    low=60,
    high=900,
    says="After so many seconds of questions the self-check asks no more, but for danger signs.",
    source="product rule; three minutes",
)

Step: TypeAlias = Question | Stop | Summary


def next_step(answers: Answers, today: date) -> Step:
    """What comes after these answers, in whatever order they were given.

    A danger sign stops, whatever else was answered. Danger signs are asked before all else and in full; what speaks for
    and against follows, for as long as the minutes last.
    """
    found = assess(case_of(answers, today), today)
    raised = alarm(found)
    if raised is not None:
        return stop_of(raised)
    danger = danger_asked(answers, found)
    if danger is not None:
        return question(danger)
    waiting = [question(name) for name in _telling(answers, found)]
    spent = sum(question(name).seconds for name in answers)
    for one in waiting:
        if spent + one.seconds <= int(MOST_SECONDS):
            return one
    return Summary(
        sides_of(found),
        left_out=bool(waiting),
        not_known=left_open(answers, found),
        after_injury=answers.get(INJURY, UNKNOWN) is True,
    )


def _telling(answers: Answers, found: Assessment) -> list[str]:
    """The questions that may still decide a point, most telling first.

    The neck before its rivals, as everywhere (decision 14). Then what the engine would ask next, in its order; then
    what decides most for each second.
    """
    worth: dict[str, float] = {}
    of_the_neck: set[str] = set()
    for family, _, trace in points_read(found):
        if trace.truth is not Truth.UNKNOWN:
            continue
        share = _share(trace, answers)
        for name, most in share.items():
            worth[name] = worth.get(name, 0.0) + most
        if family is NECK:
            of_the_neck.update(share)
    if not worth:
        return []
    engine = {one.fact: place for place, one in enumerate(found.next_tests(HEADACHE_ID))}

    def order(name: str) -> tuple[bool, int, float, str]:
        return name not in of_the_neck, engine.get(name, len(engine)), -worth[name] / question(name).seconds, name

    return sorted(worth, key=order)


def _share(trace: Trace, answers: Answers) -> dict[str, float]:
    """By question: 1 where it may decide this point alone, 1/n where n are needed together."""
    only = frozenset(name for name in facts_to_ask(trace) if can_be_asked(name, answers))
    share: dict[str, float] = {}
    for together in ways_by(trace, Truth.MET, only) | ways_by(trace, Truth.NOT_MET, only):
        for name in together:
            asked = asked_as(name, answers)
            share[asked] = max(share.get(asked, 0.0), 1 / len(together))
    return share
