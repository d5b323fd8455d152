"""``python -m clinic verify``: is everything that was signed still what was signed?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clinic.accounts.models import Clinic
from clinic.audit.record import verify_log
from clinic.chart.chain import verify_chain
from clinic.chart.models import Person
from clinic.claims.recount import verify_books
from clinic.ledger.models import ChainBreak
from clinic.letters.signing import verify_letters
from clinic.trials.signing import verify_kept_trials


class Command(BaseCommand):
    help = (
        "Reads every chain of seals again: charts, letters, kept trials, books, audit log. "
        "Exit status 1 where one is broken."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        broken: list[str] = []
        count = 0
        for clinic in Clinic.objects.order_by("id"):
            chains: list[tuple[str, ChainBreak | None]] = [
                ("audit log", verify_log(clinic.pk)),
                ("kept trials", verify_kept_trials(clinic.pk)),
                ("books", verify_books(clinic.pk)),
            ]
            for person in Person.objects.filter(clinic=clinic).order_by("id"):
                chains.append((f"chart {person.chart_number}", verify_chain(person)))
                chains.append((f"letters of chart {person.chart_number}", verify_letters(person.pk, clinic.pk)))
            count += len(chains)
            broken += [f"{clinic.slug}, {name}: {_told(found)}" for name, found in chains if found is not None]
        if broken:
            raise CommandError("\n".join((f"{len(broken)} of {count} chains do not hold:", *broken)))
        self.stdout.write(f"All {count} chains hold.")


def _told(found: ChainBreak) -> str:
    return found.why if found.row_id is None else f"row {found.row_id}, {found.why}"
