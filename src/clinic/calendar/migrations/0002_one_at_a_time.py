"""From here on the database keeps appointments apart, and refuses to change or remove what happened to them."""

from django.db import migrations

from clinic.calendar.one_at_a_time import KeepApart
from clinic.ledger.triggers import ProtectRows


class Migration(migrations.Migration):
    dependencies = [("calendar", "0001_initial")]

    operations = [KeepApart(), ProtectRows("calendar_appointmentchange")]
