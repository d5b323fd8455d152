"""The server is killed while people write: whatever it acknowledged is there, whole and sealed."""

import http.client
import http.cookies
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse
import uuid
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from tests.clinic.demo.small_clinic import PASSWORD

WRITERS = 3


class Client:
    """Signs in and writes diary days, as a program would."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, path, body or None, {"Cookie": jar, **headers})
            answer = connection.getresponse()
            text = answer.read().decode()
        for line in answer.msg.get_all("Set-Cookie", []):
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer.status, text

    def sign_in(self) -> None:
        _, page = self.ask("GET", "/sign-in/")
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert found
        form = {"csrfmiddlewaretoken": found[1], "login": "physio", "password": PASSWORD}
        kind = "application/x-www-form-urlencoded"
        status, page = self.ask("POST", "/sign-in/", urllib.parse.urlencode(form), **{"Content-Type": kind})
        assert status == 302, page

    def write(self, day: date, note: int) -> bool:
        entry = {
            "on": day.isoformat(),
            "kind": "diary",
            "key": str(uuid.uuid4()),
            "content": {"diary": [{"date": day.isoformat(), "headache_today": False, "neck_pain_nrs": note % 11}]},
        }
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.cookies["csrftoken"]}
        status, _ = self.ask("POST", "/api/v1/people/1/entries", json.dumps(entry), **headers)
        return status == 201


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "CONCORDANT_DATA_DIR": str(folder),
        "CONCORDANT_DATABASE_URL": f"sqlite:///{folder}/clinic.sqlite3",
        "DJANGO_SETTINGS_MODULE": "clinic.settings",
    }
    command = [sys.executable, "-m", "tests.clinic.demo.small_clinic", str(port)]
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    for _ in range(200):
        try:
            Client(port).ask("GET", "/sign-in/")
        except OSError:
            time.sleep(0.1)
        else:
            return process
    raise AssertionError("the server did not start")


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    port = _free_port()
    process = _start(tmp_path, port)
    clients = [Client(port) for _ in range(WRITERS)]
    for client in clients:
        client.sign_in()
    acknowledged: list[str] = []

    def keep_writing(client: Client, first: int) -> None:
        for number in range(first, 3000, WRITERS):
            day = date(2026, 1, 1) - timedelta(days=number)
            try:
                if client.write(day, number):
                    acknowledged.append(day.isoformat())
            except (OSError, http.client.HTTPException):
                return

    writers = [threading.Thread(target=keep_writing, args=(client, n)) for n, client in enumerate(clients)]
    for writer in writers:
        writer.start()
    deadline = time.monotonic() + 20
    while len(acknowledged) < 30 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=10)
    for writer in writers:
        writer.join(timeout=20)

    assert len(acknowledged) >= 30
    with sqlite3.connect(tmp_path / "clinic.sqlite3") as database:
        kept = [json.loads(row[0])["diary"][0]["date"] for row in database.execute("SELECT content FROM chart_entry")]
        events = database.execute("SELECT count(*) FROM audit_auditevent WHERE action = 'sign'").fetchone()[0]
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept)) == events
    assert sound == "ok"

    again = _start(tmp_path, port)
    try:
        client = Client(port)
        client.sign_in()
        assert client.write(date(2026, 6, 1), 1), "the clinic goes on where it was"
    finally:
        os.killpg(again.pid, signal.SIGKILL)
        again.wait(timeout=10)
