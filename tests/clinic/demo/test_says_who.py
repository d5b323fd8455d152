"""What `make run` says before it serves."""

import io
from pathlib import Path
from typing import Any

from clinic.accounts.models import Clinic
from clinic.demo.management.commands.run import Command
from clinic.demo.staff import hire


def test_who_can_sign_in_and_where_mails_lie(db: None, settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR, settings.EMAIL_FILE_PATH = tmp_path, str(tmp_path / "mail")
    staff = hire(Clinic.objects.create(name="Demo", slug="demo"))
    assert staff["patient"].email == "patient@example.org"
    said = io.StringIO()
    Command(stdout=said)._say_who(8000)
    text = said.getvalue()
    assert "patient  Patient, or by a link mailed to patient@example.org" in text
    assert f"each is written as a file into {tmp_path / 'mail'}" in text
