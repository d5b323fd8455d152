"""The translations as they are written, for tests."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[3] / "src" / "clinic" / "locale"


def french(*areas: str) -> dict[str, Message]:
    """Every entry of these areas by its English sentence."""
    found: dict[str, Message] = {}
    for area in areas:
        for message in _read(area):
            if message.id:
                found[str(message.id)] = message
    return found


def areas() -> list[str]:
    """Every folder of translations, in the order in which the first to have a sentence says it."""
    return sorted(one.name for one in LOCALE.iterdir() if one.is_dir())


def _read(area: str) -> Catalog:
    with (LOCALE / area / "fr" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="fr")
