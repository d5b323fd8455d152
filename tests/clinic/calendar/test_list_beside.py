"""The process that works out a list: begun by the page, with the database of this test."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from clinic import clock
from clinic.calendar import beside
from clinic.calendar.actions import ask_list, book_list, drop_list, stop_list
from clinic.calendar.models import ListProposal, ListWay
from tests.clinic import build
from tests.clinic.calendar.another_process import environment
from tests.clinic.calendar.desk import Desk
from tests.clinic.calendar.test_proposals import a_course

LONG = 60.0
"""Seconds after which a test gives up."""


def until(is_so: Callable[[], bool]) -> None:
    ends = monotonic() + LONG
    while not is_so():
        assert monotonic() < ends, "it takes too long"
        sleep(0.1)


@pytest.fixture
def _same_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_same_database")
def test_another_process_works_it_out(desk: Desk) -> None:
    proposal = ask_list(desk.by, [a_course(desk, build.a_person(desk.clinic)).pk])
    with clock.set_to(proposal.asked_at):
        beside.begin(proposal)
    until(lambda: ListWay.objects.filter(proposal=proposal, number=1, unplaced__isnull=False).exists())
    stop_list(desk.by, proposal.pk)
    until(lambda: ListProposal.objects.filter(pk=proposal.pk, ended_at__isnull=False).exists())
    done = book_list(desk.by, proposal.pk, 1)
    assert done.appointments
    assert done.overtaken == ()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_same_database")
def test_a_list_that_is_dropped_leaves_no_process_behind(desk: Desk) -> None:
    series = [a_course(desk, build.a_person(desk.clinic)).pk for _ in range(6)]
    proposal = ask_list(desk.by, series)
    beside.begin(proposal)
    until(lambda: ListProposal.objects.filter(pk=proposal.pk, visits__isnull=False).exists())
    drop_list(desk.by, proposal.pk)
    until(lambda: all(one.poll() is not None for one in beside._begun))
    assert not ListProposal.objects.exists()
