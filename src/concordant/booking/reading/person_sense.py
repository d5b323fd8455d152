"""What a file says of a person fits together: windows, covers, pairs, and whom they see."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.booking.problem import Cover, Discipline, Instance, Person, VisitKind
from concordant.booking.reading.clinic_sense import known, once, sound_rows
from concordant.booking.reading.node import NO_DAY, Node


def look_at(instance: Instance, root: Node) -> None:
    """Note every problem."""
    people = root.below("people")
    if not isinstance(people.value, list):
        return
    rows = list(people.rows())
    once(visit.below("id") for row in rows for visit in sound_rows(row.below("visits")))
    discipline_of = {one.id: one.discipline for one in instance.clinicians}
    for one, row in zip(instance.people, rows, strict=True):
        if isinstance(row.value, dict):
            _windows(one, row.below("visits"))
            _covers(one, row.below("cover"))
            _pairs(one, row.below("pairs"))
            _seen(row, discipline_of)


def _windows(person: Person, visits: Node) -> None:
    initial = 0
    for visit, row in zip(person.visits, _all(visits), strict=True):
        if NO_DAY not in (visit.earliest, visit.latest) and visit.latest < visit.earliest:
            row.below("latest").refuse(f"a day from {visit.earliest} on, which is earliest")
        if row.below("kind").value == VisitKind.INITIAL:
            initial += 1
            if initial > 1:
                row.below("kind").refuse("one initial visit a person")


def _covers(person: Person, covers: Node) -> None:
    before: list[Cover] = []
    for cover, row in zip(person.covers, _all(covers), strict=True):
        if NO_DAY in (cover.first, cover.last) or not _is_word(row.below("discipline")):
            continue
        if cover.last < cover.first:
            row.below("last").refuse(f"a day from {cover.first} on, which is first")
        for other in before:
            if cover.discipline is other.discipline and cover.first <= other.last and other.first <= cover.last:
                row.say(
                    f"covers {cover.first} to {cover.last}, which overlaps {other.first} to {other.last}; "
                    f"allowed: one cover of {cover.discipline} on a day"
                )
        before.append(cover)


def _pairs(person: Person, pairs: Node) -> None:
    visits = {visit.id: visit for visit in person.visits}
    used: set[str] = set()
    for pair, row in zip(person.pairs, _all(pairs), strict=True):
        for key, discipline in (("rmt", Discipline.RMT), ("physio", Discipline.PHYSIO)):
            half = row.below(key)
            if not isinstance(half.value, str):
                continue
            if half.value not in visits:
                half.refuse("the id of a visit of this person")
            elif visits[half.value].discipline is not discipline:
                half.refuse(f"a visit of the discipline {discipline}")
            if half.value in used:
                half.refuse("a visit that is in no other pair")
            used.add(half.value)
        if pair.loose_max < pair.tight_max:
            row.below("loose_max").refuse(f"at least {pair.tight_max}, which is tight_max")


def _seen(row: Node, discipline_of: Mapping[str, Discipline]) -> None:
    """Whom the person may see and usually sees: clinicians of the file, each under their own discipline."""
    clinicians, usual = row.below("clinicians"), row.below("usual")
    named = [
        *((key, each) for key, ids in _items(clinicians) if isinstance(ids.value, list) for each in ids.rows()),
        *_items(usual),
    ]
    for key, id in named:
        if known(id, discipline_of, "a clinician") and isinstance(id.value, str) and _is_word(key):
            theirs = discipline_of.get(id.value)
            if theirs is not None and theirs != key.value:
                id.refuse(f"a clinician of {key.value}; this one is of {theirs}")


def _all(node: Node) -> list[Node]:
    return list(node.rows()) if isinstance(node.value, list) else []


def _items(node: Node) -> list[tuple[Node, Node]]:
    if not isinstance(node.value, dict):
        return []
    return [(Node(key, node.problems, node, key), node.below(key)) for key in node.value]


def _is_word(node: Node) -> bool:
    return isinstance(node.value, str) and node.value in set(Discipline)
