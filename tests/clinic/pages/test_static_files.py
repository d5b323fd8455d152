"""Names of static files."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from clinic.pages.static_files import HashedStaticFiles

SHEET = "clinic/concordant.css"


@pytest.fixture
def storage(tmp_path: Path) -> HashedStaticFiles:
    return HashedStaticFiles(location=tmp_path, base_url=settings.STATIC_URL)


def test_before_they_are_collected_files_go_by_their_plain_names(storage: HashedStaticFiles) -> None:
    assert storage.url(SHEET) == "/static/clinic/concordant.css"


def test_once_collected_a_name_carries_a_hash_and_a_compressed_copy_lies_beside(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
        name = HashedStaticFiles().url(SHEET)
    assert name.startswith("/static/clinic/concordant.")
    assert name != "/static/clinic/concordant.css"
    file = tmp_path / name.removeprefix("/static/")
    assert file.exists()
    assert Path(f"{file}.gz").exists()
