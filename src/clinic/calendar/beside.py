"""Work that takes too long for a request is done by a process of its own, which finds what to do in the database."""

import subprocess
import sys

from clinic.calendar.models import ListProposal

_begun: list[subprocess.Popen[bytes]] = []
"""By this process, and not over as far as it knows."""


def begin(proposal: ListProposal) -> None:
    """Work it out. The process has the settings of this one, and outlives a server that is started anew."""
    command = [sys.executable, "-m", "clinic", "work_out_list", str(proposal.pk)]
    # Asking for the others' end lets the system forget them.
    _begun[:] = [one for one in _begun if one.poll() is None]
    _begun.append(
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    )
