"""Which questions about a headache no rule of the engine asks any more, after what was answered."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from concordant.assessment import Assessment, assess
from concordant.criteria.asking import facts_to_ask
from concordant.record.case import Case, Headache, Person


def settled(found: Assessment, headache: str) -> frozenset[str]:
    """Facts that rules ask for while nothing is known, and none of them asks for now.

    A fact that no rule reads is never among them: it is asked for other reasons.
    """
    return _of_nothing(found.as_of.year) - frozenset(_asked(found, headache))


@lru_cache(maxsize=4)
def _of_nothing(year: int) -> frozenset[str]:
    blank = Case(Person("nobody"), headaches=(Headache("A", facts={}),))
    return frozenset(_asked(assess(blank, date(year, 1, 1)), "A"))


def _asked(found: Assessment, headache: str) -> Iterator[str]:
    for reading in found.of_headache(headache):
        for trace in (reading.trace, *(one.trace for one in reading.subforms)):
            yield from (name.partition("[")[0] for name in facts_to_ask(trace))
    yield from (name.partition("[")[0] for name in found.safety.not_screened)
