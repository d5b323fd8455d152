"""The room that tests of the calendar stand in."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches

from clinic import clock
from clinic.accounts.models import Clinic
from tests.clinic.calendar.desk import NOW, Desk, a_desk


@pytest.fixture(autouse=True)
def _on_friday() -> Iterator[None]:
    caches["verdicts"].clear()  # keys of rows begin anew with each test
    with clock.set_to(NOW):
        yield


@pytest.fixture
def desk(clinic: Clinic) -> Desk:
    return a_desk(clinic)
