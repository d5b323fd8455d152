"""The working label of diagnosis 3.6 as a criterion, for readers that do not look into traces.

The same rule as :func:`concordant.diagnosis.assess.is_provisional`; a test compares the two for every combination.
"""

from __future__ import annotations

from concordant.criteria import Criterion, all_of, any_of, at_least, at_most, not_, surely, verdict
from concordant.criteria.nodes import Part
from concordant.diagnosis.assess import CERVICOGENIC
from concordant.diagnosis.catalogue import BOOK
from concordant.safety import CLEAR

RELATIONS = ("C1", "C2", "C3", "C4")


def working_labels() -> dict[str, Criterion]:
    """For each diagnosis that has a working label, by code: when it is given to one that is undetermined."""
    return {CERVICOGENIC: working_label(BOOK[CERVICOGENIC])}


def working_label(rule: Criterion) -> Criterion:
    """B met, exactly one of C1 to C4 met, another not yet known, D not refuted, every red flag asked and none open."""
    relations = [_lettered(rule, letter) for letter in RELATIONS]
    met = [surely(relation) for relation in relations]
    return all_of(
        surely(_lettered(rule, "B")),
        at_least(1, *met),
        at_most(1, *met),
        any_of(*map(_open, relations)),
        not_(surely(not_(_lettered(rule, "D")))),
        surely(verdict(CLEAR, of_headache=False)),
    )


def _open(criterion: Criterion) -> Criterion:
    """Neither met nor refuted. Two-valued."""
    return all_of(not_(surely(criterion)), not_(surely(not_(criterion))))


def _lettered(rule: Criterion, letter: str) -> Criterion:
    """The part with this letter, outer before inner, as a trace finds it."""
    waiting: list[Part] = list(rule.parts)
    while waiting:
        part = waiting.pop(0)
        if part.letter == letter:
            return part.criterion
        waiting.extend(part.criterion.parts)
    raise KeyError(f"no criterion {letter}")
