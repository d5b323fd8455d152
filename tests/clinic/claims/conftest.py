"""Rooms that tests of bills stand in."""

import pytest

from tests.clinic.claims.desk import Desk, a_desk


@pytest.fixture
def desk(db: None) -> Desk:
    return a_desk()
