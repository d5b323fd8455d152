"""The command that reads every seal again."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from clinic.chart.models import Person
from clinic.ledger.triggers import release
from clinic.letters.models import SignedLetter


def test_what_was_signed_holds(write: Callable[..., Any], person: Person) -> None:
    write(person, "sign")
    said = StringIO()
    call_command("verify", stdout=said)
    assert said.getvalue() == "All 5 chains hold.\n"


def test_a_document_that_was_exchanged_is_named(write: Callable[..., Any], person: Person) -> None:
    write(person, "sign")
    with connection.cursor() as cursor:
        for statement in release(connection, SignedLetter._meta.db_table):
            cursor.execute(statement)
        cursor.execute("UPDATE letters_signedletter SET document = %s", [b"another"])
    with pytest.raises(CommandError, match=r"letters of chart .*: row .*it was changed after it was sealed"):
        call_command("verify")
