"""The table behind the shared cache, so that `migrate` is all an installation needs."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def create_table(apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    # Emptied and filled again by itself: there is nothing to undo.
    operations = [migrations.RunPython(create_table, migrations.RunPython.noop)]
