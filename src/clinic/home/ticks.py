"""Saying of one item on one day: done, not done, how hard it was, pain before and after; and taking it back."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.chart.actions import correct_entry, sign_entry
from clinic.home.programme import RATINGS, Shown

DONE, NOT_DONE, PAIN, TAKE_BACK = "done", "not done", "pain", "take back"
_ONLY_OF_DONE = ("sets", "reps", "hold_s", "load", "effort")
"""What nobody can say of an exercise that was not done."""


@dataclass(frozen=True)
class Sent:
    """One pressed button."""

    do: str
    effort: int | None
    pain: Mapping[str, int]
    key: uuid.UUID


def sent_of(post: Mapping[str, str]) -> Sent:
    """Raises ValidationError for what no button of the page sends."""
    try:
        key = uuid.UUID(post.get("key", ""))
    except ValueError:
        raise ValidationError(_("This form is broken. Open it anew.")) from None
    effort = _rating(post.get("effort", ""))
    do = post.get("do", "") or (DONE if effort is not None else "")
    if do not in (DONE, NOT_DONE, PAIN, TAKE_BACK):
        raise ValidationError(_("This form is broken. Open it anew."))
    said = {name: _rating(post.get(name, "")) for name in ("pain_before_nrs", "pain_after_nrs")}
    return Sent(do, effort, {name: value for name, value in said.items() if value is not None}, key)


def _rating(text: str) -> int | None:
    if not text:
        return None
    if text not in map(str, RATINGS):
        raise ValidationError(_("Allowed: a whole number from 0 to 10."))
    return int(text)


def say(by: Actor, person_id: int, shown: Shown, sent: Sent) -> str:
    """Sign it, or take it back; what was done, in words."""
    return _SAYS[sent.do](by, person_id, shown, sent)


def _say_done(by: Actor, person_id: int, shown: Shown, sent: Sent) -> str:
    more = {"effort": sent.effort} if sent.effort is not None else {}
    _sign(by, person_id, shown, sent, {"done": True, **more})
    if sent.effort is not None:
        return _("Saved: effort %s of 10.") % sent.effort
    return _("Saved: done.")


def _say_not_done(by: Actor, person_id: int, shown: Shown, sent: Sent) -> str:
    _sign(by, person_id, shown, sent, {"done": False})
    return _("Saved: not done.")


def _say_pain(by: Actor, person_id: int, shown: Shown, sent: Sent) -> str:
    if shown.row is None:
        raise ValidationError(_("Say first whether you did it."))
    if not sent.pain:
        raise ValidationError(_("Pick a number for your pain before or after."))
    _sign(by, person_id, shown, sent, dict(sent.pain))
    return _("Saved: your pain.")


def _sign(by: Actor, person_id: int, shown: Shown, sent: Sent, said: dict[str, Any]) -> None:
    """What was said before of this day and item stays, unless it is said anew."""
    row = {**_row(shown.on, shown.item.id), **_earlier(shown), **said}
    if not row["done"]:
        row = {name: value for name, value in row.items() if name not in _ONLY_OF_DONE}
    content = {"home": [row]}
    sign_entry(by=by, person_id=person_id, on=shown.on, kind="home", content=content, idempotency_key=sent.key)


def _row(on: date, intervention: str) -> dict[str, Any]:
    return {"date": on.isoformat(), "intervention": intervention}


def _earlier(shown: Shown) -> dict[str, Any]:
    if shown.row is None:
        return {}
    names = ("done", *_ONLY_OF_DONE, "pain_before_nrs", "pain_after_nrs")
    said = {name: getattr(shown.row, name) for name in names}
    return {name: value for name, value in said.items() if value not in (None, "")}


def _take_back(by: Actor, person_id: int, shown: Shown, sent: Sent) -> str:
    """Everything that the reader said of it. Sent twice there is nothing left to take back, and nothing is done."""
    with transaction.atomic():
        for entry in shown.mine:
            correct_entry(
                by=by,
                entry_id=entry.pk,
                content={},
                reason=_("Taken back by whoever ticked it."),
                idempotency_key=uuid.uuid5(sent.key, str(entry.pk)),
            )
    return _("Taken back. Nothing is saved for this day.")


_SAYS: Mapping[str, Callable[[Actor, int, Shown, Sent], str]] = {
    DONE: _say_done,
    NOT_DONE: _say_not_done,
    PAIN: _say_pain,
    TAKE_BACK: _take_back,
}
