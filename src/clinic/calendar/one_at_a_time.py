"""The database lets no two standing appointments share a clinician, a room or a person, whoever asks and from wherever.

Clinician and room are taken until the turn-over is done, the person until the visit ends. One that was cancelled holds
nothing. PostgreSQL has exclusion constraints for this (extension btree_gist, which comes with it); SQLite has triggers.
"""

from typing import Any

from django.db import IntegrityError, NotSupportedError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation

TABLE = "calendar_appointment"
HELD = {"clinician": "free_at", "room": "free_at", "person": "ends_at"}
"""What can be taken, and the end of it."""
_ENDED = "('cancelled', 'late_cancelled', 'no_show')"
_NAME = "appointment_one_at_a_time_for_"


def guard(connection: BaseDatabaseWrapper) -> list[str]:
    """Statements that put the guarantee in place."""
    if connection.vendor == "sqlite":
        return [_trigger(event) for event in ("INSERT", "UPDATE")]
    if connection.vendor == "postgresql":
        return [
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            *(
                f"ALTER TABLE {TABLE} ADD CONSTRAINT {_NAME}{what} EXCLUDE USING gist "
                f"({what}_id WITH =, tstzrange(starts_at, {until}) WITH &&) WHERE (status NOT IN {_ENDED})"
                for what, until in HELD.items()
            ),
        ]
    raise NotSupportedError(f"Appointments cannot be kept apart on {connection.vendor}")


def unguard(connection: BaseDatabaseWrapper) -> list[str]:
    """Statements that end it, for undoing the migration."""
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER {TABLE}_one_at_a_time_{event}" for event in ("insert", "update")]
    return [f"ALTER TABLE {TABLE} DROP CONSTRAINT {_NAME}{what}" for what in HELD]


def _trigger(event: str) -> str:
    # Before an insert a row has no id yet, and NULL would make every comparison with it unknown.
    other = " AND o.id <> OLD.id" if event == "UPDATE" else ""
    # Every name in it is written in this file: nothing of a request reaches it.
    checks = " ".join(
        f"SELECT RAISE(ABORT, '{_NAME}{what}') WHERE EXISTS (SELECT 1 FROM {TABLE} o "  # noqa: S608
        f"WHERE o.{what}_id = NEW.{what}_id AND o.status NOT IN {_ENDED} "
        f"AND o.starts_at < NEW.{until} AND NEW.starts_at < o.{until}{other});"
        for what, until in HELD.items()
    )
    return (
        f"CREATE TRIGGER {TABLE}_one_at_a_time_{event.lower()} BEFORE {event} ON {TABLE} "
        f"WHEN NEW.status NOT IN {_ENDED} BEGIN {checks} END"
    )


def what_is_taken(error: IntegrityError) -> str | None:
    """Which of them the database refused; None where it refused for another reason."""
    return next((what for what in HELD if f"{_NAME}{what}" in str(error)), None)


class KeepApart(Operation):
    """Migration step: from here on the database keeps appointments apart.

    SQLite rebuilds a table for many changes of its columns and forgets its triggers: a migration that alters the table
    of appointments must end with this step again. A test books one hour twice behind the back of the models, so it
    cannot be forgotten.
    """

    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing about the models changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in guard(schema_editor.connection):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in unguard(schema_editor.connection):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return "Keep appointments of one clinician, room or person apart"
