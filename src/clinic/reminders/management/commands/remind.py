"""``python -m clinic remind``: mail the reminders that are due. For a timer, every quarter of an hour."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clinic.calendar.reminding.mailing import remind_of_visits
from clinic.reminders.mailing import remind


class Command(BaseCommand):
    help = "Mails the reminders of the diary and of visits that are due. Let a timer run it every quarter of an hour."

    def handle(self, *args: Any, **options: Any) -> None:
        diary, visits = remind(), remind_of_visits()
        # Numbers alone: whom it went to does not belong in the log of a timer.
        self.stdout.write(f"{diary.mails} reminders of the diary sent, {visits.mails} of visits.")
        problems = []
        if failed := diary.failed + visits.failed:
            problems.append(f"{failed} could not be sent; they are not tried again today.")
        if visits.uncertain:
            problems.append(
                f"Not at the hour that was told, so nobody was reminded: {visits.uncertain}. "
                "Run python -m clinic told_hours."
            )
        if problems:
            raise CommandError(" ".join(problems))
