"""From here on the database refuses to change or remove what a device sent."""

from django.db import migrations

from clinic.ledger.triggers import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("sync", "0001_initial")]

    operations = [ProtectRows("sync_sentrow")]
