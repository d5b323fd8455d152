"""Work that takes too long for a request is done by a process of its own, which finds what to do in the database."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime

from clinic.audit.actor import Actor
from clinic.calendar.models import ListProposal

_begun: list[subprocess.Popen[bytes]] = []
"""By this process, and not over as far as it knows."""


def begin(proposal: ListProposal) -> None:
    """Work it out."""
    run("work_out_list", str(proposal.pk))


def begin_repair(by: Actor, time_off_ids: Sequence[int], asked_at: datetime) -> None:
    """Work out where the visits go that stand in these times."""
    assert by.user is not None
    run("work_out_repair", str(by.user.pk), asked_at.isoformat(), *(str(one) for one in time_off_ids))


def run(*words: str) -> None:
    """The process has the settings of this one, and outlives a server that is started anew."""
    command = [sys.executable, "-m", "clinic", *words]
    # Asking for the others' end lets the system forget them.
    _begun[:] = [one for one in _begun if one.poll() is None]
    _begun.append(
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    )
