"""Two devices of one person, writing and sending in random orders with every fault, against the server's own code.

Each interleaving has a person of its own. After it every row is looked for, and the chart is compared with what the
rows say; the first that does not hold ends the run with its seed. Each core plays its share on a database of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from multiprocessing import get_context
from pathlib import Path

from timing import say

sys.path.insert(0, str(Path(__file__).parents[1]))  # the devices of the tests are driven here too

HOW_MANY = int(os.environ.get("CONCORDANT_BENCH_INTERLEAVINGS", "10000"))
CORES = int(os.environ.get("CONCORDANT_BENCH_CORES", str(os.cpu_count() or 1)))
MOST_SECONDS = float(os.environ.get("CONCORDANT_BENCH_SECONDS", "inf"))
"""After so long it stops, and says how many it played."""


@dataclass
class Played:
    interleavings: int = 0
    written: int = 0
    kept: int = 0
    disputed: int = 0
    signed: int = 0


def main() -> None:
    """Play them, and print how many rows were written and how many days ended with two answers."""
    started = time.perf_counter()
    # A new process for each share: a database connection does not survive being copied.
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as cores:
        shares = list(cores.map(play, [range(first, HOW_MANY, CORES) for first in range(CORES)]))
    found = Played(*map(sum, zip(*map(astuple, shares), strict=True)))
    say(
        "interleavings of two devices",
        interleavings=found.interleavings,
        rows_written=found.written,
        rows_kept=found.kept,
        days_with_two_answers=found.disputed,
        entries_signed=found.signed,
        lost=found.written - found.kept,
        cores=CORES,
        seconds=round(time.perf_counter() - started, 1),
    )


def play(seeds: range) -> Played:
    """One share, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CONCORDANT_DATA_DIR"] = folder
        os.environ["CONCORDANT_DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "clinic.settings"
        import django

        django.setup()
        return _play(seeds)


def _play(seeds: range) -> Played:
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    from clinic.accounts.models import Clinic, User
    from clinic.accounts.roles import PATIENT
    from clinic.audit.actor import Actor
    from clinic.chart.models import Entry, Person
    from clinic.sync.models import SentRow
    from tests.clinic.sync.checking import check
    from tests.clinic.sync.devices import interleave

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")  # unlike a clinic's, these data need not survive a power cut
    clinic = Clinic.objects.create(name="Bench", slug="bench")
    found = Played()
    started = time.perf_counter()
    with timezone.override(clinic.zone):
        for seed in seeds:
            if time.perf_counter() - started > MOST_SECONDS:
                break
            with transaction.atomic():
                user = User.objects.create(username=f"patient-{seed}", clinic=clinic, role=PATIENT.key)
                name = {"given_name": "Bench", "family_name": str(seed)}
                person = Person.objects.create(clinic=clinic, chart_number=f"{seed:06}", user=user, **name)
                try:
                    rows = interleave(Actor(user), person, seed)
                    found.disputed += check(Actor(user), person, rows)
                except AssertionError as error:
                    raise RuntimeError(f"the interleaving of seed {seed} does not hold") from error
            found.interleavings += 1
            found.written += len(rows)
    found.kept, found.signed = SentRow.objects.count(), Entry.objects.count()
    return found


if __name__ == "__main__":
    main()
