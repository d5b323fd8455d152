"""Rooms that tests of bills stand in."""

import pytest
from django.test import Client

from tests.clinic.claims.desk import Desk, a_desk


@pytest.fixture
def desk(db: None) -> Desk:
    return a_desk()


@pytest.fixture
def at_desk(desk: Desk, client: Client) -> Client:
    """A browser of whoever keeps the books."""
    assert desk.by.user is not None
    client.force_login(desk.by.user)
    return client
