"""Everything that is held about a person, as one ZIP that is made while it is sent.

Nothing of it touches the disk, and only one letter at a time is in memory.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.drafts.models import Draft
from clinic.intake.models import FirstVisit
from clinic.letters.models import SignedLetter
from clinic.sync.models import SentRow

HEADER = ("when", "who", "role", "what", "to what", "result", "reason", "address")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Sent(io.RawIOBase):
    """What was written since it was last asked; zipfile writes to it as to a pipe."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        return len(data)

    def taken(self) -> bytes:
        taken, self._waiting = bytes(self._waiting), bytearray()
        return taken


def stream(first: Iterable[tuple[str, bytes]], person: Person, at: datetime) -> Iterator[bytes]:
    """``first``: files that are made before anything is sent, so that what fails, fails as a page."""
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in first:
            _add(archive, name, data, at)
            yield sent.taken()
        for pk in SignedLetter.objects.filter(person=person).order_by("id").values_list("pk", flat=True):
            letter = SignedLetter.objects.get(pk=pk)
            name = f"letters/{letter.as_of.isoformat()}-{letter.kind}-{letter.pk}.pdf"
            _add(archive, name, bytes(letter.document), at)
            yield sent.taken()
    yield sent.taken()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, at: datetime) -> None:
    info = zipfile.ZipInfo(name, timezone.localtime(at).timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def log_as_csv(events: Iterable[AuditEvent]) -> bytes:
    """One row for each event, for a spreadsheet. What a spreadsheet would take for a formula is text here."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for one in events:
        row = (
            timezone.localtime(one.at).isoformat(timespec="seconds"), one.who_name, one.who_role, one.action,
            f"{one.subject_kind} {one.subject_id}".strip(), one.result, one.reason, one.address,
        )  # fmt: skip
        writer.writerow([f"'{each}" if each.startswith(_FORMULA) else each for each in map(str, row)])
    # Spreadsheets take a file without this mark for another alphabet.
    return out.getvalue().encode("utf-8-sig")


def sent_rows_as_json(person: Person) -> bytes:
    """The diary as the devices sent it: of two answers for one day, both."""
    rows = _rows(SentRow.objects.filter(person=person).order_by("id"), "id", "person_id", "seal")
    return json.dumps(rows, ensure_ascii=False, indent=2).encode()


def unsigned_as_json(user: User, person: Person) -> bytes:
    """What is no entry: self-checks that the clinic keeps for them, and what they typed and have not signed."""
    told = {
        "self_checks": _rows(FirstVisit.objects.filter(person=person), "id", "person_id", "key", "taken_up_by_id"),
        "begun": _rows(Draft.objects.filter(person=person, author=user), "id", "person_id", "author_id", "window"),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _rows(found: QuerySet[Any], *but: str) -> list[dict[str, Any]]:
    return [{name: _plain(value) for name, value in one.items() if name not in but} for one in found.values()]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool | list | dict) else str(value)


def read_me() -> bytes:
    lines = (
        _("Everything that your clinic holds about you in this system."),
        "",
        _("everything.pdf: to read."),
        _("chart.yaml: your chart without your name, for other programs that read case files."),
        _("letters: the letters about you that were signed."),
        _("log.csv: who has opened your chart or added to it."),
        _("sent-rows.json: your diary as your devices sent it."),
        _("not-signed.json: a self-check that was kept for you, and what you began and did not send."),
        "",
        _("These files tell of your health. Keep them where only you can open them."),
    )
    return "\n".join(map(str, lines)).encode()
