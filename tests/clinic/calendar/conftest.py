"""The room that tests of the calendar stand in."""

from collections.abc import Iterator

import pytest

from clinic import clock
from clinic.accounts.models import Clinic
from tests.clinic.calendar.desk import NOW, Desk, a_desk


@pytest.fixture(autouse=True)
def _on_friday() -> Iterator[None]:
    with clock.set_to(NOW):
        yield


@pytest.fixture
def desk(clinic: Clinic) -> Desk:
    return a_desk(clinic)
