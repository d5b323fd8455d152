"""The database itself refuses to change rows that were written once, whoever asks and from wherever.

An owner of the database can still switch triggers off. Then the chain of hashes tells.
"""

from typing import Any

from django.db import NotSupportedError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation

_MESSAGE = "signed rows are never changed or removed"


def protect(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """Statements that put a table under protection; where it is already, they change nothing."""
    if connection.vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {table}_keeps_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: {_MESSAGE}'); END"
            for event in ("UPDATE", "DELETE")
        ]
    if connection.vendor == "postgresql":
        return [
            "CREATE OR REPLACE FUNCTION clinic_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '%: {_MESSAGE}', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$",
            f"DROP TRIGGER IF EXISTS {table}_keeps_rows ON {table}",
            f"CREATE TRIGGER {table}_keeps_rows BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION clinic_refuse_change()",
            f"DROP TRIGGER IF EXISTS {table}_keeps_table ON {table}",
            f"CREATE TRIGGER {table}_keeps_table BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse_change()",
        ]
    raise NotSupportedError(f"Signed rows cannot be protected on {connection.vendor}")


def release(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """Statements that end the protection: for undoing the migration, and for emptying a test database."""
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER {table}_keeps_{event}" for event in ("update", "delete")]
    return [f"DROP TRIGGER {table}_keeps_{part} ON {table}" for part in ("rows", "table")]


class ProtectRows(Operation):
    """Migration step: from here on the table only grows.

    SQLite rebuilds a table for many changes of its columns and forgets its triggers: a migration that
    alters a protected table must end with `ProtectAgain`. A test tries every protected table, so it cannot
    be forgotten.
    """

    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing about the models changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in protect(schema_editor.connection, self.table):
            # params=None: the % inside is PostgreSQL's own, not a place for a value.
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for statement in release(schema_editor.connection, self.table):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Refuse changes to rows of {self.table}"


class ProtectAgain(ProtectRows):
    """Migration step after a change of the columns of a protected table. Undone, it leaves the table protected: the
    step that began to protect it ends that."""

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self.database_forwards(app_label, schema_editor, from_state, to_state)


class ReleaseRows(ProtectRows):
    """Migration step before columns of a protected table change; the step above has to follow."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_backwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Allow changes to the table {self.table}"
