"""A line is proposed for every signed visit, and one that was proposed follows what has become of its visit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.claims.book import Book, open_book
from clinic.claims.chains import asked_of_insurer, heads_of, out_by_day, turns_of, twice
from clinic.claims.models import InvoiceLine, State
from clinic.claims.models.line import OPEN, OVER
from clinic.claims.payable import wanted_of
from clinic.claims.problems import Problem, left, problem
from clinic.claims.terms import Terms, terms_of
from clinic.claims.work import Key, Wanted, Work, newest_of, work_of
from clinic.notes.lateness import KIND

_AT_ONCE = 500


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def after(self) -> date:
        """The first day of the next."""
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True)
class Proposed:
    """What a proposal did."""

    new: tuple[InvoiceLine, ...]
    withdrawn: int
    looked_at: int
    """People."""


def propose_lines(*, by: Actor, month: Month, person_id: int | None = None) -> Proposed:
    """Of a month: of everybody, or of one person. Again, it changes only what has changed; two at once make one.

    Charts are drawn upon, and none is opened: whose they were stands in the log.
    """
    allow(by, Permission.KEEP_CLAIMS)
    people = _people(by, month, person_id)
    terms = terms_of(by.clinic_id)
    works = work_of(people)
    wanted = {pk: wanted_of(work, terms) for pk, work in works.items()}
    with open_book(by, Action.PROPOSE_BILLS, Subject("month", str(month))) as book:
        _look_again(works, wanted, terms)
        made, withdrawn = put_down(book, works, wanted, lambda day: day in month)
        charts = ", ".join(one.chart_number for one in people)
        book.record(Action.PROPOSE_BILLS, Subject("month", str(month)), f"{len(made)} lines, from: {charts}")
    return Proposed(tuple(made), withdrawn, len(people))


def _people(by: Actor, month: Month, person_id: int | None) -> list[Person]:
    """Who was treated in the month, and who has a line of it: that visit may be gone."""
    of_person = OuterRef("pk")
    treated = Entry.objects.filter(person=of_person, kind=KIND, on__gte=month.first, on__lt=month.after)
    billed = InvoiceLine.objects.filter(person=of_person, service_date__gte=month.first, service_date__lt=month.after)
    people = people_in_reach(by).select_related("clinic").order_by("id")
    if person_id is not None:
        people = people.filter(pk=person_id)
        if not people.exists():
            raise Http404("no such person here")
    return list(people.filter(Q(Exists(treated)) | Q(Exists(billed))))


def _look_again(works: dict[int, Work], wanted: dict[int, list[Wanted]], terms: Terms) -> None:
    """The book is open only now: whoever signed something since the charts were read is worked out anew."""
    newest = newest_of(works)
    old = [work.chart.person for pk, work in works.items() if newest[pk] != work.newest]
    if old:
        for pk, work in work_of(old).items():
            works[pk], wanted[pk] = work, wanted_of(work, terms)


def put_down(
    book: Book,
    works: dict[int, Work],
    wanted: dict[int, list[Wanted]],
    is_asked: Any,
    *,
    anew: frozenset[Key] = frozenset(),
) -> tuple[list[InvoiceLine], int]:
    """The lines as they have to be, on the days that are asked for.

    ``anew``: lines that were credited to be billed again; any other credited line stays as somebody left it.
    """
    heads = heads_of(works)
    standing = {one.key for pk in works for one in wanted[pk]}
    unread = {pk for pk in works if is_unread(wanted[pk])}
    gone = [one for key, one in heads.items() if key not in standing]
    withdrawn = _let_go(book, [one for one in gone if one.person_id not in unread or one.state in OPEN], is_asked)
    out, turns = out_by_day(heads.values()), turns_of(works)
    made: list[tuple[InvoiceLine, Wanted, list[Problem]]] = []

    def make(one: Wanted, problems: list[Problem], replaces: Any = None) -> None:
        day = one.visit.entry.person_id, one.visit.discipline, one.visit.on
        if not one.for_patient:
            turns[day] += 1
        made.append(
            (one.line(book.by.clinic_id, book.now, replaces, 1 if one.for_patient else turns[day]), one, problems)
        )

    for pk in works:
        for one in wanted[pk]:
            head = heads.get(one.key)
            day = pk, one.visit.discipline, one.visit.on
            problems = [*one.problems, *twice(out, day, head, one.for_patient), *asked_of_insurer(heads, standing, one)]
            if head is None:
                if is_asked(one.visit.on):
                    make(one, problems)
            elif not (is_asked(one.visit.on) or is_asked(head.service_date)):
                continue
            elif head.state in OPEN and one.is_said_by(head):
                say(book, head, problems)
            elif head.state in OPEN:
                book.move(head, State.WITHDRAWN, reason="the note, the claim or the terms have changed")
                withdrawn += 1
                make(one, problems, head)
            elif head.state == State.WITHDRAWN or (head.state in OVER and one.key in anew):
                make(one, problems, head)
            elif head.state not in OVER and pk not in unread:
                _note_change(book, head, is_same=one.is_billed_by(head))
    InvoiceLine.objects.bulk_create([line for line, _wanted, _problems in made], batch_size=_AT_ONCE)
    for line, _one, problems in made:
        book.move(line, State.DRAFT if problems else State.CHECKED, problems=problems)
    return [line for line, _wanted, _problems in made], withdrawn


def is_unread(wanted: Iterable[Wanted]) -> bool:
    """A chart that cannot be read says nothing against a bill that is out."""
    return any(problem("unreadable") in one.problems for one in wanted)


def _let_go(book: Book, heads: Iterable[Any], is_asked: Any) -> int:
    """No signed note stands behind these lines any more."""
    withdrawn = 0
    for head in heads:
        if not is_asked(head.service_date):
            continue
        if head.state in OPEN:
            book.move(head, State.WITHDRAWN, reason="no signed note stands behind it")
            withdrawn += 1
        elif head.state not in OVER:
            _note_change(book, head, is_same=False)
    return withdrawn


def say(book: Book, line: Any, problems: Sequence[dict[str, str]]) -> None:
    """What stands against an open line now; nothing is written where that is what stood."""
    problems = left(problems, is_accepted=line.is_accepted)
    state = State.DRAFT if problems else State.CHECKED
    if (line.state, list(line.problems)) != (state.value, list(problems)):
        book.move(line, state, problems=problems)


def _note_change(book: Book, line: Any, *, is_same: bool) -> None:
    """A line that is out: it stays as it is, and says when its visit no longer is what was billed."""
    problems = [] if is_same else [problem("changed_after")]
    if list(line.problems) != problems:
        book.move(line, State(line.state), problems=problems)
