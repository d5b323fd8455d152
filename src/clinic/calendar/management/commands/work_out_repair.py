"""``python -m clinic work_out_repair USER MOMENT KEY ...``: begun by the page that lists the calls to make."""

import os
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.http import Http404

from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.calendar.actions.repair_working import work_out_repair
from clinic.calendar.management.commands.work_out_list import NICE
from clinic.calendar.optimiser import ABSENCE_SECONDS


class Command(BaseCommand):
    help = "Works out where visits could go that stand in somebody's time off."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", type=int, help="key of who asks")
        parser.add_argument("asked_at", type=datetime.fromisoformat, help="when, with its zone")
        parser.add_argument("off", type=int, nargs="+", help="keys of the times off")
        parser.add_argument("--seconds", type=float, default=ABSENCE_SECONDS, help="how long it looks")

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(NICE)
        by = Actor(User.objects.select_related("clinic").get(pk=options["user"]))
        with suppress(Http404):  # a time off was put back meanwhile
            work_out_repair(by, options["off"], options["asked_at"], seconds=options["seconds"])
