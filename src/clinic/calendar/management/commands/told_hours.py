"""``python -m clinic told_hours``: does every visit to come still stand at the hour that people were told?"""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from clinic.accounts.models import Clinic
from clinic.calendar.told.differing import Differing
from clinic.calendar.told.putting_back import put_back, would_go_back
from clinic.zones import RELEASE


class Command(BaseCommand):
    help = (
        "Says which visits to come no longer stand at the hour that people were told, as after an upgrade of the time "
        "zone data; with --yes puts them back. Exit status 1 while there is something to do."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--yes", action="store_true", help="put them back to the hour that was told")

    def handle(self, *args: Any, **options: Any) -> None:
        does = options["yes"]
        back = calls = 0
        for clinic in Clinic.objects.order_by("id"):
            found = put_back(clinic) if does else would_go_back(clinic)
            back, calls = back + len(found.back), calls + len(found.to_call)
            self._say(clinic, "put back" if does else "can be put back", found.back)
            self._say(clinic, "to call: their hour is another one now", found.to_call)
        told = f"Time zone data {RELEASE}"
        if not back and not calls:
            self.stdout.write(f"{told}: every visit to come stands at the hour that was told.")
        elif not does:
            raise CommandError(
                f"{told}: not at the hour that was told: {back + calls}. With --yes {back} go back; to call: {calls}."
            )
        elif calls:
            raise CommandError(f"{told}: put back to the hour that was told: {back}; to call: {calls}.")
        else:
            self.stdout.write(f"{told}: put back to the hour that was told: {back}; nobody has to be called.")

    def _say(self, clinic: Clinic, what: str, rows: Iterable[Differing]) -> None:
        rows = list(rows)
        if rows:
            self.stdout.write(f"{clinic.name}, {what}:")
        for one in rows:
            visit = one.visit
            self.stdout.write(
                f"  chart {visit.person.chart_number} {visit.person.name}, {visit.clinician.display_name}: "
                f"told {one.told:%Y-%m-%d %H:%M}, by the clocks {one.shown:%Y-%m-%d %H:%M}"
            )
