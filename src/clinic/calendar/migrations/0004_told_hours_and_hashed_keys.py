"""From here on a visit keeps the hour that was told, and secrets of addresses are kept as their hashes.

Until now hours were booked by the time zone data of the machine, so the hour that was told is read from them once more;
from here on the clinic goes by the installed package (clinic.zones). Going back, addresses have to be made anew: from a
hash nobody gets the secret.
"""

import hashlib
import secrets
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import migrations, models

AT_ONCE = 500


def keep_told_hours(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    visits = apps.get_model("calendar", "Appointment").objects.using(alias)
    for clinic in apps.get_model("accounts", "Clinic").objects.using(alias).all():
        with _data_of_the_machine():
            # Past the cache: elsewhere the clinic goes by the package already.
            zone = zoneinfo.ZoneInfo.no_cache(clinic.time_zone)
        rows = []
        for one in visits.filter(clinic=clinic).iterator(AT_ONCE):
            local = one.starts_at.astimezone(zone)
            one.told_day, one.told_hour = local.date(), local.time()
            rows.append(one)
        visits.bulk_update(rows, ["told_day", "told_hour"], batch_size=AT_ONCE)


@contextmanager
def _data_of_the_machine() -> Iterator[None]:
    """As Python looks for them by itself, PYTHONTZPATH included."""
    own = zoneinfo.TZPATH
    zoneinfo.reset_tzpath()
    try:
        yield
    finally:
        zoneinfo.reset_tzpath(to=own)


def hash_keys(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    for feed in apps.get_model("calendar", "CalendarFeed").objects.using(alias).select_related("user"):
        feed.key_sha256 = _hash_of(feed.key_sha256)
        feed.made_for = f"{feed.user.clinic_id} {feed.user.role}"
        feed.save(update_fields=["key_sha256", "made_for"])
    for mails in apps.get_model("calendar", "VisitMail").objects.using(alias).all():
        mails.stop_sha256 = _hash_of(mails.stop_sha256)
        mails.save(update_fields=["stop_sha256"])


def _hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def need_a_key_again(apps: Any, schema_editor: Any) -> None:
    for one in apps.get_model("calendar", "VisitMail").objects.using(schema_editor.connection.alias).filter(stop_sha256=None):
        one.stop_sha256 = secrets.token_urlsafe()
        one.save(update_fields=["stop_sha256"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_language"), ("calendar", "0003_lists_and_continuity")]

    # Two columns that may be empty: SQLite adds them without making the table of appointments anew, so that its
    # triggers (one_at_a_time.py) stay.
    operations = [
        migrations.AddField(
            "Appointment",
            "told_day",
            models.DateField(editable=False, null=True, verbose_name="day that was told"),
        ),
        migrations.AddField(
            "Appointment",
            "told_hour",
            models.TimeField(editable=False, null=True, verbose_name="hour that was told"),
        ),
        migrations.RenameField("CalendarFeed", "key", "key_sha256"),
        migrations.AlterField(
            "CalendarFeed",
            "key_sha256",
            models.CharField(max_length=64, unique=True, verbose_name="hash of the secret"),
        ),
        migrations.AddField(
            "CalendarFeed",
            "made_for",
            models.CharField(
                default="", editable=False, max_length=60, verbose_name="clinic and role that it was made for"
            ),
        ),
        migrations.AddField(
            "CalendarFeed",
            "read_on",
            models.DateField(editable=False, null=True, verbose_name="day of the last reading"),
        ),
        migrations.RenameField("VisitMail", "stop_key", "stop_sha256"),
        migrations.AlterField(
            "VisitMail",
            "stop_sha256",
            models.CharField(
                blank=True, max_length=64, null=True, unique=True, verbose_name="hash of an early stop link"
            ),
        ),
        migrations.RunPython(keep_told_hours, migrations.RunPython.noop),
        migrations.RunPython(hash_keys, need_a_key_again),
    ]
