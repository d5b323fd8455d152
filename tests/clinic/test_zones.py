"""Every process of the clinic reads the same hour from a moment, whatever the machine has."""

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

import clinic
import concordant
from tests.clinic.old_zones import by_old_data, old_data

SAY = "import datetime as d, zoneinfo; print(d.datetime(2026, 12, 7, 9, tzinfo=zoneinfo.ZoneInfo('America/Vancouver')))"
OLD, NEW = "2026-12-07 09:00:00-08:00", "2026-12-07 09:00:00-07:00"


def said(folder: Path, *command: str) -> str:
    surroundings = os.environ | {
        "PYTHONTZPATH": str(old_data(folder)),
        "CONCORDANT_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "clinic.settings",
    }
    done = subprocess.run(
        [sys.executable, *command], env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip().splitlines()[-1]


def test_without_the_clinic_python_takes_the_data_of_the_machine(tmp_path: Path) -> None:
    assert said(tmp_path, "-c", SAY) == OLD


@pytest.mark.parametrize(
    "command",
    [
        ["-c", f"import clinic.wsgi; {SAY}"],
        ["-m", "clinic", "shell", "--no-imports", "-c", SAY],
        # What somebody made before is not what the clinic gets.
        ["-c", f"{SAY}; import clinic; {SAY}"],
    ],
    ids=["a worker", "a command", "late"],
)
def test_the_package_wins_in_each_process(tmp_path: Path, command: list[str]) -> None:
    assert said(tmp_path, *command) == NEW


def test_the_data_can_be_others_in_a_test(tmp_path: Path) -> None:
    told = datetime(2026, 12, 7, 9)  # noqa: DTZ001
    with by_old_data(tmp_path):
        assert str(told.replace(tzinfo=ZoneInfo("America/Vancouver"))) == OLD
    assert str(told.replace(tzinfo=ZoneInfo("America/Vancouver"))) == NEW


def test_the_library_knows_days_and_in_one_place_a_zone(tmp_path: Path) -> None:
    """Where a file gives a moment in universal time: read by the package, too."""
    library = Path(concordant.__file__).parent
    moment = "d.datetime(2026, 12, 7, 7, 30, tzinfo=d.UTC)"
    read = f"import datetime as d; from concordant.record.moments import local_day; print(local_day({moment}))"
    assert said(tmp_path, "-c", read) == "2026-12-07", "half past midnight; the machine's data say half past eleven"
    for path in set(library.rglob("*.py")) - {library / "record/moments.py"}:
        assert not re.search(r"\b(zoneinfo|ZoneInfo|astimezone|localtime)\b", path.read_text(encoding="utf-8")), path


def test_no_query_asks_the_database_for_a_local_day() -> None:
    """PostgreSQL has rules of its own, of another release: days and hours are worked out here, moments are compared
    there."""
    asks = re.compile(
        r"\b\w+_at__(date|time|hour|minute|day|month|year|week_day|iso_week_day|week)\b"
        r"|\b(Trunc|Extract)\w*\(|AT TIME ZONE|date_trunc",
        re.IGNORECASE,
    )
    for path in Path(clinic.__file__).parent.rglob("*.py"):
        assert not asks.search(path.read_text(encoding="utf-8")), path


@pytest.mark.postgres
def test_the_database_speaks_of_moments_in_utc(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW timezone")
        assert cursor.fetchone() == ("UTC",)
