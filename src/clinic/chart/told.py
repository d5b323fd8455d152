"""What an intake may hold: what the person alone can tell, and nothing that takes a danger sign away.

An intake adds to a chart. What stands there already is not said over by it: not what a clinician wrote, and not an
earlier answer of the person's own. So no answer given at home closes a flag or changes a number unseen.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from concordant.facts import DICTIONARY, Fact, Kind, Room, Scope, Supplier
from concordant.facts.coverage.claim import claim_accident_date, claim_number, payer_kind
from concordant.facts.kinds import Table
from concordant.facts.plan.consent import consent_given
from concordant.facts.plan.episode import goal
from concordant.facts.safety.history import self_harm_thoughts

INTAKE = "intake"
THERE = "there"
"""Begins the place that says no more than that a headache or an injury is described."""
CONSENTS = ("share_physio_rmt", "send_to_payer", "send_to_physician", "student_present", "photo_or_video")
"""What people can agree to by themselves. To a treatment they agree after it was talked over (operations 3.6)."""

_BY_THE_PERSON = (Supplier.PATIENT, Supplier.DIARY)
_ROOMS = (Room.HISTORY, Room.SAFETY, Room.DIARY)
_SCOPES = (Scope.PERSON, Scope.HEADACHE, Scope.INJURY, Scope.VISIT)
TOLD_OF_THE_PAYER = (payer_kind, claim_accident_date, claim_number)
"""Staff check these; the person is asked for them before the visit (operations 4.3)."""


def asked_in_intake(fact: Fact[Kind]) -> bool:
    """Whether a page of the intake asks it by a field of its own."""
    if fact in (goal, *TOLD_OF_THE_PAYER):
        return True
    if fact.supplied_by not in _BY_THE_PERSON or fact.room not in _ROOMS or fact.scope not in _SCOPES:
        return False
    # A table without keys is filled in beside another list. Of a block, staff ask with its report at hand. Of thoughts
    # of self-harm somebody asks who is there to hear the answer.
    is_open = isinstance(fact.kind, Table) and not fact.kind.keys
    return not (is_open or fact.per_headache or fact is self_harm_thoughts)


def allowed_in_intake(fact: Fact[Kind]) -> bool:
    return fact is consent_given or asked_in_intake(fact)


def require_intake(content: Mapping[str, Any]) -> None:
    """Raises ValidationError for a finding with a side or a segment, and for consent to a treatment."""
    visits = content.get("visits", [])
    for row in visits if isinstance(visits, list) else ():
        if isinstance(row, Mapping) and row.get("findings"):
            raise ValidationError({"content": _("A finding is not told, it is found.")})
    facts = content.get("facts", {})
    consents = facts.get(consent_given.name, {}) if isinstance(facts, Mapping) else {}
    if not isinstance(consents, Mapping) or set(consents) - set(CONSENTS):
        raise ValidationError({"content": _("Consent to a treatment is given where it is talked over.")})


def places_of(content: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every place of a chart that a fragment says something about, of a visit with its day; and what it describes."""
    for section in ("person", "episode"):
        yield from ((section, key) for key in content.get(section, {}) if key != "id")
    yield from (("facts", name) for name in content.get("facts", {}))
    for section in ("headaches", "injuries"):
        for row in content.get(section, []):
            yield THERE, section, str(row["id"])
            yield from ((section, str(row["id"]), name) for name in row.get("facts", {}))
            if row.get("name"):
                yield section, str(row["id"]), "name"
    for row in content.get("visits", []):
        yield from (("visits", str(row.get("date")), name) for name in row.get("facts", {}))


def open_signs(standing: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Facts of a visit that were answered with a sign the last time anybody asked.

    A later "no" from home would end the flag that hangs on it: that is for somebody who sees the person.
    """
    newest: dict[str, tuple[str, bool]] = {}
    for content in standing:
        for row in content.get("visits", []):
            day = str(row.get("date"))
            said = [*row.get("facts", {}).items(), *((one["fact"], one["value"]) for one in row.get("findings", []))]
            for name, value in said:
                if day >= newest.get(name, ("", False))[0]:
                    newest[name] = day, value not in (False, None, [], ["none"])
    return frozenset(name for name, (_day, is_sign) in newest.items() if is_sign)


def require_not_said(
    content: Mapping[str, Any], standing: Iterable[Mapping[str, Any]], instead_of: Mapping[str, Any] | None = None
) -> None:
    """Raises ValidationError where a place is filled already; a correction may say again what it corrects."""
    before = instead_of or {}
    kept = list(standing)
    filled = {place for other in kept for place in places_of(other)} - set(places_of(before))
    signs = open_signs(kept)
    said = [
        place
        for place in places_of(content)
        if place[0] != THERE and (place in filled or (place[0] == "visits" and place[-1] in signs))
    ]
    if said:
        labels = ", ".join(dict.fromkeys(_label(place) for place in said))
        raise ValidationError(
            _("This stands in your chart already: %(labels)s. Tell your clinic if it has changed.") % {"labels": labels}
        )
    if content.get("injuries") == [] != before.get("injuries") and any(other.get("injuries") for other in kept):
        raise ValidationError(_("Your chart holds an injury. Tell your clinic if that is wrong."))


def require_dangers_kept(before: Mapping[str, Any], after: Mapping[str, Any], *, is_moved: bool) -> None:
    """Raises ValidationError where the person takes back or changes what they said of danger signs.

    Nor is it moved to another day: said of a later day it would stand over what a clinician noted meanwhile.
    """
    if is_moved or _dangers(before) != _dangers(after):
        raise ValidationError(
            _("What you said about danger signs stays as it is. Tell your clinic, and they will note what is right.")
        )


def _dangers(content: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    return {place: value for place, value in _values(content) if DICTIONARY[place[-1]].room is Room.SAFETY}


def _values(content: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield from (((name,), value) for name, value in content.get("facts", {}).items() if name in DICTIONARY)
    for section in ("headaches", "injuries", "visits"):
        for row in content.get(section, []):
            key = str(row.get("id", row.get("date")))
            yield from (
                ((section, key, name), value) for name, value in row.get("facts", {}).items() if name in DICTIONARY
            )


def _label(place: tuple[str, ...]) -> str:
    return DICTIONARY[place[-1]].label if place[-1] in DICTIONARY else place[1]
