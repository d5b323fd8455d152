"""From here on the database refuses to change or remove what was signed."""

from django.db import migrations

from clinic.ledger.triggers import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]

    operations = [ProtectRows("letters_signedletter")]
