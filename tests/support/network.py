"""Nothing under test may reach beyond this machine: what works here must work in a clinic without a line."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest


class ReachedOut(AssertionError):
    """Code under test tried to reach another machine."""


def is_this_machine(host: object) -> bool:
    """Say whether an address or name means this machine, without asking anyone."""
    if isinstance(host, bytes):
        host = host.decode()
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _check(host: object) -> None:
    if not is_this_machine(host):
        raise ReachedOut(f"{host} is beyond this machine, and no test goes there.")


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def guard(self: socket.socket, *given: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            address = given[-1]
            _check(address[0])
        return method(self, *given)

    return guard


@pytest.fixture(autouse=True, scope="session")
def stay_on_this_machine() -> Iterator[None]:
    """Refuse every connection and every name look-up beyond this machine."""
    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        _check(host)
        return look_up(host, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield
