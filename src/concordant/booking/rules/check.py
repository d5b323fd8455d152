"""A whole calendar, a whole answer, or one visit against what stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from concordant.booking.problem import Instance
from concordant.booking.rules.alone import alone
from concordant.booking.rules.broken import Broken, Rule
from concordant.booking.rules.change import Change, broken_by_change
from concordant.booking.rules.standing import Stand, Standing
from concordant.booking.rules.together import together
from concordant.booking.solution import Placed, Solution


def broken_rules(instance: Instance, placed: Sequence[Placed]) -> tuple[Broken, ...]:
    """Every rule that the calendar breaks; a collision of two visits is told of both."""
    found: list[Broken] = []
    sound: dict[str, Placed] = {}
    clinicians, rooms = {one.id for one in instance.clinicians}, {one.id for one in instance.rooms}
    for one in placed:
        if one.visit not in instance.visits:
            found.append(Broken(Rule.LISTED, one.visit, f"no visit {one.visit!r} was asked for"))
        elif one.visit in sound:
            found.append(Broken(Rule.LISTED, one.visit, "stands twice"))
        elif one.clinician not in clinicians:
            found.append(Broken(Rule.CLINICIAN, one.visit, f"there is no clinician {one.clinician!r}"))
        elif one.room not in rooms:
            found.append(Broken(Rule.ROOM, one.visit, f"there is no room {one.room!r}"))
        else:
            sound[one.visit] = one
    board = Standing(instance, sound.values())
    for stand in board.visits.values():
        found.extend(broken_on(board, stand))
    return tuple(dict.fromkeys(found))


def broken_answer(instance: Instance, solution: Solution) -> tuple[Broken, ...]:
    """The same for an answer, which lists every visit that has no place, once, with a reason."""
    found = list(broken_rules(instance, solution.placed))
    placed = {one.visit for one in solution.placed}
    listed: set[str] = set()
    for one in solution.unplaced:
        if one.visit not in instance.visits:
            found.append(Broken(Rule.LISTED, one.visit, f"no visit {one.visit!r} was asked for"))
        elif one.visit in placed:
            found.append(Broken(Rule.LISTED, one.visit, "is placed and listed as without a place"))
        elif one.visit in listed:
            found.append(Broken(Rule.LISTED, one.visit, "is listed twice"))
        elif not one.reasons:
            found.append(Broken(Rule.LISTED, one.visit, "has no place and no reason"))
        listed.add(one.visit)
    missing = instance.visits.keys() - placed - listed
    found.extend(Broken(Rule.LISTED, visit, "is neither placed nor listed") for visit in sorted(missing))
    return tuple(found)


def broken_after(change: Change, solution: Solution) -> tuple[Broken, ...]:
    """The same after a change of plan, with E1 to E3, where these leave a way.

    A massage that stood may stand on where its physiotherapy found no place. Nothing comes before a first visit: where
    that was lost, the person's other visits move, even if visits that stand are not to be moved. And what had begun
    stays as it was (E1), also where the absence cuts off the minutes after it.
    """
    placed = {one.visit: one for one in solution.placed}
    instance = change.instance

    def no_way(one: Broken) -> bool:
        if one.visit in change.past:
            return one.rule is not Rule.PAST and change.same(placed[one.visit])
        if one.rule is Rule.PAIR:
            return instance.pair_of[one.visit].physio not in placed and change.same(placed[one.visit])
        return one.rule is Rule.STANDS and change.lost_first(instance.owner[one.visit])

    found = (*broken_answer(instance, solution), *broken_by_change(change, solution.placed))
    return tuple(one for one in found if not no_way(one))


def broken_by(instance: Instance, placed: Iterable[Placed], one: Placed) -> tuple[Broken, ...]:
    """What a visit breaks in this place, in a calendar without it; if it stands there already, it is taken out first.

    ``one`` names a visit, a clinician and a room of the instance: KeyError otherwise.
    """
    person = instance.owner[one.visit]
    near = [
        other
        for other in placed
        if other.visit != one.visit and (other.day == one.day or instance.owner[other.visit].id == person.id)
    ]
    booked = [other for other in instance.bookings if other.day == one.day or other.person == person.id]
    board = Standing(instance, near, booked)
    return tuple(dict.fromkeys(broken_on(board, board.stand(one))))


def broken_on(board: Standing, stand: Stand) -> Iterator[Broken]:
    """What a visit breaks on a board that may hold it already."""
    yield from alone(board, stand)
    yield from together(board, stand)
