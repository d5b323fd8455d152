"""What the surroundings say: settings come from environment variables that start with CONCORDANT_."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# Losing power must not lose a signed entry: every commit reaches the disk (FULL) before the page says
# "signed". WAL lets people read while one writes. recursive_triggers makes INSERT OR REPLACE meet the
# triggers that keep signed rows as they are; without it, REPLACE would slip past them.
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON"
)
_SQLITE_WAIT_SECONDS = 20


def setting(name: str, default: str = "") -> str:
    return os.environ.get(f"CONCORDANT_{name}", default)


def flag(name: str) -> bool:
    """On only for the words that mean on: a typing mistake must not switch DEBUG on."""
    return setting(name).strip().lower() in {"1", "true", "yes", "on"}


def whole(name: str, default: int, *, most: int) -> int:
    """A whole number from 0 up to a bound; anything else stops the program, as nobody would notice a default."""
    text = setting(name, str(default)).strip()
    if not (text.isascii() and text.isdigit() and int(text) <= most):
        raise ValueError(f"CONCORDANT_{name} is {text!r}; allowed: a whole number from 0 to {most}")
    return int(text)


def names(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in setting(name, default).split(",") if part.strip()]


def data_dir() -> Path:
    """Where the database file, the secret key and the collected static files live."""
    path = Path(setting("DATA_DIR", "var")).absolute()
    path.mkdir(parents=True, exist_ok=True)
    return path


def secret_key(directory: Path) -> str:
    """The key from the environment, or one made for this installation and kept beside its data."""
    if given := setting("SECRET_KEY"):
        return given
    path = directory / "secret-key"
    try:
        # Exclusive, so that two workers starting together cannot each make a key; and for the owner's eyes
        # only.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


def database(url: str) -> dict[str, Any]:
    """Read `sqlite:///path` or `postgresql://user:password@host:port/name?host=/socket/dir&port=5433`."""
    parts = urlsplit(url)
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ValueError("CONCORDANT_DATABASE_URL names no database")
    if parts.scheme == "sqlite":
        return _sqlite(name)
    if parts.scheme in {"postgresql", "postgres"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", unquote(parts.hostname or "")),
            "PORT": options.pop("port", str(parts.port or "")),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        }
    # The address may hold a password: only its kind is repeated.
    raise ValueError(f"CONCORDANT_DATABASE_URL starts with {parts.scheme!r}; sqlite and postgresql are understood")


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "init_command": _SQLITE_PRAGMAS,
            # A writer takes its place in the queue at the start, not half-way: the read that decides what
            # to write is then already alone, and "database is locked" becomes waiting.
            "transaction_mode": "IMMEDIATE",
            "timeout": _SQLITE_WAIT_SECONDS,
        },
    }
