"""Somebody at the front desk, with a browser that runs no script."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.calendar import beside
from tests.clinic.calendar.desk import Desk

Begun = tuple[Actor, Sequence[int], datetime]


@pytest.fixture
def browser_of_desk(desk: Desk, client: Client) -> Client:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    return client


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Begun]:
    """What would be worked out by a process of its own (see ``test_repair_beside``)."""
    found: list[Begun] = []
    monkeypatch.setattr(beside, "begin_repair", lambda *task: found.append(task))
    return found
