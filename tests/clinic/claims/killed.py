"""A program that is killed after each writing statement of an action in turn, and tells what the database holds then.

``python -m tests.clinic.claims.killed <what as JSON>``: the last run is not killed. A line of JSON for each run.
"""

import json
import os
import signal
import sys
import uuid
from decimal import Decimal
from typing import Any

MOST = 200
"""Statements of an action, by far."""
WRITES = ("INSERT", "UPDATE", "DELETE")
"""What reads alone leaves nothing behind."""


def main() -> None:
    import django

    django.setup()
    asked = json.loads(sys.argv[1])
    for number in range(1, MOST):
        was_killed = _run_until(asked, number)
        # What holds the same rows as before has the faults of before.
        wrong = _faults(asked) if number == 1 or not was_killed else []
        print(json.dumps({"killed": was_killed, "holds": _counts(), "faults": wrong}), flush=True)
        if not was_killed:
            return


def _run_until(asked: dict[str, Any], number: int) -> bool:
    """In a process of its own; whether it was killed."""
    from django.db import connections

    connections.close_all()  # nothing of a connection crosses over
    child = os.fork()
    if child == 0:
        _act_and_die(asked, number)
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert status == 0, "the action itself failed"
    return False


def _act_and_die(asked: dict[str, Any], number: int) -> None:
    from django.db import connection

    seen = 0

    def count(execute: Any, *statement: Any) -> Any:
        nonlocal seen
        answer = execute(*statement)
        seen += str(statement[0]).startswith(WRITES)
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    try:
        with connection.execute_wrapper(count):
            _act(asked)
    except BaseException as error:  # noqa: BLE001  the child must never go on as the program
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def _act(asked: dict[str, Any]) -> None:
    from clinic.accounts.models import User
    from clinic.audit.actor import Actor
    from clinic.claims import actions
    from clinic.claims.actions.propose import Month

    by, lines, key = Actor(User.objects.get(pk=asked["user"])), asked.get("lines", []), uuid.uuid4()
    match asked["action"]:
        case "propose":
            actions.propose_lines(by=by, month=Month(2026, 2))
        case "send":
            actions.send(by=by, lines=lines, key=key)
        case "correct":
            actions.correct_visit(by=by, line_id=lines[0], reason="not so", key=key)
        case "too much":
            from clinic.claims.models import Payment

            actions.take_too_much(by=by, line_id=lines[0], amount=Decimal(500), way=Payment.Way.TRANSFER, key=key)


def _counts() -> dict[str, int]:
    from django.apps import apps

    from clinic.audit.models import AuditEvent

    models: list[Any] = [*apps.get_app_config("claims").get_models(), AuditEvent]
    return {model.__name__: model._default_manager.count() for model in models}


def _faults(asked: dict[str, Any]) -> list[str]:
    from clinic.accounts.models import User
    from clinic.audit.record import verify_log
    from clinic.claims.recount import faults

    clinic = User.objects.get(pk=asked["user"]).clinic_id
    assert clinic is not None
    broken = verify_log(clinic)
    return [*faults(clinic), *([broken.why] if broken else [])]


if __name__ == "__main__":
    main()
