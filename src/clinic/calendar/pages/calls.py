"""The list of calls to make when somebody is away: whom, from which hour, to which."""

from dataclasses import dataclass
from datetime import timedelta

from clinic.calendar.actions.absence import Call, RepairProposal
from clinic.calendar.models import Appointment
from clinic.calendar.pages.reasons import in_words


@dataclass(frozen=True)
class CallShown:
    call: Call
    why: tuple[str, ...]
    needs_call: bool
    """A new room alone is no reason to call."""

    @property
    def visit(self) -> Appointment:
        return self.call.appointment


def calls_of(proposal: RepairProposal) -> tuple[CallShown, ...]:
    return tuple(_shown(one) for one in proposal.calls)


def _shown(call: Call) -> CallShown:
    one, new = call.appointment, call.new
    same_hour = new is not None and abs(new.starts_at - one.starts_at) < timedelta(minutes=1)
    same = same_hour and new is not None and new.clinician.pk == one.clinician_id
    return CallShown(call, tuple(in_words(each.code.value, each.data) for each in call.reasons), not same)
