"""Which rules of time zones the clinic goes by: those of the installed package ``tzdata``, and no others.

Python prefers the data of the machine to the package. Then two machines, or one before and after an update of its
system, read another hour from the same stored moment. So neither the machine's data nor PYTHONTZPATH is read, also
where they are newer: rules change on the day on which the clinic upgrades the package, and no other
(docs/decisions/0037-told-hours.md).
"""

import zoneinfo

import tzdata

RELEASE: str = tzdata.IANA_VERSION
"""As IANA names it, such as "2026f"."""


def go_by_the_package() -> None:
    """For the whole process. Zones that were made before are made anew."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
