"""A clinic with 5,000 people on a database of its own, served by gunicorn, for the page benchmarks.

Run as a program it fills the database that CONCORDANT_DATABASE_URL names and prints whom to ask for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PEOPLE = int(os.environ.get("CONCORDANT_BENCH_PEOPLE", "5000"))
AT_ONCE = 2000
THREE_YEARS = 365 * 3


def fill() -> dict[str, Any]:
    """Make the clinic, its people and a signed-in physiotherapist."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from clinic import clock
    from clinic.accounts.models import Clinic
    from clinic.chart.models import Person
    from clinic.demo.charts import keep_chart
    from clinic.demo.staff import hire
    from concordant.record.read import read_plain
    from concordant.simulate import large_population

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    today = clock.now().date()
    clinic = Clinic.objects.create(name="Bench", slug="bench")
    physio = hire(clinic)["physio"]
    shapes = {"three_days": (3, 1), "three_years": (THREE_YEARS, 10)}
    asked: dict[str, Any] = {}
    for name, (diary_days, visits) in shapes.items():
        case = read_plain(next(iter(large_population(7, 1, diary_days=diary_days, visits=visits))))
        person = keep_chart(
            by=physio, chart_number=name[:20], given_name="Bench", family_name=name, case=case, today=today
        )
        asked[name] = person.pk
    people = Person.objects.bulk_create(
        [
            Person(
                clinic=clinic, chart_number=f"B{number:05}", given_name=f"Given{number}", family_name=f"Name{number}"
            )
            for number in range(PEOPLE - len(shapes))
        ],
        batch_size=AT_ONCE,
    )
    _histories([one.pk for one in people], physio, today)
    return {**asked, "session": signed_in(physio)}


def _histories(people: Sequence[int], physio: Any, today: date) -> None:
    """A short history for everyone: two headaches' facts, a visit, and a week of diary, each sealed."""
    from datetime import UTC

    from clinic.chart.models import Entry

    moment = datetime.combine(today - timedelta(days=9), datetime.min.time(), tzinfo=UTC)
    rows: list[Entry] = []
    for pk in people:
        previous = ""
        for number, content in enumerate(_week(today)):
            entry = Entry(
                person_id=pk,
                on=today - timedelta(days=8 - number),
                recorded_at=moment + timedelta(days=number),
                author=physio,
                author_role=physio.role,
                kind="diary" if "diary" in content else "examination",
                content=content,
                idempotency_key=uuid.uuid5(uuid.NAMESPACE_OID, f"{pk} {number}"),
            )
            entry.seal_after(previous)
            previous = entry.sha256
            rows.append(entry)
        if len(rows) >= AT_ONCE:
            Entry.objects.bulk_create(rows)
            rows = []
    Entry.objects.bulk_create(rows)


def _week(today: date) -> Iterator[dict[str, Any]]:
    first = today - timedelta(days=8)
    yield {
        "headaches": [{"id": "A", "facts": {"laterality": "right_always", "headache_days_per_30d": 12}}],
        "visits": [
            {
                "date": first.isoformat(),
                "by": "physiotherapist",
                "facts": {"crom_reduced": True},
                "findings": [{"fact": "frt_rotation_deg", "side": "right", "value": 27}],
            }
        ],
    }
    for number in range(1, 8):
        day = (first + timedelta(days=number)).isoformat()
        yield {"diary": [{"date": day, "headache": "A", "intensity_nrs": 5, "headache_hours": 3}]}


def signed_in(user: Any) -> str:
    """A session as signing in makes it, so that the password hash is not what is measured."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


@contextmanager
def served(environment: dict[str, str], port: int, application: str = "clinic.wsgi") -> Iterator[None]:
    """gunicorn with two workers, until the block ends."""
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", "2", "--threads", "4", "--log-level", "warning", "--chdir", str(HERE)]
    process = subprocess.Popen(command, env=environment)
    try:
        _wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int) -> None:
    import http.client

    for _ in range(100):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=2).request("GET", "/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers on port {port}")


if __name__ == "__main__":
    print(json.dumps(fill()))
