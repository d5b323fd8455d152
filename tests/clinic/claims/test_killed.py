"""The process dies in mid-save, after each writing statement in turn: nothing is half billed; the next try does it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from clinic.claims.actions import mark_paid
from tests.clinic.claims.desk import Desk, a_claimant, a_desk, a_visit
from tests.clinic.claims.test_send_and_settle import key

pytestmark = pytest.mark.django_db(transaction=True)
LEAST = 4
"""Statements at least: an action that wrote nothing would prove nothing."""


def address() -> str:
    """The test's own database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    return f"postgresql://{given['USER']}@/{given['NAME']}?host={given['HOST']}&port={given['PORT']}"


def runs(folder: Path, **asked: Any) -> list[dict[str, Any]]:
    environment = os.environ | {
        "CONCORDANT_DATA_DIR": str(folder),
        "CONCORDANT_DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "clinic.settings",
    }
    command = [sys.executable, "-m", "tests.clinic.claims.killed", json.dumps(asked)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def prepared(desk: Desk, action: str) -> list[int]:
    person = a_claimant(desk)
    if action == "propose":
        a_visit(desk.physio, person, date(2026, 2, 3))
        return []
    if action == "send":
        a_visit(desk.physio, person, date(2026, 2, 3))
        desk.propose()
        return [one.pk for one in desk.lines()]
    lines = [one.pk for one in desk.sent(person)]
    if action == "correct":
        with desk.at():
            mark_paid(by=desk.by, lines=lines[:1], key=key())
    return lines


@pytest.mark.parametrize("action", ["propose", "send", "correct", "too much"])
def test_nothing_is_half_done(tmp_path: Path, action: str) -> None:
    desk = a_desk()
    lines = prepared(desk, action)
    assert desk.by.user is not None
    *killed, last = runs(tmp_path, user=desk.by.user.pk, action=action, lines=lines)
    assert len(killed) >= LEAST
    assert all(one["killed"] for one in killed)
    assert not last["killed"]
    # Whatever was written before the kill is gone, and each time the action begins where the first began.
    assert len({json.dumps(one["holds"]) for one in killed}) == 1
    assert [one["faults"] for one in (*killed, last)] == [[]] * (len(killed) + 1)
    assert last["holds"] != killed[0]["holds"]
    assert last["holds"]["AuditEvent"] == killed[0]["holds"]["AuditEvent"] + 1
