"""Where each diagnosis of a headache stands on the page, so that thirty of them are no wall."""

from collections.abc import Iterable, Mapping
from enum import Enum

from concordant.criteria import Truth
from concordant.diagnosis import DiagnosisReading, Status
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.worth_asking import Worth


class Group(Enum):
    """The groups in the order in which they are shown."""

    MAIN = "main"
    WORTH_ASKING = "worth asking"
    NOTHING_YET = "nothing points to it so far"
    EXCLUDED = "excluded"


def group_of(one: DiagnosisReading, worth: Mapping[str, Worth]) -> Group:
    """The group of one diagnosis; ``worth`` as ``worth_asking`` tells it for the same headache.

    In full: what stands (definite, working), and cervicogenic headache for as long as it is possible. What stands open
    is worth asking for the reasons for which the next question is chosen, so that both parts of the page agree.
    """
    if one.status is Status.EXCLUDED:
        return Group.EXCLUDED
    if one.status is not Status.UNDETERMINED or one.diagnosis.code == CERVICOGENIC:
        return Group.MAIN
    return Group.WORTH_ASKING if worth[one.diagnosis.code].matters else Group.NOTHING_YET


def own_letters(one: DiagnosisReading) -> dict[str, Truth]:
    """Its lettered criteria in their order; letters with a dot belong to another diagnosis that it leans on."""
    return {letter: truth for letter, truth in sorted(one.criteria.items()) if "." not in letter}


def share_met(one: DiagnosisReading) -> float:
    """The share of its outer letters that are met, the closing criterion aside."""
    closing = one.diagnosis.closing_letter
    outer = [truth for letter, truth in own_letters(one).items() if len(letter) == 1 and letter != closing]
    return outer.count(Truth.MET) / len(outer) if outer else 0.0


def most_pressing_first(readings: Iterable[DiagnosisReading], worth: Mapping[str, Worth]) -> list[DiagnosisReading]:
    """Why it is worth a question, then how near it is; the order of the catalogue decides between equals."""
    order = list(Worth)
    return sorted(readings, key=lambda one: (order.index(worth[one.diagnosis.code]), -share_met(one)))
