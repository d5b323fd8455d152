"""A PostgreSQL server of the tests' own: no account, port or service on the machine is needed or touched."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HOW_TO_GET_ONE = """\
No PostgreSQL server was found (initdb and postgres, beside each other).
  Debian, Ubuntu   apt-get install postgresql
  Fedora           dnf install postgresql-server
  macOS            brew install postgresql
One in an unusual place is found through the environment variable CONCORDANT_POSTGRES_BIN.
The tests start a server of their own from these programs; the machine's own server need not run."""

# The data are thrown away, so nothing waits for the disk. No TCP: only who can read the folder gets in.
SERVER_SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
synchronous_commit = off
full_page_writes = off
"""

# Waits until the process holding the other end of the pipe is gone, however it went, then clears up.
CLEAR_UP = 'cat >/dev/null; "$1" -D "$2/data" -m immediate stop >/dev/null 2>&1; rm -rf "$2"'


class ServerMissing(Exception):
    """The machine has no PostgreSQL, or none that the tests may start."""


def find_programs() -> Path | None:
    """Return the folder with PostgreSQL's server programs, the newest where there are several."""
    named = os.environ.get("CONCORDANT_POSTGRES_BIN")
    folders = [Path(named)] if named else []
    if shutil.which("pg_config"):
        answer = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(answer.stdout.strip()))
    by_version = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    folders += sorted(by_version, key=lambda found: float(found.parent.name), reverse=True)
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    return next((each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None)


def start() -> str:
    """Start a server that lives as long as this process, and return the address of its database."""
    programs = find_programs()
    if programs is None:
        raise ServerMissing(HOW_TO_GET_ONE)
    # Short and open to every account: a socket's path has a limit, and root's temporary folder may be closed.
    folder = Path(tempfile.mkdtemp(prefix="concordant-pg-", dir="/tmp"))
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        account = {"user": "postgres", "group": "postgres", "extra_groups": []}
        try:
            shutil.chown(folder, "postgres", "postgres")
        except LookupError:
            folder.rmdir()
            raise ServerMissing("As root, the tests need an account 'postgres' to run PostgreSQL as.") from None

    def run(program: str, *options: str) -> None:
        done = subprocess.run(
            [programs / program, "-D", folder / "data", *options],
            cwd=folder,
            **account,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            log = folder / "log"
            raise RuntimeError(f"{program} failed:\n{done.stderr}{log.read_text() if log.exists() else ''}")

    watcher = subprocess.Popen(
        ["sh", "-c", CLEAR_UP, "sh", programs / "pg_ctl", folder],
        cwd="/",
        **account,
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    atexit.register(watcher.communicate, timeout=30)

    # A locale that knows that É is the capital of é.
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    run(
        "initdb",
        "--username=concordant",
        "--auth=trust",
        "--encoding=UTF8",
        f"--locale={locale}",
        "--no-sync",
    )
    with (folder / "data" / "postgresql.conf").open("a") as settings:
        settings.write(SERVER_SETTINGS.format(folder=folder))
    run("pg_ctl", "--wait", "--log", str(folder / "log"), "start")
    return f"postgresql://concordant@/concordant?host={folder}&port=5432"


if __name__ == "__main__":
    found = find_programs()
    if found is None:
        sys.exit(HOW_TO_GET_ONE)
    print(f"PostgreSQL: {found}")
