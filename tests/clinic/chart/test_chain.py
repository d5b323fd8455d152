"""Each entry seals the one before: tampering shows, and shows where."""

import pytest
from django.db import connection

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry, Person
from tests.clinic import build, emptying


@pytest.fixture
def entries(physio: Actor, person: Person) -> list[Entry]:
    return [build.an_entry(physio, person) for _ in range(3)]


def tamper(statement: str, *values: str | int) -> None:
    """As someone with all power over the database could."""
    with emptying.unprotected(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_chart_as_it_was_signed_holds(entries: list[Entry], person: Person) -> None:
    assert [entry.previous_sha256 for entry in entries] == ["", entries[0].sha256, entries[1].sha256]
    assert verify_chain(person) is None


def test_an_empty_chart_holds(person: Person) -> None:
    assert verify_chain(person) is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("content", '{"visits": []}'),
        ('"on"', "2026-01-11"),
        ("recorded_at", "2026-01-11 00:00:00+00:00"),
        ("author_role", "rmt"),
        ("kind", "history"),
        ("reason", "because"),
    ],
)
def test_whatever_is_changed_the_entry_is_named(entries: list[Entry], person: Person, column: str, value: str) -> None:
    tamper(f"UPDATE chart_entry SET {column} = %s WHERE id = %s", value, entries[1].pk)  # noqa: S608
    broken = verify_chain(person)
    assert broken is not None
    assert broken.row_id == entries[1].pk


def test_another_author_is_noticed(entries: list[Entry], person: Person, clinic: Clinic) -> None:
    tamper("UPDATE chart_entry SET author_id = %s WHERE id = %s", build.a_user(clinic).pk, entries[2].pk)
    broken = verify_chain(person)
    assert broken is not None
    assert broken.row_id == entries[2].pk


def test_a_removed_entry_is_noticed_at_the_next(entries: list[Entry], person: Person) -> None:
    tamper("DELETE FROM chart_entry WHERE id = %s", entries[1].pk)
    broken = verify_chain(person)
    assert broken is not None
    assert broken.row_id == entries[2].pk


def test_a_removed_end_is_noticed_by_the_log(entries: list[Entry], person: Person) -> None:
    tamper("DELETE FROM chart_entry WHERE id = %s", entries[2].pk)
    broken = verify_chain(person)
    assert broken is not None
    assert broken.row_id is None


def test_one_changed_chart_leaves_the_others_whole(
    entries: list[Entry], person: Person, clinic: Clinic, physio: Actor
) -> None:
    other = build.a_person(clinic)
    build.an_entry(physio, other)
    tamper("UPDATE chart_entry SET kind = 'history' WHERE id = %s", entries[0].pk)
    assert verify_chain(other) is None


def test_numbers_come_back_from_the_database_as_they_were_sealed(physio: Actor, person: Person) -> None:
    build.an_entry(physio, person, content={"numbers": [1.0, 1e16, 1e-7, 0.1, 123456789012345678, -0.0]})
    assert verify_chain(person) is None
