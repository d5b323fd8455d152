"""The diagnoses of one headache in four groups, so that thirty of them are no wall: on the page and in the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from concordant.criteria import Truth
from concordant.diagnosis.assess import DiagnosisReading, Status
from concordant.diagnosis.neck.labels import CODE as CERVICOGENIC
from concordant.diagnosis.worth_asking import Worth, worth_asking


class Group(Enum):
    """The groups in the order in which they are shown."""

    MAIN = "main"
    """What stands (definite, working), and cervicogenic headache for as long as it is possible: shown in full."""
    WORTH_ASKING = "worth asking"
    NOTHING_YET = "nothing points to it so far"
    EXCLUDED = "excluded"


def grouped(readings: Iterable[DiagnosisReading]) -> dict[Group, list[DiagnosisReading]]:
    """All diagnoses of one headache. The main ones by their status; of those worth asking the most pressing first."""
    every = list(readings)
    worth = worth_asking(every)
    groups: dict[Group, list[DiagnosisReading]] = {group: [] for group in Group}
    for one in every:
        groups[group_of(one, worth)].append(one)
    order = list(Status)
    groups[Group.MAIN].sort(key=lambda one: order.index(one.status))
    groups[Group.WORTH_ASKING] = most_pressing_first(groups[Group.WORTH_ASKING], worth)
    return groups


def group_of(one: DiagnosisReading, worth: Mapping[str, Worth]) -> Group:
    """The group of one diagnosis; ``worth`` as ``worth_asking`` tells it for the same headache.

    What stands open is worth asking for the reasons for which the next question is chosen, so that both agree.
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
