"""A process that books a series and is killed after so many appointments: `python -m … USER TOKEN APPOINTMENTS`."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def main(user_id: int, token: str, appointments: int) -> None:
    import django

    django.setup()
    from django.db import connection

    from clinic import clock
    from clinic.accounts.models import User
    from clinic.audit.actor import Actor
    from clinic.calendar.actions import book_series
    from tests.clinic.calendar.desk import NOW

    written = 0

    def then_kill(execute: Callable[..., Any], sql: str, *args: Any) -> Any:
        nonlocal written
        answer = execute(sql, *args)
        written += sql.startswith('INSERT INTO "calendar_appointment"')
        if written == appointments:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    with clock.set_to(NOW), connection.execute_wrapper(then_kill):
        book_series(Actor(User.objects.get(pk=user_id)), token)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
