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
_MAIL_WAIT_SECONDS = 10


def setting(name: str, default: str = "") -> str:
    return os.environ.get(f"CONCORDANT_{name}", default)


def flag(name: str) -> bool:
    """On only for the words that mean on: a typing mistake must not switch DEBUG on."""
    return setting(name).strip().lower() in {"1", "true", "yes", "on"}


def whole(name: str, default: int, *, least: int = 0, most: int) -> int:
    """A whole number within bounds; anything else stops the program, as nobody would notice a default."""
    text = setting(name, str(default)).strip()
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise ValueError(f"CONCORDANT_{name} is {text!r}; allowed: a whole number from {least} to {most}")
    return int(text)


def names(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in setting(name, default).split(",") if part.strip()]


def one_of(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """A word out of a few; anything else stops the program."""
    word = setting(name, default).strip().lower()
    if word not in allowed:
        raise ValueError(f"CONCORDANT_{name} is {word!r}; allowed: {', '.join(allowed)}")
    return word


def site_url(hosts: list[str], *, https: bool) -> str:
    """Where people reach this clinic: what mails and printed sheets say.

    Never taken from a request: whoever asks for a mail could name a host of their own in it. Without a setting it is
    the first allowed host of a clinic that serves with a certificate, and this machine for a first look.
    """
    given = setting("SITE_URL").strip().rstrip("/")
    if not given:
        named = [host for host in hosts if host not in {"127.0.0.1", "testserver"} and not host.startswith(("*", "."))]
        return f"https://{named[0]}" if https and named else "http://localhost:8000"
    parts = urlsplit(given)
    wanted = parts.scheme in ("https", "http") and parts.hostname and not parts.username
    if not wanted or parts.path or parts.query or parts.fragment:
        raise ValueError(f"CONCORDANT_SITE_URL is {given!r}; wanted: https://clinic.example, without a path")
    return given


def mail(directory: Path) -> dict[str, Any]:
    """Settings of Django's mail. Without a host, mails are written as files: they hold keys, so for the owner alone."""
    files = directory / "mail"
    sender = setting("EMAIL_FROM", "Concordant <noreply@localhost>")
    if not (host := setting("EMAIL_HOST").strip()):
        files.mkdir(mode=0o700, exist_ok=True)
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(files),
            "DEFAULT_FROM_EMAIL": sender,
        }
    if not setting("EMAIL_FROM"):
        raise ValueError("CONCORDANT_EMAIL_HOST is set; CONCORDANT_EMAIL_FROM is needed with it")
    tls = one_of("EMAIL_TLS", "starttls", ("starttls", "tls", "none"))
    port = {"starttls": 587, "tls": 465, "none": 25}[tls]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": whole("EMAIL_PORT", port, most=65_535),
        "EMAIL_HOST_USER": setting("EMAIL_USER"),
        "EMAIL_HOST_PASSWORD": setting("EMAIL_PASSWORD"),
        "EMAIL_USE_TLS": tls == "starttls",
        "EMAIL_USE_SSL": tls == "tls",
        "EMAIL_TIMEOUT": _MAIL_WAIT_SECONDS,
        "DEFAULT_FROM_EMAIL": sender,
    }


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
