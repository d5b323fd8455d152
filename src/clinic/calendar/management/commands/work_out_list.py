"""``python -m clinic work_out_list KEY``: begun by the page that books a list; pages stay quick meanwhile."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from clinic.calendar.actions.list_working import work_out

NICE = 5
"""Who waits for a page goes first."""


class Command(BaseCommand):
    help = "Works out how to book a list of series that was asked for on a page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("proposal", type=int, help="its key")

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(NICE)
        work_out(options["proposal"])
