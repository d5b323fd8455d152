"""What a device is told of each row that it sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Status(StrEnum):
    """What became of a row."""

    SAVED = "saved"
    REPLACED = "replaced"
    ASKS = "asks"
    NOT_YET = "not yet"
    CLOCK = "clock"
    FUTURE = "future"
    RECALLED = "recalled"
    NOT_GIVEN = "not given"
    CHANGED = "changed"
    BROKEN = "broken"
    NOT_YOURS = "not yours"


KEPT = frozenset({Status.SAVED, Status.REPLACED, Status.ASKS})
"""The server holds the row: the device may let go of it. All others stay on the device."""

WORDS: Mapping[Status, str | Promise] = MappingProxyType(
    {
        Status.SAVED: _("Saved."),
        Status.REPLACED: _("Saved. A later answer for this day stands."),
        Status.ASKS: _("This day has two different answers. Both are kept. Say which one is right."),
        Status.NOT_YET: _("At your clinic this day has not begun. It will be sent when it has."),
        Status.CLOCK: _("The clock of this device was wrong. Say which day this was."),
        Status.FUTURE: _("This day has not come yet. It stays on this device."),
        Status.RECALLED: _(
            "Only today, yesterday and the day before can be written down. Older days are easy to misremember, so this "
            "one was not added. It stays on this device. You can tell your clinic about it."
        ),
        Status.NOT_GIVEN: _(
            "This exercise is not in your programme of that day any more, so it was not added. It stays on this "
            "device. You can tell your clinic about it."
        ),
        Status.CHANGED: _("This was sent before and said something else. The first one stands. Open the day anew."),
        Status.BROKEN: _("This could not be read, so it was not added. It stays on this device."),
        Status.NOT_YOURS: _("This was written for another account. It stays on this device until they sign in."),
    }
)


class Refused(Exception):
    """Nothing was kept of a row."""

    def __init__(self, status: Status, *problems: str, day: date | None = None) -> None:
        super().__init__(status.value, *problems)
        self.status = status
        self.problems = problems
        self.day = day


@dataclass(frozen=True)
class Answer:
    key: UUID | None
    """None where the row had none that could be read."""
    place: int
    """Of the row in the batch, from 0."""
    status: Status
    mark: str = ""
    """``on_time`` or ``late``, where it was kept (outcomes 1.4)."""
    proposed: date | None = None
    """Which day it may have been, where the clock was wrong."""
    problems: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        return {
            "key": str(self.key) if self.key else None,
            "place": self.place,
            "status": self.status.value,
            "kept": self.status in KEPT,
            "words": str(WORDS[self.status]),
            "mark": self.mark,
            "proposed": self.proposed.isoformat() if self.proposed else None,
            "problems": list(self.problems),
        }
