"""``python -m clinic remind``: mail the reminders that are due. For a timer, every quarter of an hour."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clinic.reminders.mailing import remind


class Command(BaseCommand):
    help = "Mails the reminders of the diary that are due. Let a timer run it every quarter of an hour."

    def handle(self, *args: Any, **options: Any) -> None:
        found = remind()
        # Numbers alone: whom it went to does not belong in the log of a timer.
        self.stdout.write(f"{found.mails} reminders sent.")
        if found.failed:
            raise CommandError(f"{found.failed} could not be sent; they are not tried again today.")
