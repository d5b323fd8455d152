"""Looking at lines once more before they go."""

from collections.abc import Iterable
from typing import Any

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.claims.actions.put_down import say
from clinic.claims.appointments import still_missed
from clinic.claims.book import Book, open_book
from clinic.claims.chains import day_of
from clinic.claims.models.line import MISSED, OPEN
from clinic.claims.problems import Problem, left, problem
from clinic.claims.terms import Terms, terms_of
from clinic.claims.wants import wants_of


def check_lines(*, by: Actor, lines: Iterable[int]) -> dict[int, list[Problem]]:
    """Line -> what stands against it, as data; and the line says so from here on."""
    with open_book(by, Action.CHECK_BILLS, Subject("lines")) as book:
        found = [one for one in book.lines(lines) if one.state in OPEN]
        problems = look(found, terms_of(by.clinic_id))
        keep(book, found, problems)
        charts = ", ".join(sorted({one.person.chart_number for one in found}))
        book.record(Action.CHECK_BILLS, Subject("lines"), f"{len(found)} lines, from: {charts}")
        return problems


def keep(book: Book, lines: Iterable[Any], problems: dict[int, list[Problem]]) -> None:
    for line in lines:
        say(book, line, problems[line.pk])


def look(lines: Iterable[Any], terms: Terms) -> dict[int, list[Problem]]:
    """Against the charts, the claims and the terms as they are now."""
    lines = list(lines)
    people = {one.person_id: one.person for one in lines if one.item not in MISSED}
    wants = wants_of(list(people.values()), terms)
    found: dict[int, list[Problem]] = {}
    missed = still_missed(lines)
    for line in lines:
        if line.item in MISSED:
            found[line.pk] = [] if line.appointment in missed else [problem("not_missed")]
            continue
        assert line.visit is not None  # the database says so
        one = wants.by_key.get((line.visit, line.row, line.for_patient))
        if one is None:
            is_gone = (line.visit, line.row) not in wants.visits
            found[line.pk] = [problem("not_signed" if is_gone else "changed")]
        else:
            changed = [] if one.is_said_by(line) else [problem("changed")]
            found[line.pk] = [*left(wants.against(one), is_accepted=line.is_accepted), *changed]
        if not line.for_patient:
            wants.out_by_day.setdefault(day_of(line), line.pk)  # two of one day cannot go together either
    return found
