"""Two devices of one person, writing and sending in random orders with every fault, against the server's own code.

Each interleaving has a person of its own. After it every row is looked for, and the chart is compared with what the
rows say; the first that does not hold ends the run with its seed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from timing import say

sys.path.insert(0, str(Path(__file__).parents[1]))  # the devices of the tests are driven here too

HOW_MANY = int(os.environ.get("CONCORDANT_BENCH_INTERLEAVINGS", "10000"))


def main() -> None:
    """Play them, and print how many rows were written and how many days ended with two answers."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CONCORDANT_DATA_DIR"] = folder
        os.environ["CONCORDANT_DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "clinic.settings"
        import django

        django.setup()
        _play()


def _play() -> None:
    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    from clinic.accounts.models import Clinic, User
    from clinic.accounts.roles import PATIENT
    from clinic.audit.actor import Actor
    from clinic.chart.models import Entry, Person
    from clinic.sync.models import SentRow
    from tests.clinic.sync.checking import check
    from tests.clinic.sync.devices import interleave

    call_command("migrate", verbosity=0)
    clinic = Clinic.objects.create(name="Bench", slug="bench")
    written = disputed = 0
    started = time.perf_counter()
    with timezone.override(clinic.zone):
        for seed in range(HOW_MANY):
            with transaction.atomic():
                user = User.objects.create(username=f"patient-{seed}", clinic=clinic, role=PATIENT.key)
                name = {"given_name": "Bench", "family_name": str(seed)}
                person = Person.objects.create(clinic=clinic, chart_number=f"{seed:06}", user=user, **name)
                try:
                    rows = interleave(Actor(user), person, seed)
                    disputed += check(Actor(user), person, rows)
                except AssertionError as error:
                    raise RuntimeError(f"the interleaving of seed {seed} does not hold") from error
            written += len(rows)
    say(
        "interleavings of two devices",
        interleavings=HOW_MANY,
        rows_written=written,
        rows_kept=SentRow.objects.count(),
        days_with_two_answers=disputed,
        entries_signed=Entry.objects.count(),
        lost=written - SentRow.objects.count(),
        seconds=round(time.perf_counter() - started, 1),
    )


if __name__ == "__main__":
    main()
