"""The process that works out the calls to make: begun by the page, with the database of this test."""

from datetime import time
from pathlib import Path

import pytest

from clinic import clock
from clinic.calendar import beside
from clinic.calendar.actions import accept_repair, take_time_off
from clinic.calendar.actions.repair_working import is_worked_out, repair_of
from tests.clinic import build
from tests.clinic.calendar.another_process import environment
from tests.clinic.calendar.desk import MONDAY, NOW, Desk, a_practice
from tests.clinic.calendar.test_list_beside import until


@pytest.mark.django_db(transaction=True)
def test_another_process_works_it_out(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    run = beside.run
    monkeypatch.setattr(beside, "run", lambda *words: run(*words, "--seconds=0.5"))
    colleague = build.a_user(desk.clinic)
    a_practice(colleague)
    made = desk.book(build.a_person(desk.clinic), desk.at(10))
    off, _touched = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill"
    )
    with clock.set_to(NOW):
        assert repair_of(desk.by, [off.pk]) is None
        until(lambda: is_worked_out(desk.by, [off.pk]))
        proposal = repair_of(desk.by, [off.pk])
    assert proposal is not None
    (call,) = proposal.calls
    assert call.appointment == made
    accept_repair(desk.by, proposal)
    made.refresh_from_db()
    assert made.clinician == colleague or made.starts_at.date() != MONDAY
