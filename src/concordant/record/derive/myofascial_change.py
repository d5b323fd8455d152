"""Criterion C1 of A11.2.5: has the pain improved in parallel with the muscle signs (diagnosis 1.20)?

The test of diagnosis 3.4 with the muscle signs as neck stream. They are yes or no: a sign that was there and is gone
is improved, as no error of measurement is known for them (examination 7), and raters agree poorly on trigger points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.signs import neck_muscle_tenderness, trigger_points_reproducible
from concordant.facts.fact import Scope
from concordant.facts.history.other_causes import myofascial_parallel_improvement
from concordant.facts.outcomes.change import change_confounders, headache_change_class
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.settings import whole

SIGNS = (neck_muscle_tenderness, trigger_points_reproducible)

HELD_DAYS = whole(
    "myofascial_held_days",
    28,
    unit="d",
    high=365,
    says="Days for which muscle signs and headache stay better before they improved in parallel (A11.2.5 C1).",
    source="diagnosis 3.4, 1.20",
)
REFUTED_DAYS = whole(
    "myofascial_refuted_days",
    84,
    unit="d",
    high=365,
    says="Days of better muscle signs without a better headache after which they did not improve in parallel.",
    source="diagnosis 3.4, 1.20",
)


@dataclass(frozen=True, slots=True)
class Retest:
    """How muscle signs and headache have changed by one visit; None where that is not known."""

    day: date
    muscles: str | None
    headache: str | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words of both streams that together mean something."""

    muscles: tuple[str, ...]
    headache: tuple[str, ...]

    def fits(self, retest: Retest) -> bool | None:
        """Whether a retest shows it; None where what is not known decides."""
        fits = (
            None if word is None else word in words
            for word, words in ((retest.muscles, self.muscles), (retest.headache, self.headache))
        )
        answers = tuple(fits)
        return False if False in answers else None if None in answers else True

    def held(self, course: list[Retest]) -> int | None:
        """For how many days it has held at the last retest; None where that one does not show it."""
        told = [(one.day, fits) for one in course if (fits := self.fits(one)) is not None]
        if not told or not told[-1][1]:
            return None
        since = newest = told[-1][0]
        for day, fits in reversed(told):
            if not fits:
                break
            since = day
        return (newest - since).days


BETTER, HEADACHE_BETTER = ("improved", "resolved"), ("improved_important", "resolved")
BOTH_BETTER = Pattern(BETTER, HEADACHE_BETTER)
MUSCLES_ONLY = Pattern(BETTER, ("within_error", "worse"))
HEADACHE_ONLY = Pattern(("within_error",), HEADACHE_BETTER)


@computes(myofascial_parallel_improvement)
def in_parallel(reader: Reader, where: Binding, term: Term) -> Reading:
    """At this retest: both better and held; or one better without the other; else not known."""
    inputs = Inputs(reader, where)
    if where.visit is None or where.headache is None:
        return inputs.unknown("", myofascial_parallel_improvement)
    course = reader.diary.once(_Courses, reader).upto(where)
    now = course[-1]
    if now.muscles is None or now.headache is None:
        asked = SIGNS if now.muscles is None else (headache_change_class,)
        return inputs.unknown("muscle signs or headache days cannot be compared at this visit", *asked)
    inputs.note("muscle signs", now.muscles, now.muscles)
    inputs.note(headache_change_class.name, now.headache, now.headache)
    others = inputs.get(change_confounders)
    if not isinstance(others, frozenset) or others:
        return inputs.unknown("something else may have changed the headache", change_confounders)
    verdict = _verdict(course)
    if verdict is None:
        return inputs.unknown("not yet held for long enough, or not tested", myofascial_parallel_improvement)
    return inputs.result(verdict)


def _verdict(course: list[Retest]) -> bool | None:
    both, muscles_only = BOTH_BETTER.held(course), MUSCLES_ONLY.held(course)
    if both is not None and both >= HELD_DAYS:
        return True
    if muscles_only is not None and muscles_only >= REFUTED_DAYS:
        return False
    return False if HEADACHE_ONLY.held(course) is not None else None


class _Courses:
    """Every visit of a headache as a retest; found once for all that look back from a visit."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._order = {key: number for number, key in enumerate(reader.visits, start=1)}
        self._found: dict[Binding, list[Retest]] = {}

    def upto(self, where: Binding) -> list[Retest]:
        """Every visit up to the bound one, oldest first."""
        assert where.visit is not None
        everywhere = where.at_no_visit()
        if everywhere not in self._found:
            self._found[everywhere] = list(_course(self._reader, everywhere))
        return self._found[everywhere][: self._order[where.visit]]


def _course(reader: Reader, everywhere: Binding) -> Iterator[Retest]:
    first: dict[str, bool] = {}
    for key, visit in reader.visits.items():
        there = everywhere.bound(Scope.VISIT, key)
        signs = {sign.name: reader.read(term_of(sign), there).value for sign in SIGNS}
        found = {name: value for name, value in signs.items() if isinstance(value, bool)}
        headache = reader.read(term_of(headache_change_class), there).value
        yield Retest(visit.date, _muscles(first, found), headache if isinstance(headache, str) else None)
        first = found | first


def _muscles(first: dict[str, bool], now: dict[str, bool]) -> str | None:
    """The word for the muscle signs against their first examination, as of the neck tests (diagnosis 3.4)."""
    pairs = [(first[name], now[name]) for name in first if name in now]
    if any(is_there and not was_there for was_there, is_there in pairs):
        return "worse"
    not_repeated = any(was_there and name not in now for name, was_there in first.items())
    if any(was_there and not is_there for was_there, is_there in pairs):
        normal_again = not any(is_there for _, is_there in pairs)
        return "resolved" if normal_again and not not_repeated else "improved"
    return None if not_repeated or not pairs else "within_error"
