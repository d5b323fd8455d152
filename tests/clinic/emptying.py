"""Emptying the test database between tests that commit for real.

Django empties every table after such a test, and the tables of signed rows refuse, as they should. Importing
this lifts their protection for just that moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection
from django.test import TransactionTestCase

from clinic.ledger import triggers
from clinic.ledger.models import AppendOnly


def protected_tables() -> list[str]:
    return [model._meta.db_table for model in apps.get_models() if issubclass(model, AppendOnly)]


@contextmanager
def unprotected() -> Iterator[None]:
    _run(triggers.release)
    try:
        yield
    finally:
        _run(triggers.protect)


def _run(statements_for: Any) -> None:
    with connection.cursor() as cursor:
        for table in protected_tables():
            for statement in statements_for(connection, table):
                cursor.execute(statement)


_empty = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def _fixture_teardown(case: TransactionTestCase) -> None:
    with unprotected():
        _empty(case)


TransactionTestCase._fixture_teardown = _fixture_teardown  # type: ignore[attr-defined]
