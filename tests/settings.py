"""The clinic's settings, on the database that the tests were asked to use.

pytest-django reads these before any conftest, so the database is chosen here. The process that starts the
tests chooses; its workers inherit the choice through the environment.
"""

import atexit
import os
import shutil
import tempfile

import pytest

from tests.support import postgres

_kind = os.environ.get("CONCORDANT_TEST_DATABASE", "sqlite")
_folder = tempfile.mkdtemp(prefix="concordant-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# How this machine's own clinic is set up is none of the tests' business, and its data least of all.
for _name in (
    "HTTPS",
    "DEBUG",
    "ALLOWED_HOSTS",
    "SECRET_KEY",
    "TRUSTED_PROXIES",
    "UNFINISHED_DAYS",
    "LATE_ENTRY_HOURS",
    "REMINDER_DAYS",
    "SITE_URL",
    "EQ5D5L_VALUE_SET",
    "SITE_URL",
    "EMAIL_HOST",
    "EMAIL_PORT",
    "EMAIL_USER",
    "EMAIL_PASSWORD",
    "EMAIL_TLS",
    "EMAIL_FROM",
    "SIGN_IN_LINK_MINUTES",
    "SIGN_IN_LINKS_A_DAY",
    "INVITATION_DAYS",
    "INVITATION_TRIES",
):
    os.environ.pop(f"CONCORDANT_{_name}", None)
os.environ["CONCORDANT_DATA_DIR"] = _folder

if _kind == "postgres":
    if "CONCORDANT_TEST_SERVER" not in os.environ:
        try:
            os.environ["CONCORDANT_TEST_SERVER"] = postgres.start()
        except postgres.ServerMissing as missing:
            raise pytest.UsageError(str(missing)) from None
    os.environ["CONCORDANT_DATABASE_URL"] = os.environ["CONCORDANT_TEST_SERVER"]
elif _kind == "sqlite":
    os.environ["CONCORDANT_DATABASE_URL"] = f"sqlite:///{_folder}/clinic.sqlite3"
else:
    raise pytest.UsageError(f"CONCORDANT_TEST_DATABASE is {_kind!r}; it can be 'sqlite' or 'postgres'.")

from clinic.settings import *  # noqa: E402, F403
from clinic.settings import DATABASES  # noqa: E402

if _kind == "sqlite":
    # A file, as in a clinic: in memory, a test and the server it talks to would have to share a connection.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/tests.sqlite3"}
    # Unlike a clinic's, these data need not survive a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"

# A password hash is slow on purpose; tests sign in hundreds of times and guard nothing.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
