"""Rules between a visit and what stands beside it: H5, H7, H9 to H12, the count of H13, H14 to H16."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.booking.problem import Discipline, Pair, PairRule, Person, VisitKind
from concordant.booking.rules.broken import Broken, Rule
from concordant.booking.rules.standing import Stand, Standing
from concordant.booking.writing import clock


def together(board: Standing, stand: Stand) -> Iterator[Broken]:
    """Every such rule that is broken between this visit and the rest of the board."""
    yield from _clinician_and_room(board, stand)
    person = board.instance.owner[stand.id]
    others = [one for one in board.of_person[person.id] if one.id != stand.id or one.visit is None]
    rank = {visit.id: place for place, visit in enumerate(person.visits)}
    for other in others:
        if other.day == stand.day:
            yield from _same_day(stand, other, person)
        elif other.discipline is stand.discipline:
            least = person.min_days.get(stand.discipline, 1)
            if abs((other.day - stand.day).days) < least:
                said = f"{other.id} is on {other.day}; at least {least} days between two visits of {stand.discipline}"
                yield Broken(Rule.DAYS_BETWEEN, stand.id, said, other.id)
        if other.visit is not None and other.discipline is stand.discipline:
            before = (other.day, other.start) < (stand.day, stand.start)
            if before != (rank[other.visit] < rank[stand.id]):
                said = f"comes {'after' if before else 'before'} {other.id}, which the plan has the other way round"
                yield Broken(Rule.ORDER, stand.id, said, other.id)
    yield from _after_initial(board, stand, person, others)
    yield from _paid(stand, person, others)
    yield from _pair(board, stand)


def _clinician_and_room(board: Standing, stand: Stand) -> Iterator[Broken]:
    with_clinician = board.of_clinician[stand.clinician, stand.day]
    for rule, who, stands in (
        (Rule.ONE_PERSON, stand.clinician, with_clinician),
        (Rule.ONE_VISIT_A_ROOM, stand.room, board.of_room[stand.room, stand.day]),
    ):
        for other in stands:
            mine = other.visit == stand.id
            if not mine and other.start < stand.free_again and stand.start < other.free_again:
                said = f"{who} has {other.id} from {clock(other.start)} to {clock(other.free_again)} on {stand.day}"
                yield Broken(rule, stand.id, said, other.id)
    most = board.clinicians[stand.clinician].max_minutes_per_day
    total = sum(one.minutes for one in with_clinician if one.visit != stand.id) + stand.minutes
    if total > most:
        said = f"{stand.clinician} would have {total} hands-on minutes on {stand.day}, at most {most}"
        yield Broken(Rule.DAILY_LIMIT, stand.id, said)


def _same_day(stand: Stand, other: Stand, person: Person) -> Iterator[Broken]:
    if other.start < stand.end and stand.start < other.end:
        said = f"{person.id} is at {other.id} from {clock(other.start)} to {clock(other.end)}"
        yield Broken(Rule.ONE_PLACE, stand.id, said, other.id)
    if other.discipline is stand.discipline:
        said = f"{other.id} of {stand.discipline} is on {stand.day} already"
        yield Broken(Rule.ONE_A_DAY, stand.id, said, other.id)
    elif (stand.discipline is Discipline.RMT) != (stand.start < other.start):
        yield Broken(Rule.MASSAGE_FIRST, stand.id, f"massage comes before physiotherapy on {stand.day}", other.id)


def _after_initial(board: Standing, stand: Stand, person: Person, others: list[Stand]) -> Iterator[Broken]:
    initial = next((visit.id for visit in person.visits if visit.kind is VisitKind.INITIAL), None)
    if initial is None:
        return
    if stand.id == initial:
        for other in others:
            if other.visit is not None and other.day <= stand.day:
                said = f"the first visit must be before {other.id}, on {other.day}"
                yield Broken(Rule.ORDER, stand.id, said, other.id)
    elif initial not in board.visits:
        yield Broken(Rule.ORDER, stand.id, f"the first visit {initial} has no place")
    elif stand.day <= board.visits[initial].day:
        said = f"not before the day after the first visit {initial}, on {board.visits[initial].day}"
        yield Broken(Rule.ORDER, stand.id, said, initial)


def _paid(stand: Stand, person: Person, others: list[Stand]) -> Iterator[Broken]:
    for cover in person.covers:
        if cover.discipline is not stand.discipline or not cover.first <= stand.day <= cover.last:
            continue
        used = sum(one.discipline is cover.discipline and cover.first <= one.day <= cover.last for one in others) + 1
        if used > cover.count:
            said = f"{used} visits of {cover.discipline} from {cover.first} to {cover.last}, {cover.count} are paid for"
            yield Broken(Rule.COVER, stand.id, said)


def _pair(board: Standing, stand: Stand) -> Iterator[Broken]:
    pair = board.instance.pair_of.get(stand.id)
    if pair is None or pair.rule is not PairRule.MUST:
        return
    if stand.id == pair.rmt:
        rmt, physio = stand, board.visits.get(pair.physio)
    elif pair.rmt in board.visits:
        rmt, physio = board.visits[pair.rmt], stand
    else:
        return
    if physio is None or not are_pair(pair, rmt, physio):
        said = f"must end at most {pair.loose_max} minutes before {pair.physio} starts on the same day"
        yield Broken(Rule.PAIR, pair.rmt, said, pair.physio)


def are_pair(pair: Pair, rmt: Stand, physio: Stand) -> bool:
    """Massage first on the same day, with no more than ``loose_max`` minutes between."""
    return rmt.day == physio.day and 0 <= physio.start - rmt.end <= pair.loose_max
