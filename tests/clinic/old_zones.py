"""Time zone data by which Vancouver still puts its clocks back in November, as before the law of 2026."""

import importlib.resources
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clinic.zones import go_by_the_package


def old_data(folder: Path) -> Path:
    """A folder as PYTHONTZPATH names one. Los Angeles goes by the rules that Vancouver had."""
    rules = importlib.resources.files("tzdata") / "zoneinfo" / "America" / "Los_Angeles"
    zone = folder / "America" / "Vancouver"
    zone.parent.mkdir(parents=True, exist_ok=True)
    zone.write_bytes(rules.read_bytes())
    return folder


@contextmanager
def by_old_data(folder: Path) -> Iterator[None]:
    """This process goes by them inside the block."""
    zoneinfo.reset_tzpath(to=[str(old_data(folder))])
    zoneinfo.ZoneInfo.clear_cache()
    try:
        yield
    finally:
        go_by_the_package()
