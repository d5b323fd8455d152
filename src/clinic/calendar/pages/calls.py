"""The list of calls to make when somebody is away: whom, from which hour, to which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from clinic.calendar.actions.absence import Call, RepairProposal
from clinic.calendar.models import Appointment
from clinic.calendar.pages.reasons import in_words
from clinic.calendar.pairs import Pair, alone_after, pairs_of


@dataclass(frozen=True)
class CallShown:
    call: Call
    why: tuple[str, ...]
    needs_call: bool
    """A new room alone is no reason to call."""
    alone: Appointment | None
    """The other half of its pair, which would stand without it."""

    @property
    def visit(self) -> Appointment:
        return self.call.appointment


def calls_of(proposal: RepairProposal) -> tuple[CallShown, ...]:
    pairs = pairs_of({one.appointment.person_id for one in proposal.calls})
    moved = {
        one.appointment.pk: one.new.starts_at if one.new else None
        for one in proposal.calls
        if one.new is None or one.new.starts_at != one.appointment.starts_at
    }
    return tuple(_shown(one, pairs.get(one.appointment.pk), moved) for one in proposal.calls)


def _shown(call: Call, pair: Pair | None, moved: Mapping[int, datetime | None]) -> CallShown:
    one, new = call.appointment, call.new
    same_hour = new is not None and abs(new.starts_at - one.starts_at) < timedelta(minutes=1)
    same = same_hour and new is not None and new.clinician.pk == one.clinician_id
    return CallShown(
        call,
        tuple(in_words(each.code.value, each.data) for each in call.reasons),
        needs_call=not same,
        alone=alone_after(pair, moved) if pair else None,
    )
