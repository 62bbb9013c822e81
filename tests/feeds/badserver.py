"""A real HTTP server on loopback that misbehaves on purpose, and the names under which it is reached.

A test says what each path does (`server.on("/feed", reply(...))`); every host name of the tests leads to this server,
so that one server stands for many sites.
"""

from __future__ import annotations

import asyncio
import gzip
import io
import socket
import struct
import zlib
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from aiohttp import web

from bot.ingest.addresses import AddressRules

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.ingest.addresses import IPAddress

    Behaviour = Callable[[web.Request], Awaitable[web.StreamResponse]]

_RESET = struct.pack("ii", 1, 0)  # linger for no time: closing sends a reset
HERE = IPv4Address("127.0.0.1")
LOOPBACK_ALLOWED = AddressRules(inside=(IPv4Network("127.0.0.1/32"),))


@dataclass
class BadServer:
    """The running server.

    `requests` holds what came in, `most_at_once` how many of a host were worked on together at most, `most_in_all` the
    same of all hosts; `names` what a host name leads to, where it is not this server.
    """

    port: int = 0
    routes: dict[str, Behaviour] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)
    most_at_once: dict[str, int] = field(default_factory=dict)
    most_in_all: int = 0
    names: dict[str, list[IPAddress]] = field(default_factory=dict)
    _busy: dict[str, int] = field(default_factory=dict)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application(handler_args={"auto_decompress": False})
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, str(HERE), 0)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End every connection and stop listening."""
        if self._runner:
            await self._runner.cleanup()

    def on(self, path: str, behaviour: Behaviour, host: str = "") -> None:
        """Say what a path does, on one host only where it is named."""
        self.routes[host + path] = behaviour

    def url(self, path: str, host: str = "news.example") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def paths(self, host: str = "") -> list[str]:
        """Return the paths that were asked for, in order."""
        return [request.path_qs for request in self.requests if not host or host_of(request) == host]

    async def resolve(self, host: str, port: int) -> list[IPAddress]:  # noqa: ARG002  # a resolver's signature
        """Stand in for the name server: every name leads here unless the test says otherwise."""
        return self.names.get(host, [HERE])

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        host = host_of(request)
        self.requests.append(request)
        self._busy[host] = self._busy.get(host, 0) + 1
        self.most_at_once[host] = max(self.most_at_once.get(host, 0), self._busy[host])
        self.most_in_all = max(self.most_in_all, sum(self._busy.values()))
        try:
            behaviour = self.routes.get(host + request.path) or self.routes.get(request.path) or reply("", status=404)
            return await behaviour(request)
        finally:
            self._busy[host] -= 1


def host_of(request: web.Request) -> str:
    """Return the host that a request is for, without the port."""
    return request.host.rpartition(":")[0]


def reply(
    body: str | bytes, *, status: int = 200, kind: str = "text/html", headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Answer as a decent server does."""
    data = body.encode() if isinstance(body, str) else body

    async def answer(_: web.Request) -> web.StreamResponse:
        more = {"Content-Type": kind} if kind else {}
        return web.Response(status=status, body=data, headers={**more, **(headers or {})})

    return answer


def feed(body: str, headers: Mapping[str, str] | None = None) -> Behaviour:
    """Answer with an RSS feed."""
    return reply(body, kind="application/rss+xml; charset=utf-8", headers=headers)


def redirect(to: str, status: int = 302) -> Behaviour:
    """Send the client elsewhere."""
    return reply("", status=status, headers={"Location": to})


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Do one thing after another, the last one from then on."""
    left = list(behaviours)

    async def answer(request: web.Request) -> web.StreamResponse:
        return await (left.pop(0) if len(left) > 1 else left[0])(request)

    return answer


def conditional(body: str, etag: str, modified: str = "") -> Behaviour:
    """Answer 304 to a request whose conditions hold, else with the body and both validators."""
    headers = {"ETag": etag, **({"Last-Modified": modified} if modified else {})}

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers=headers)
        return await feed(body, headers)(request)

    return answer


def raw(data: bytes, *, reset: bool = False) -> Behaviour:
    """Write these bytes to the connection, whatever they are, and end it: by a reset or in an orderly way."""

    async def answer(request: web.Request) -> web.StreamResponse:
        transport = request.transport
        assert transport is not None
        transport.write(data)
        if reset:
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            transport.abort()
        else:
            transport.close()
        return web.Response()

    return answer


def hang() -> Behaviour:
    """Accept the request and never answer."""

    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    return answer


def endless(
    kind: str = "text/html", headers: Mapping[str, str] | None = None, chunk: bytes = b"word " * 2000
) -> Behaviour:
    """Send a body that never ends, as fast as the client takes it."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": kind, **(headers or {})})
        await response.prepare(request)
        while True:
            await response.write(chunk)

    return answer


def trickle(data: bytes, kind: str = "text/html") -> Behaviour:
    """Send a few bytes, then nothing, with the connection left open."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": kind})
        await response.prepare(request)
        await response.write(data)
        await asyncio.Event().wait()
        raise AssertionError

    return answer


def gzip_bomb(size: int) -> bytes:
    """Pack `size` zero bytes into about a thousandth of that."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as file:
        for _ in range(size // 1_000_000):
            file.write(bytes(1_000_000))
    return out.getvalue()


def deflated(data: bytes, *, header: bool = True) -> bytes:
    """Pack by deflate, with the zlib header of the standard or, as many servers do, without."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS if header else -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
