"""From here on the database refuses to change or remove audit events."""

from django.db import migrations

from clinic.ledger.triggers import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [ProtectRows("audit_auditevent")]
