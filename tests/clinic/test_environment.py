"""Settings that come from the surroundings."""

import stat
from pathlib import Path

import pytest

from clinic import environment


def test_a_key_is_made_once_for_an_installation_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    key = environment.secret_key(tmp_path)
    assert len(key) >= 50
    assert environment.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert environment.secret_key(tmp_path / "a") != environment.secret_key(tmp_path / "b")


def test_a_given_key_is_used_and_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORDANT_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_sqlite_waits_for_the_disk_and_queues_its_writers() -> None:
    database = environment.database("sqlite:///var/clinic.sqlite3")
    assert database["NAME"] == "var/clinic.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    pragmas = database["OPTIONS"]["init_command"]
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        assert pragma in pragmas


def test_an_absolute_path_keeps_its_slash() -> None:
    assert environment.database("sqlite:////srv/clinic.sqlite3")["NAME"] == "/srv/clinic.sqlite3"


def test_postgresql_by_host_and_port() -> None:
    database = environment.database("postgresql://ana:p%40ss@db.example:5433/clinic?sslmode=require")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert {key: database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "clinic",
        "USER": "ana",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgresql_by_socket() -> None:
    database = environment.database("postgresql://ana@/clinic?host=/run/pg&port=5433")
    assert (database["HOST"], database["PORT"], database["OPTIONS"]) == ("/run/pg", "5433", {})


@pytest.mark.parametrize("url", ["mysql://ana:secret@host/clinic", "sqlite://", "clinic.sqlite3"])
def test_an_address_that_is_not_understood_is_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(ValueError, match="CONCORDANT_DATABASE_URL") as error:
        environment.database(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(("text", "on"), [("1", True), ("True", True), ("0", False), ("", False), ("o", False)])
def test_a_switch_is_on_only_for_words_that_mean_on(text: str, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORDANT_DEBUG", text)
    assert environment.flag("DEBUG") is on


@pytest.mark.parametrize(("text", "days"), [("0", 0), (" 14 ", 14), ("365", 365), (None, 1)])
def test_a_whole_number_is_read(text: str | None, days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONCORDANT_UNFINISHED_DAYS", raising=False)
    if text is not None:
        monkeypatch.setenv("CONCORDANT_UNFINISHED_DAYS", text)
    assert environment.whole("UNFINISHED_DAYS", 1, most=365) == days


@pytest.mark.parametrize("text", ["", "-1", "1.5", "two", "366", "\u0663"])
def test_anything_else_stops_the_program(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORDANT_UNFINISHED_DAYS", text)
    with pytest.raises(ValueError, match=r"CONCORDANT_UNFINISHED_DAYS is .*; allowed: a whole number from 0 to 365"):
        environment.whole("UNFINISHED_DAYS", 1, most=365)


@pytest.mark.parametrize(
    ("given", "hosts", "https", "url"),
    [
        (None, ["127.0.0.1", "localhost", "testserver"], False, "http://localhost:8000"),
        (None, ["clinic.example", "other.example"], True, "https://clinic.example"),
        (None, ["*"], True, "http://localhost:8000"),
        ("https://clinic.example/", ["*"], False, "https://clinic.example"),
        ("http://localhost:8123", [], False, "http://localhost:8123"),
    ],
)
def test_where_mails_lead(
    given: str | None, hosts: list[str], https: bool, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONCORDANT_SITE_URL", raising=False)
    if given is not None:
        monkeypatch.setenv("CONCORDANT_SITE_URL", given)
    assert environment.site_url(hosts, https=https) == url


@pytest.mark.parametrize(
    "given", ["clinic.example", "ftp://clinic.example", "https://clinic.example/path", "https://a@b", "javascript:1"]
)
def test_an_address_that_is_none_stops_the_program(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORDANT_SITE_URL", given)
    with pytest.raises(ValueError, match="CONCORDANT_SITE_URL is"):
        environment.site_url([], https=False)


@pytest.fixture
def no_mail_settings(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HOST", "PORT", "USER", "PASSWORD", "TLS", "FROM"):
        monkeypatch.delenv(f"CONCORDANT_EMAIL_{name}", raising=False)
    return monkeypatch


def test_without_a_host_mails_are_files_for_the_owner_alone(
    tmp_path: Path, no_mail_settings: pytest.MonkeyPatch
) -> None:
    settings = environment.mail(tmp_path)
    assert settings["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert settings["EMAIL_FILE_PATH"] == str(tmp_path / "mail")
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("tls", "port", "start", "wrapped"), [("", 587, True, False), ("tls", 465, False, True), ("none", 25, False, False)]
)
def test_mail_by_a_server(
    tmp_path: Path, no_mail_settings: pytest.MonkeyPatch, tls: str, port: int, start: bool, wrapped: bool
) -> None:
    no_mail_settings.setenv("CONCORDANT_EMAIL_HOST", "smtp.example")
    no_mail_settings.setenv("CONCORDANT_EMAIL_FROM", "Front desk <desk@clinic.example>")
    if tls:
        no_mail_settings.setenv("CONCORDANT_EMAIL_TLS", tls)
    settings = environment.mail(tmp_path)
    said = {name: settings[name] for name in ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL")}
    assert list(said.values()) == ["smtp.example", port, start, wrapped]
    assert settings["DEFAULT_FROM_EMAIL"] == "Front desk <desk@clinic.example>"


@pytest.mark.parametrize(("name", "text"), [("TLS", "yes"), ("PORT", "70000"), ("PORT", "smtp"), ("FROM", "")])
def test_a_mistake_in_the_mail_settings_stops_the_program(
    tmp_path: Path, no_mail_settings: pytest.MonkeyPatch, name: str, text: str
) -> None:
    no_mail_settings.setenv("CONCORDANT_EMAIL_HOST", "smtp.example")
    no_mail_settings.setenv("CONCORDANT_EMAIL_FROM", "desk@clinic.example")
    no_mail_settings.setenv(f"CONCORDANT_EMAIL_{name}", text)
    with pytest.raises(ValueError, match="CONCORDANT_EMAIL_"):
        environment.mail(tmp_path)
