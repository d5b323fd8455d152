"""What the page says of the draft that it shows."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from clinic.drafts import keeping
from clinic.drafts.models import Draft
from clinic.forms.controls import Data, first
from clinic.forms.days import today


@dataclass(frozen=True)
class KeptNote:
    """Beside the form, with the inputs by which the next keeping knows what it goes on from."""

    key: str
    window: str
    revision: str
    at: datetime | None
    apart: bool
    signed: bool
    others: tuple[Draft, ...]

    @property
    def is_of_today(self) -> bool:
        return self.at is not None and timezone.localdate(self.at) == today()


def note_of(data: Data, key: str, kept: keeping.Kept | None, drafts: list[Draft]) -> KeptNote:
    """After a look at the drafts, or after keeping one."""
    draft = kept.draft if kept else None
    return KeptNote(
        key=str(draft.key) if draft else key,
        window=first(data, keeping.WINDOW) or str(uuid.uuid4()),
        revision=str(draft.revision) if draft else "0",
        at=draft.kept_at if draft else None,
        apart=kept is not None and kept.apart,
        signed=kept is not None and kept.signed,
        others=tuple(one for one in drafts if draft is None or one.key != draft.key),
    )
