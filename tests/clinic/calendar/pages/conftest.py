"""Somebody at the front desk, with a browser that runs no script."""

import pytest
from django.test import Client

from tests.clinic.calendar.desk import Desk


@pytest.fixture
def browser_of_desk(desk: Desk, client: Client) -> Client:
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    return client
