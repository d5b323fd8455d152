"""Two people who saw the same on the same day and say different things.

Measured numbers are left out: two raters differ by the error of measurement, which is no contradiction. So is
what changes within a day. The same person who looks again corrects themselves, and the later entry stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Said
from concordant.facts import UNKNOWN, Dictionary, Fact
from concordant.facts.examination.session import headache_phase
from concordant.facts.fact import Room
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity
from concordant.record.case import Finding
from concordant.record.contradictions.contradiction import Contradiction, Entry, Withheld, contradiction

CHANGES_WITHIN_A_DAY = frozenset({headache_phase.name})
SAYS = "Two people say different things of the same day"

Found = Mapping[str, list[tuple[str, Finding, Said]]]
"""Everything that was entered at visits, by the name of the fact: visit, finding, and who said it."""

_Same = tuple[date | None, str | None, str | None, str | None]


def two_people(found: Found, dictionary: Dictionary) -> Iterator[Contradiction]:
    """One contradiction for each fact of a day, side, segment and headache on which two people differ."""
    for name, every in found.items():
        if len(every) < 2 or not _is_seen_alike(name, dictionary):
            continue
        alike: dict[_Same, list[tuple[str, Finding, Said]]] = {}
        for one in every:
            _, finding, said = one
            alike.setdefault((said.on, finding.side, finding.segment, finding.headache), []).append(one)
        if len(alike) < len(every):
            for same in alike.values():
                yield from _differing(dictionary[name], same)


def _differing(fact: Fact[Any], same: list[tuple[str, Finding, Said]]) -> Iterator[Contradiction]:
    known = [one for one in same if one[1].value is not UNKNOWN]
    newest = {said.by or number: (finding, said) for number, (_, finding, said) in enumerate(known)}
    if len({finding.value for finding, _ in newest.values()}) < 2:
        return
    term = term_of(fact, known[0][1].side, known[0][1].segment)
    entries = tuple(Entry(term, finding.value, said) for finding, said in newest.values())
    visits = frozenset(visit for visit, _, _ in known)
    yield contradiction("two_people", SAYS, entries, (Withheld(term, known[0][1].headache, visits=visits),))


def _is_seen_alike(name: str, dictionary: Dictionary) -> bool:
    fact = dictionary[name]
    answered = fact.room in (Room.OUTCOMES, Room.HISTORY) and isinstance(fact.kind, Quantity)
    by_word = isinstance(fact.kind, Flag | Choice | Choices | Day)
    return (by_word or answered) and name not in CHANGES_WITHIN_A_DAY
