"""From here on secrets of addresses are kept as their hashes. Addresses and links that are out there work on.

Going back, addresses have to be made anew: from a hash nobody gets the secret.
"""

import hashlib
import secrets
from typing import Any

from django.db import migrations, models


def hash_keys(apps: Any, schema_editor: Any) -> None:
    for one in apps.get_model("reminders", "Reminder").objects.using(schema_editor.connection.alias).all():
        one.feed_sha256 = _hash_of(one.feed_sha256)
        one.stop_sha256 = _hash_of(one.stop_sha256)
        one.save(update_fields=["feed_sha256", "stop_sha256"])


def _hash_of(key: str | None) -> str | None:
    return hashlib.sha256(key.encode()).hexdigest() if key else None


def need_a_key_again(apps: Any, schema_editor: Any) -> None:
    for one in apps.get_model("reminders", "Reminder").objects.using(schema_editor.connection.alias).filter(stop_sha256=None):
        one.stop_sha256 = secrets.token_urlsafe()
        one.save(update_fields=["stop_sha256"])


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_reminder")]

    operations = [
        migrations.RenameField("Reminder", "feed_key", "feed_sha256"),
        migrations.AlterField(
            "Reminder",
            "feed_sha256",
            models.CharField(
                blank=True, max_length=64, null=True, unique=True, verbose_name="hash of the secret of the feed"
            ),
        ),
        migrations.RenameField("Reminder", "stop_key", "stop_sha256"),
        migrations.AlterField(
            "Reminder",
            "stop_sha256",
            models.CharField(
                blank=True, max_length=64, null=True, unique=True, verbose_name="hash of an early stop link"
            ),
        ),
        migrations.RunPython(hash_keys, need_a_key_again),
    ]
