"""What holds for every test: no network beyond this machine."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONNECTING = ("connect", "connect_ex", "sendto")


class NetworkUsedError(AssertionError):
    """A test tried to reach beyond loopback."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Fail whatever looks up a name or connects to an address other than loopback, in any thread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        patch.setattr(socket, "gethostbyname", _guarded_lookup(socket.gethostbyname))
        patch.setattr(socket, "socket", _guarded_socket(socket.socket))
        yield


def _guarded_lookup(lookup: Any) -> Any:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_beyond_loopback(host)
        return lookup(host, *args, **kwargs)

    return guarded


def _guarded_socket(real: type[socket.socket]) -> type[socket.socket]:
    def method(name: str) -> Any:
        def guarded(self: socket.socket, *args: Any) -> Any:
            address = args[-1]
            if isinstance(address, tuple):  # a Unix socket's address is a path
                _refuse_beyond_loopback(address[0])
            return getattr(real, name)(self, *args)

        return guarded

    return type("GuardedSocket", (real,), {"__slots__": (), **{name: method(name) for name in _CONNECTING}})


def _refuse_beyond_loopback(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        is_loopback = ipaddress.ip_address(name).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        msg = f"this test wants to reach {name!r}; tests stay on this machine"
        raise NetworkUsedError(msg)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: packed ones hold the time, and the workers must collect the same tests."""
    return argname if isinstance(val, bytes) else None
