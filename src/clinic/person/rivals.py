"""Where each diagnosis of a headache stands on the page, so that thirty of them are no wall."""

from collections.abc import Iterable
from enum import Enum

from concordant.criteria import Criterion, Truth, nodes
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.diagnosis import Family
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.pressure import PRESSURE
from concordant.diagnosis.vascular import VASCULAR
from concordant.facts.history.pattern import headache_present

DANGEROUS = frozenset(one.code for one in (*VASCULAR, *PRESSURE))
"""Artery, dissection, low pressure: never folded away once anything but A is met."""


class Group(Enum):
    """The groups in the order in which they are shown."""

    MAIN = "main"
    WORTH_ASKING = "worth asking"
    NOTHING_YET = "nothing points to it so far"
    EXCLUDED = "excluded"


def group_of(one: DiagnosisReading) -> Group:
    """The group of one diagnosis.

    In full: what stands (definite, working), and cervicogenic headache for as long as it is possible. Worth asking:
    undetermined, and a letter that describes the headache is met (``telling_letters``); of the dangerous ones any
    letter but A. The rest is undetermined with nothing known for it, or excluded.
    """
    if one.status is Status.EXCLUDED:
        return Group.EXCLUDED
    if one.status is not Status.UNDETERMINED or one.diagnosis.code == CERVICOGENIC:
        return Group.MAIN
    found = telling_letters(one)
    if one.diagnosis.code in DANGEROUS:
        found |= {letter: truth for letter, truth in own_letters(one).items() if letter != "A"}
    return Group.WORTH_ASKING if Truth.MET in found.values() else Group.NOTHING_YET


def own_letters(one: DiagnosisReading) -> dict[str, Truth]:
    """Its lettered criteria in their order; letters with a dot belong to another diagnosis that it leans on."""
    return {letter: truth for letter, truth in sorted(one.criteria.items()) if "." not in letter}


def telling_letters(one: DiagnosisReading) -> dict[str, Truth]:
    """The letters, outer and inner, that describe the headache itself.

    Not the closing criterion, and not A, which mostly says that there is a headache, or how often. Of a probable form
    A holds the features and counts; there, what asks for other diagnoses does not.
    """
    is_probable = one.diagnosis.family is Family.PROBABLE
    left_out = {one.diagnosis.closing_letter} | {
        part.letter
        for part in one.trace.parts
        if (_asks_for_others(part.criterion) if is_probable else part.letter == "A") or _is_presence(part.criterion)
    }
    return {letter: truth for letter, truth in own_letters(one).items() if letter[0] not in left_out}


def nearness(one: DiagnosisReading) -> tuple[float, int]:
    """How near an undetermined diagnosis is: the share of its telling outer letters that are met, then how many are."""
    found = telling_letters(one)
    outer = [truth for letter, truth in found.items() if len(letter) == 1]
    share = outer.count(Truth.MET) / len(outer) if outer else 0.0
    return share, list(found.values()).count(Truth.MET)


def nearest_first(readings: Iterable[DiagnosisReading]) -> list[DiagnosisReading]:
    """Those of equal nearness stay in the order of the catalogue: what must not be missed first."""
    return sorted(readings, key=nearness, reverse=True)


def _asks_for_others(criterion: Criterion) -> bool:
    return any(isinstance(node, nodes.Verdict) for node in criterion.walk())


def _is_presence(criterion: Criterion) -> bool:
    """That there is a headache at all."""
    return {term.fact for node in criterion.walk() for term in node.terms} == {headache_present}
