"""Rooms that most tests stand in."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build, emptying  # noqa: F401  emptying works by being imported

_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Statements(CaptureQueriesContext):
    """The statements that ask or tell the database something; begin and end are not counted."""

    @property
    def texts(self) -> list[str]:
        return [query["sql"] for query in self.captured_queries if not query["sql"].startswith(_CONTROL)]


@pytest.fixture
def statements(db: None) -> Iterator[Statements]:
    with Statements(connection) as captured:
        yield captured


@pytest.fixture
def clinic(db: None) -> Clinic:
    return build.a_clinic()


@pytest.fixture
def other_clinic(db: None) -> Clinic:
    return build.a_clinic("South Shore")


@pytest.fixture
def physio(clinic: Clinic) -> Actor:
    return build.an_actor(clinic)


@pytest.fixture
def person(clinic: Clinic) -> Person:
    return build.a_person(clinic)
