"""From here on the database refuses to change or remove entries."""

from django.db import migrations

from clinic.ledger.triggers import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("chart", "0001_initial")]

    operations = [ProtectRows("chart_entry")]
