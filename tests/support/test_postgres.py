import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from django.db import connection

from tests.support import postgres

STARTS_A_SERVER = """
import os, signal
from tests.support import postgres
print(postgres.start(), flush=True)
os.kill(os.getpid(), signal.{how})
"""


@pytest.mark.postgres
@pytest.mark.django_db
def test_tests_run_on_the_server_started_for_them():
    with connection.cursor() as cursor:
        cursor.execute("show unix_socket_directories")
        (folder,) = cursor.fetchone()
    assert folder == parse_qs(urlsplit(os.environ["CONCORDANT_DATABASE_URL"]).query)["host"][0]


@pytest.mark.postgres
def test_the_server_answers_the_driver_and_knows_capitals_beyond_ascii():
    with psycopg.connect(os.environ["CONCORDANT_TEST_SERVER"], dbname="postgres") as server:
        version, capital = server.execute("select current_setting('server_version_num')::int, upper('é')").fetchone()
    assert version >= 140000, "Django 5.2 needs PostgreSQL 14 or newer"
    assert capital == "É"


@pytest.mark.postgres
@pytest.mark.parametrize("how", ["SIGINT", "SIGKILL"])
def test_a_server_ends_with_the_process_that_started_it(how):
    starter = subprocess.run([sys.executable, "-c", STARTS_A_SERVER.format(how=how)], capture_output=True, text=True)
    folder = Path(parse_qs(urlsplit(starter.stdout).query)["host"][0])
    until = time.monotonic() + 20
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not folder.exists()


def test_a_machine_without_a_server_is_told_how_to_get_one(monkeypatch):
    monkeypatch.setattr(postgres, "find_programs", lambda: None)
    with pytest.raises(postgres.ServerMissing, match="apt-get install postgresql"):
        postgres.start()
