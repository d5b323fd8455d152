import socket
import urllib.request

import pytest

from tests.support.network import ReachedOut, is_this_machine

OUTSIDE = "192.0.2.1"  # RFC 5737: an address that belongs to nobody


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1", b"localhost", None, ""])
def test_this_machine_is_known_by_all_its_names(host):
    assert is_this_machine(host)


@pytest.mark.parametrize("host", [OUTSIDE, "10.0.0.1", "example.org", "localhost.example.org", "2001:db8::1"])
def test_other_machines_are_known_as_such(host):
    assert not is_this_machine(host)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_no_connection_leaves_this_machine(method):
    with socket.socket() as line, pytest.raises(ReachedOut, match=OUTSIDE):
        getattr(line, method)((OUTSIDE, 80))


def test_no_datagram_leaves_this_machine():
    with socket.socket(type=socket.SOCK_DGRAM) as line, pytest.raises(ReachedOut):
        line.sendto(b"hello", (OUTSIDE, 53))


def test_no_name_is_looked_up():
    with pytest.raises(ReachedOut, match=r"example\.org"):
        urllib.request.urlopen("http://example.org/")


def test_this_machine_can_be_reached():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as line,
    ):
        assert line.getpeername() == server.getsockname()
