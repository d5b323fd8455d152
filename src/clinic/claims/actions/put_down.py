"""The lines as they have to be are written down, each after what became of the one before."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clinic.claims.book import Book
from clinic.claims.chains import Day, is_out, turns_of
from clinic.claims.models import InvoiceLine, State
from clinic.claims.models.line import OPEN
from clinic.claims.problems import Problem, is_held, left
from clinic.claims.wants import Wants
from clinic.claims.work import Key, Wanted

_AT_ONCE = 500


def put_down(
    book: Book, wants: Wants, is_asked: Callable[[date], bool], *, anew: frozenset[Key] = frozenset()
) -> tuple[list[InvoiceLine], int]:
    """On the days that are asked for. Answers with the new lines, and how many were withdrawn.

    ``anew``: lines that were credited to be billed again; any other credited line stays as somebody left it.
    """
    desk = _Desk(book, wants, turns_of(wants.works))
    for key, head in wants.heads.items():
        if key not in wants.by_key and is_asked(head.service_date):
            desk.let_go(head)
    for key, one in wants.by_key.items():
        found = wants.heads.get(key)
        if is_asked(one.visit.on) or (found is not None and is_asked(found.service_date)):
            desk.follow(one, found, is_anew=key in anew)
    return desk.save(), desk.withdrawn


@dataclass
class _Desk:
    book: Book
    wants: Wants
    turns: Counter[Day]
    withdrawn: int = 0
    made: list[tuple[InvoiceLine, list[Problem]]] = field(default_factory=list)

    def let_go(self, head: Any) -> None:
        """Nothing is to be billed by this line any more."""
        if head.state in OPEN:
            self.withdraw(head, "no signed note stands behind it")
        else:
            _note(self.book, head, self.wants)

    def follow(self, one: Wanted, head: Any, *, is_anew: bool) -> None:
        if head is None or head.state == State.WITHDRAWN or (head.state == State.CREDITED and is_anew):
            self.make(one, head)
        elif head.state not in OPEN:
            _note(self.book, head, self.wants)
        elif one.is_said_by(head):
            say(self.book, head, self.wants.against(one))
        else:
            self.withdraw(head, "the note, the claim or the terms have changed")
            self.make(one, head)

    def withdraw(self, head: Any, reason: str) -> None:
        self.book.move(head, State.WITHDRAWN, reason=reason)
        self.withdrawn += 1

    def make(self, one: Wanted, replaces: Any) -> None:
        turn = 1
        if not one.for_patient:
            day = one.visit.entry.person_id, one.visit.discipline, one.visit.on
            self.turns[day] += 1
            turn = self.turns[day]
        line = one.line(self.book.by.clinic_id, self.book.now, replaces, turn)
        self.made.append((line, self.wants.against(one)))

    def save(self) -> list[InvoiceLine]:
        lines = InvoiceLine.objects.bulk_create([line for line, _problems in self.made], batch_size=_AT_ONCE)
        for line, problems in self.made:
            self.book.move(line, State.DRAFT if is_held(problems) else State.CHECKED, problems=problems)
        return list(lines)


def say(book: Book, line: Any, problems: Sequence[Problem]) -> None:
    """What stands against an open line now; nothing is written where that is what stood."""
    problems = left(problems, is_accepted=line.is_accepted)
    state = State.DRAFT if is_held(problems) else State.CHECKED
    if (line.state, list(line.problems)) != (state.value, list(problems)):
        book.move(line, state, problems=problems)


def _note(book: Book, line: Any, wants: Wants) -> None:
    """A line that is out stays as it is, and says what has become otherwise."""
    if is_out(line) and list(line.problems) != (problems := wants.since(line)):
        book.move(line, State(line.state), problems=problems)
