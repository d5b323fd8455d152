"""What somebody answered, and the case that it makes: the same that any file with these facts would make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from concordant.facts import DICTIONARY, Scope
from concordant.facts.history.person import age_years
from concordant.facts.values import UNKNOWN, Value
from concordant.record.case import Case, Episode, Facts, Finding, Headache, Injury, Person, Stated, Visit

INJURY = "injury"
"""Whether there was an injury at all: no fact, but whether the case has one."""

AGE = age_years.name
"""Asked in place of a date of birth, which nobody without an account has to give."""

HEADACHE_ID = "A"
INJURY_ID = "injury"
BY = "the person"

Answers: TypeAlias = Mapping[str, Value]
"""By name of the fact, or INJURY: what was said. UNKNOWN is an answer too: "I do not know". It is not asked again."""


def case_of(answers: Answers, today: date) -> Case:
    """The case of one headache with what is known; what was answered "I do not know" stays unknown.

    What was said of an injury counts only while there was one.
    """
    known = {name: value for name, value in answers.items() if value is not UNKNOWN and name not in (INJURY, AGE)}
    injured = answers.get(INJURY, UNKNOWN)
    age = answers.get(AGE, UNKNOWN)
    return Case(
        Person(id="self-check", age_years=age if isinstance(age, int) else None),
        episode=Episode(started=today),
        facts=_stated(known, Scope.PERSON, today),
        injuries=(Injury(INJURY_ID, _stated(known, Scope.INJURY, today)),) if injured is True else (),
        no_injury=injured is False,
        headaches=(Headache(HEADACHE_ID, facts=_stated(known, Scope.HEADACHE, today)),),
        visits=(Visit(today, by=BY, findings=tuple(Finding(*one) for one in _of(known, Scope.VISIT))),),
    )


def _of(known: Answers, scope: Scope) -> list[tuple[str, Value]]:
    return [(name, value) for name, value in known.items() if DICTIONARY[name].scope is scope]


def _stated(known: Answers, scope: Scope, today: date) -> Facts:
    return {name: (Stated(value, on=today, by=BY),) for name, value in _of(known, scope)}
