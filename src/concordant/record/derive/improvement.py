"""How long neck and headache have been better, and which came first (criterion C2 of 11.2.1, diagnosis 3.4).

Each is read at one retest from all retests so far. A retest that cannot say is passed over when counting how long a
change has held; where it could have been the first to show the change, the order stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Fact, Scope
from concordant.facts.kinds import Choice
from concordant.facts.outcomes.change import (
    cervical_change_class,
    days_in_treatment,
    headache_change_class,
    headache_improved_days,
    improvement_order,
    neck_improved_days,
)
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.settings import whole

PARALLEL_DAYS = whole(
    "c2_parallel_days",
    28,
    unit="d",
    high=365,
    says="Neck and headache improve in parallel when first seen better within so many days of each other (C2).",
    source="diagnosis 3.4",
)
NECK_BETTER = ("improved", "resolved")
HEADACHE_BETTER = ("improved_important", "resolved")


@dataclass(frozen=True, slots=True)
class Retest:
    """What one visit says of both changes; None where it cannot say."""

    day: date
    neck: bool | None
    headache: bool | None


def retests(reader: Reader, where: Binding) -> list[Retest]:
    """The visits up to the bound one at which either change is known, oldest first."""
    assert where.visit is not None
    every = reader.diary.once(_Retests, reader).of(where.at_no_visit())
    upto = list(reader.visits).index(where.visit) + 1
    return [one for one in every[:upto] if one is not None]


class _Retests:
    """Every visit as a retest, for each headache; found once for all that look back from a visit."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[Binding, list[Retest | None]] = {}

    def of(self, where: Binding) -> list[Retest | None]:
        """The visits, oldest first; None for one that says nothing of a change."""
        if where not in self._found:
            self._found[where] = [self._at(where.bound(Scope.VISIT, key)) for key in self._reader.visits]
        return self._found[where]

    def _at(self, there: Binding) -> Retest | None:
        assert there.visit is not None
        neck = _better(self._reader, there, cervical_change_class, NECK_BETTER)
        headache = _better(self._reader, there, headache_change_class, HEADACHE_BETTER)
        return None if neck is headache is None else Retest(self._reader.visits[there.visit].date, neck, headache)


def is_retest(reader: Reader, where: Binding) -> bool:
    """Whether the bound visit says anything of a change."""
    both = (cervical_change_class, headache_change_class)
    return where.visit is not None and any(reader.read(term_of(fact), where).known for fact in both)


def _better(reader: Reader, where: Binding, fact: Fact[Choice], words: tuple[str, ...]) -> bool | None:
    word = reader.read(term_of(fact), where).value
    return word in words if isinstance(word, str) else None


@computes(days_in_treatment)
def in_treatment(reader: Reader, where: Binding, term: Term) -> Reading:
    """From the first treatment, or the first visit where no treatment is recorded."""
    inputs = Inputs(reader, where)
    start = start_of_treatment(reader)
    if where.visit is None or start is None or not is_retest(reader, where):
        return inputs.unknown("this visit is no retest", cervical_change_class, headache_change_class)
    inputs.note("treatment began", start, str(start))
    return inputs.result(max(0, (reader.visits[where.visit].date - start).days))


@computes(neck_improved_days)
def neck_held(reader: Reader, where: Binding, term: Term) -> Reading:
    """Since the retest that first showed the neck improved or resolved."""
    return _held(reader, where, cervical_change_class, NECK_BETTER)


@computes(headache_improved_days)
def headache_held(reader: Reader, where: Binding, term: Term) -> Reading:
    """Since the retest that first showed this headache importantly improved or resolved."""
    return _held(reader, where, headache_change_class, HEADACHE_BETTER)


def _held(reader: Reader, where: Binding, fact: Fact[Choice], words: tuple[str, ...]) -> Reading:
    inputs = Inputs(reader, where)
    if where.visit is None or _better(reader, where, fact, words) is None:
        return inputs.unknown("", fact)
    now = reader.visits[where.visit].date
    since = now
    for one in reversed(retests(reader, where)):
        better = one.neck if fact is cervical_change_class else one.headache
        if better is False:
            break
        if better:
            since = one.day
    if _better(reader, where, fact, words):
        inputs.note("first seen better", since, str(since))
    return inputs.result((now - since).days)


@computes(improvement_order)
def order(reader: Reader, where: Binding, term: Term) -> Reading:
    """in_parallel, headache_first or neck_first; open where a retest in between did not look."""
    inputs = Inputs(reader, where)
    both = (cervical_change_class, headache_change_class)
    found = retests(reader, where) if where.visit is not None else []
    neck = _first_seen([one.neck for one in found])
    headache = _first_seen([one.headache for one in found])
    if neck is None or headache is None:
        return inputs.unknown("neck and headache are not both known to be better at this retest", *both)
    inputs.note("neck first seen better", found[neck[1]].day, str(found[neck[1]].day))
    inputs.note("headache first seen better", found[headache[1]].day, str(found[headache[1]].day))
    words = {_order(found, n, h) for n in range(neck[0], neck[1] + 1) for h in range(headache[0], headache[1] + 1)}
    if len(words) > 1:
        return inputs.unknown("a retest in between did not look at both", *both)
    return inputs.result(words.pop())


def _first_seen(better: list[bool | None]) -> tuple[int, int] | None:
    """The earliest and the latest retest that can have been the first of the improvement that stands now."""
    if not better or better[-1] is not True:
        return None
    latest = earliest = len(better) - 1
    while earliest > 0 and better[earliest - 1] is not False:
        earliest -= 1
        if better[earliest]:
            latest = earliest
    return earliest, latest


def _order(found: list[Retest], neck: int, headache: int) -> str:
    """One retest before counts as parallel, however far apart the two retests are."""
    later_by = (found[headache].day - found[neck].day).days
    if later_by > PARALLEL_DAYS and headache - neck > 1:
        return "neck_first"
    return "headache_first" if -later_by > PARALLEL_DAYS else "in_parallel"
