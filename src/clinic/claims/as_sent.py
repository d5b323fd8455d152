"""By which claim a line last went to the insurer: the one on its invoice, or the one that stood when it was sent again.

A line that is sent again goes with the number as it stands by then; the invoice and the claims are kept as they were.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from clinic.claims.models import Claim, LineEvent, State


def standing_claim(line: Any, claims: Iterable[Claim]) -> Claim:
    """As it stands for the payer and the accident of a line to an insurer: the newest of ``claims``, which are its
    person's, the oldest first; the line's own where none is newer."""
    own: Claim = line.claim
    known = own.payer, own.accident_on
    return next((one for one in reversed(list(claims)) if (one.payer, one.accident_on) == known), own)


def claims_as_sent(lines: Iterable[Any]) -> dict[int, Claim]:
    """Line -> the claim that it went with; a line without a claim is not there. Needs the lines with their claims. Two
    statements, however many they are."""
    lines = [one for one in lines if one.claim_id is not None]
    if not lines:
        return {}
    again = _sent_again(lines)
    claims: dict[int, list[Claim]] = {}
    for one in Claim.objects.filter(person__in={one.person_id for one in lines if one.pk in again}).order_by("id"):
        claims.setdefault(one.person_id, []).append(one)
    return {one.pk: _at(one, claims.get(one.person_id, []), again.get(one.pk)) for one in lines}


def numbers_as_sent(lines: Iterable[Any]) -> Mapping[int, str]:
    """Line -> the claim number that it went with."""
    return {pk: claim.number for pk, claim in claims_as_sent(lines).items()}


def _at(line: Any, claims: Iterable[Claim], sent_again: datetime | None) -> Claim:
    said = [one for one in claims if sent_again is not None and one.said_at <= sent_again]
    return standing_claim(line, said)


def _sent_again(lines: Iterable[Any]) -> dict[int, datetime]:
    """Line -> when it was last sent after it had been refused. Nothing else leads from there to here."""
    before = LineEvent.objects.filter(line=OuterRef("line"), number=OuterRef("number") - 1, state=State.REJECTED)
    sent = LineEvent.objects.filter(Exists(before), line__in=[one.pk for one in lines], state=State.SENT)
    return dict(sent.order_by("number").values_list("line", "at"))
