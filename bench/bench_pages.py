"""Pages from request to last byte: sign-in, permissions and audit row included; SQLite and PostgreSQL."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta

from clinic_under_test import HERE, PEOPLE, served
from timing import say, summary

sys.path.insert(0, str(HERE.parent))
from tests.support import postgres

REQUESTS = 60
PORT, FLOOR_PORT = 8765, 8766


@contextmanager
def database(kind: str) -> Iterator[dict[str, str]]:
    """The environment of a clinic on an empty database of this kind."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/clinic.sqlite3"
        if kind == "postgresql":
            url = postgres.start()
            _durable(url)
        yield os.environ | {"CONCORDANT_DATA_DIR": folder, "CONCORDANT_DATABASE_URL": url}


def _durable(url: str) -> None:
    """The tests' server does not wait for the disk; a clinic's does."""
    import psycopg

    options = dict(part.split("=") for part in url.partition("?")[2].split("&"))
    with psycopg.connect(dbname="postgres", user="concordant", autocommit=True, **options) as server:
        server.execute("CREATE DATABASE concordant")
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            server.execute(f"ALTER SYSTEM SET {name} = on")
        server.execute("SELECT pg_reload_conf()")


def get(port: int, path: str, session: str = "") -> tuple[float, int]:
    """Milliseconds to the last byte, and the bytes that came over the wire."""
    headers = {"Accept-Encoding": "gzip"} | ({"Cookie": f"sessionid={session}"} if session else {})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    start = time.perf_counter()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    took = (time.perf_counter() - start) * 1000
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return took, len(body)


def save(port: int, person: int, session: str, number: int) -> tuple[float, int]:
    """Sign one day of the diary through the API; each number is another day."""
    day = (date(2020, 1, 1) - timedelta(days=number)).isoformat()
    entry = {
        "on": day,
        "kind": "diary",
        "key": str(uuid.uuid4()),
        "content": {"diary": [{"date": day, "headache_today": False, "neck_pain_nrs": 2}]},
    }
    token = "b" * 32
    headers = {
        "Cookie": f"sessionid={session}; csrftoken={token}",
        "X-CSRFToken": token,
        "Content-Type": "application/json",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    start = time.perf_counter()
    connection.request("POST", f"/api/v1/people/{person}/entries", json.dumps(entry), headers)
    answer = connection.getresponse()
    body = answer.read()
    took = (time.perf_counter() - start) * 1000
    connection.close()
    if answer.status != 201:
        raise RuntimeError(f"saving answered {answer.status}: {body[:200]!r}")
    return took, len(body)


def timed(port: int, path: str, session: str = "", users: int = 1) -> dict[str, float]:
    """Times of one page for so many users at once, and requests per second."""
    for _ in range(4):
        get(port, path, session)
    start = time.perf_counter()
    with ThreadPoolExecutor(users) as pool:
        got = list(pool.map(lambda _: get(port, path, session), range(REQUESTS)))
    whole = time.perf_counter() - start
    return {**summary([each for each, _ in got]), "per_second": round(REQUESTS / whole, 1), "bytes": got[-1][1]}


def measure(kind: str) -> None:
    """One database: the floor, the list, and the page of three days and of three years."""
    with database(kind) as environment:
        filled = subprocess.run(
            [sys.executable, str(HERE / "clinic_under_test.py")],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        asked = json.loads(filled.stdout.splitlines()[-1])
        pages = {
            "list of people": "/people/",
            "person, three days": f"/people/{asked['three_days']}/",
            "person, three years": f"/people/{asked['three_years']}/",
        }
        with served(environment, PORT), served(environment, FLOOR_PORT, "floor:application"):
            for users in (1, 4):
                floor = timed(FLOOR_PORT, f"/{asked['three_days']}/", users=users)
                say("floor: bare Django page", database=kind, users=users, people=PEOPLE, **floor)
                for name, path in pages.items():
                    found = timed(PORT, path, asked["session"], users)
                    ratio = round(floor["per_second"] / found["per_second"], 1)
                    say(name, database=kind, users=users, people=PEOPLE, **found, floor_is_times_faster=ratio)
                days = range(users * REQUESTS, (users + 1) * REQUESTS)
                with ThreadPoolExecutor(users) as pool:
                    saved = list(pool.map(lambda n: save(PORT, asked["three_days"], asked["session"], n), days))
                say("save one diary day", database=kind, users=users, people=PEOPLE, **summary([t for t, _ in saved]))


if __name__ == "__main__":
    for each in ("sqlite", "postgresql"):
        measure(each)
