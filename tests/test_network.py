"""The guard that keeps tests on this machine."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import NetworkUsedError


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "news.example", b"news.example"])
def test_looking_up_and_connecting_beyond_loopback_fails(host: str | bytes) -> None:
    """Whether by name or by address; nothing is sent before the failure."""
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo(host, 80)
    with pytest.raises(NetworkUsedError), socket.socket() as connection:
        connection.connect((host, 80))
    with pytest.raises(NetworkUsedError), socket.socket(type=socket.SOCK_DGRAM) as connection:
        connection.sendto(b"x", (host, 53))


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
