"""The process is killed while it books a series: all of it is there, or nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.audit.record import verify_log
from clinic.calendar.actions import book_series
from clinic.calendar.models import Appointment, AppointmentChange, Waiting
from tests.clinic import build
from tests.clinic.calendar.another_process import environment
from tests.clinic.calendar.desk import a_desk, a_series
from tests.clinic.calendar.test_series import a_choice

KILLED_AFTER = 2


def book_in_another_process(user_id: int, token: str, appointments: int, folder: Path) -> int:
    """The exit status; the process sees the database of this test."""
    command = [
        sys.executable,
        "-m",
        "tests.clinic.calendar.killed_while_booking",
        str(user_id),
        token,
        str(appointments),
    ]
    return subprocess.run(command, env=os.environ | environment(folder), check=False, timeout=60).returncode


@pytest.mark.django_db(transaction=True)
def test_nothing_is_half_booked(tmp_path: Path) -> None:
    desk = a_desk()
    series = a_series(desk, build.a_person(desk.clinic), {}, {}, {}, {})
    token = a_choice(desk, series, 0, 2, 4, unplaced=1).token
    assert desk.by.user is not None
    assert book_in_another_process(desk.by.user.pk, token, KILLED_AFTER, tmp_path) == -signal.SIGKILL
    assert not Appointment.objects.exists()
    assert not AppointmentChange.objects.exists()
    assert not Waiting.objects.exists()
    assert verify_log(desk.clinic.pk) is None
    assert len(book_series(desk.by, token)) == 3  # nobody holds the turn to write any more
    assert verify_log(desk.clinic.pk) is None
