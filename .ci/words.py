"""Compile the translations. With --check, say instead which compiled file is not that of its source."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "src" / "clinic" / "locale"


def compiled(source: Path) -> bytes:
    """The bytes that a .po file stands for."""
    with source.open("rb") as file:
        catalog = read_po(file, locale="fr")
    # Always the same bytes from the same source: otherwise it carries the minute in which it was compiled.
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> int:
    """The exit code: 1 where something was stale and was only to be checked."""
    stale = []
    for source in sorted(LOCALE.rglob("*.po")):
        target = source.with_suffix(".mo")
        made = compiled(source)
        if target.exists() and target.read_bytes() == made:
            continue
        stale.append(str(target))
        if "--check" not in sys.argv:
            target.write_bytes(made)
    print("\n".join(stale) or "nothing to do")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
