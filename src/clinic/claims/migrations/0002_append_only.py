"""From here on the database refuses to change or remove what was billed, paid and agreed."""

from django.db import migrations

from clinic.ledger.triggers import ProtectRows

TABLES = (
    "claim",
    "membership",
    "vendornumber",
    "price",
    "feelimit",
    "licence",
    "invoiceline",
    "lineevent",
    "invoice",
    "invoicedline",
    "creditnote",
    "payment",
    "adjustment",
    "posting",
)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [ProtectRows(f"claims_{table}") for table in TABLES]
