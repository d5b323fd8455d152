"""What another process needs to see the database of a test."""

from pathlib import Path

from django.conf import settings
from django.db import connection


def environment(folder: Path) -> dict[str, str]:
    """Variables on top of those that are there."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{told['NAME']}"
    else:
        url = f"postgresql://{told['USER']}@/{told['NAME']}?host={told['HOST']}&port={told['PORT']}"
    return {
        "CONCORDANT_DATA_DIR": str(folder),
        "CONCORDANT_DATABASE_URL": url,
        "CONCORDANT_SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "clinic.settings",
    }
