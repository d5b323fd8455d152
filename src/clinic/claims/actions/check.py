"""Looking at lines once more before they go."""

from collections.abc import Iterable
from typing import Any

from clinic.audit.actor import Actor
from clinic.audit.words import Action, Subject
from clinic.claims.actions.propose import say
from clinic.claims.book import Book, open_book
from clinic.claims.chains import asked_of_insurer, day_of, heads_of, out_by_day, twice
from clinic.claims.models.line import MISSED, OPEN
from clinic.claims.payable import wanted_of
from clinic.claims.problems import Problem, left, problem
from clinic.claims.terms import Terms, terms_of
from clinic.claims.work import work_of


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
    works = work_of(list(people.values()))
    wanted = {one.key: one for work in works.values() for one in wanted_of(work, terms)}
    visits = {one.key for work in works.values() for one in work.visits}
    heads = heads_of(works)
    out = out_by_day(heads.values())
    found: dict[int, list[Problem]] = {}
    for line in lines:
        if line.item in MISSED:
            found[line.pk] = []
            continue
        assert line.visit is not None  # the database says so
        one = wanted.get((line.visit, line.row, line.for_patient))
        if one is None:
            is_gone = (line.visit, line.row) not in visits
            found[line.pk] = [problem("not_signed" if is_gone else "changed")]
        else:
            changed = [] if one.is_said_by(line) else [problem("changed")]
            own = left(one.problems, is_accepted=line.is_accepted)
            twofold = [*twice(out, day_of(line), line, line.for_patient), *asked_of_insurer(heads, wanted, one)]
            found[line.pk] = [*own, *twofold, *changed]
        if not line.for_patient:
            out.setdefault(day_of(line), line.pk)  # two of one day cannot go together either
    return found
