"""Fetching one web address safely.

Every hop of a redirect is checked anew, and the connection goes to the very IP address that was checked: the host is
looked up once, here, so a name that changes its mind between check and connection (DNS rebinding) gains nothing. Host
header and TLS name stay those of the address. Size is limited on the wire and after decompression, time for the whole
fetch. Proxies of the environment are not used: behind one, nothing could be checked.
"""

from __future__ import annotations

import asyncio
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from email.message import Message
from http.client import responses
from ipaddress import ip_address
from typing import TYPE_CHECKING

import httpcore
import httpx

from bot.errors import AddressError, FetchError
from bot.ingest.addresses import AddressRules, IPAddress, check_address
from bot.ingest.inflate import BodyError, Inflater, refuse_length

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    Resolve = Callable[[str, int], Awaitable[list[IPAddress]]]
    Gate = Callable[[httpx.URL], AbstractAsyncContextManager[None]]

ARTICLE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"})
FEED_TYPES = frozenset(
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
        "application/feed+json", "application/json",
        "text/html", "text/plain", "application/octet-stream",  # feeds under a wrong name; the parser will tell
    }
)  # fmt: skip
ANY_TYPE: frozenset[str] = frozenset()

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_NOT_MODIFIED = 304
_TEMPORARY = frozenset({408, 425, 429})  # of the answers from 400 to 499
_CONNECT_SHARE = 3  # of the seconds allowed, a third for one IP address to accept the connection
_RESOLVING_THREADS = 16  # a look-up that hangs cannot be ended; others must not wait for it
_ADDRESSES_TRIED = 3  # of one host
_KINDS = {"image": "a picture", "video": "a video", "audio": "a sound", "font": "a font"}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much one fetch may cost: seconds of work in all, bytes of its body (unpacked too), and redirects."""

    seconds: float = 30.0
    max_bytes: int = 8_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `address` is the last one after redirects; `body` is unpacked; `headers` are in lower case.

    `status` is a success (2xx), or 304 where the request was conditional. `moved_to` is set where every redirect on the
    way was a permanent one.
    """

    address: str
    status: int
    media_type: str
    charset: str | None
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the server said that nothing changed since the conditions of the request."""
        return self.status == _NOT_MODIFIED


@dataclass(frozen=True, slots=True)
class _Redirect:
    to: str
    is_permanent: bool


@asynccontextmanager
async def open_gate(_url: httpx.URL) -> AsyncIterator[None]:
    """Let every request through at once."""
    yield


class SystemResolver:
    """Looks hosts up with the system's resolver, in threads of its own: a dead name server stops nobody else."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_RESOLVING_THREADS, thread_name_prefix="resolve")

    async def __call__(self, host: str, port: int) -> list[IPAddress]:
        """Return a host's IP addresses, in the system's order of preference. Raises OSError where there is none."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _look_up, host, port)
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Let the threads go; one that hangs ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int) -> list[IPAddress]:
    return [ip_address(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class _ForbiddenHostError(Exception):
    """A host all of whose IP addresses are forbidden."""


class _UnknownHostError(Exception):
    """A host without an IP address."""


class CheckedBackend(httpcore.AnyIOBackend):
    """Connects by TCP to the permitted IP addresses of a host only."""

    def __init__(self, rules: AddressRules, resolve: Resolve) -> None:
        self._rules = rules
        self._resolve = resolve

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # the library's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Look the host up, check what comes out, and connect to the first checked address that answers.

        Raises _ForbiddenHostError where none is permitted, _UnknownHostError where the host is unknown.
        """
        permitted = [address for address in await self._addresses(host, port) if self._rules.permits(address)]
        if not permitted:
            raise _ForbiddenHostError
        *others, last = permitted[:_ADDRESSES_TRIED]
        for address in others:
            try:
                return await super().connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next address of the same host
        return await super().connect_tcp(str(last), port, timeout, local_address, socket_options)

    async def _addresses(self, host: str, port: int) -> list[IPAddress]:
        try:
            return [ip_address(host)]
        except ValueError:
            pass  # a name
        try:
            return await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise _UnknownHostError from error


class Fetcher:
    """Fetches addresses within limits. Close it when done; it keeps no connection between fetches."""

    def __init__(
        self,
        limits: FetchLimits,
        user_agent: str,
        *,
        rules: AddressRules | None = None,
        resolve: Resolve | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits
        self._user_agent = user_agent
        self._resolver = SystemResolver()
        self._backend = CheckedBackend(rules or AddressRules(), resolve or self._resolver)
        self._ssl_context = ssl_context or httpcore.default_ssl_context()

    def close(self) -> None:
        """Let the resolver's threads go."""
        self._resolver.close()

    async def get(
        self,
        address: str,
        *,
        accept: frozenset[str] = ARTICLE_TYPES,
        headers: Mapping[str, str] | None = None,
        gate: Gate = open_gate,
        max_bytes: int | None = None,
    ) -> Fetched:
        """Fetch an address, following redirects.

        Args:
            address: http or https.
            accept: the media types that are taken; `ANY_TYPE` takes all.
            headers: more request headers, such as conditions.
            gate: entered before each request and left after it; may wait (that time does not count) or refuse.
            max_bytes: a limit of size below the usual one.

        Raises AddressError where the address or one that it leads to may not be fetched, FetchError for all else.
        """
        limits = replace(self._limits, max_bytes=min(max_bytes or self._limits.max_bytes, self._limits.max_bytes))
        first = url = check_address(address)
        left, all_permanent = limits.seconds, True
        async with httpcore.AsyncConnectionPool(self._ssl_context, network_backend=self._backend) as pool:
            for _ in range(limits.redirects + 1):
                hop = _Hop(pool, url, self._headers(accept, headers or {}), accept, limits)
                async with gate(url):
                    started = time.monotonic()
                    answer = await hop.send(left)
                    left -= time.monotonic() - started
                if isinstance(answer, Fetched):
                    return replace(answer, moved_to=str(url) if all_permanent and url != first else None)
                all_permanent = all_permanent and answer.is_permanent
                url = _next_address(url, answer.to)
        raise FetchError(address, f"more than {limits.redirects} redirects", lasting=True)

    def _headers(self, accept: frozenset[str], more: Mapping[str, str]) -> dict[str, str]:
        wanted = ", ".join((*sorted(accept), "*/*;q=0.1")) if accept else "*/*"
        return {"User-Agent": self._user_agent, "Accept": wanted, "Accept-Encoding": "gzip, deflate", **more}


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request of a fetch, to a checked address."""

    pool: httpcore.AsyncConnectionPool
    url: httpx.URL
    headers: Mapping[str, str]
    accept: frozenset[str]
    limits: FetchLimits

    async def send(self, seconds: float) -> Fetched | _Redirect:
        """Make the request within `seconds`. Raises AddressError and FetchError."""
        with _explained(str(self.url), self.limits.seconds):
            async with asyncio.timeout(seconds), self._response() as response:
                return await self._read(response)

    def _response(self) -> AbstractAsyncContextManager[httpcore.Response]:
        url = self.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        lines = {"Host": url.netloc.decode("ascii"), **self.headers}
        timeouts = {"connect": self.limits.seconds / _CONNECT_SHARE}
        return self.pool.stream("GET", target, headers=list(lines.items()), extensions={"timeout": timeouts})

    async def _read(self, response: httpcore.Response) -> Fetched | _Redirect:
        headers = {_text(name).lower(): _text(value) for name, value in response.headers}
        if response.status in _REDIRECTS and headers.get("location"):
            return _Redirect(headers["location"], response.status in _PERMANENT)
        self._refuse_status(response.status, headers)
        media_type, charset = _content_type(headers.get("content-type", ""))
        fetched = Fetched(str(self.url), response.status, media_type, charset, b"", headers)
        if fetched.is_unchanged:
            return fetched
        self._refuse_type(media_type)
        return replace(fetched, body=await self._body(response, headers))

    def _refuse_status(self, status: int, headers: Mapping[str, str]) -> None:
        if status // 100 == 2 or status == _NOT_MODIFIED:  # noqa: PLR2004  # 200 to 299: success
            return
        phrase = f" ({responses[status]})" if status in responses else ""
        raise FetchError(
            str(self.url),
            f"the server answered {status}{phrase}",
            status=status,
            retry_after=headers.get("retry-after"),
            lasting=status // 100 in (3, 4) and status not in _TEMPORARY,
        )

    def _refuse_type(self, media_type: str) -> None:
        if not self.accept or not media_type or media_type in self.accept:
            return
        kind = _KINDS.get(media_type.partition("/")[0], "a file of a kind that is not read")
        wanted = "a page, a text or a PDF" if self.accept is ARTICLE_TYPES else "a feed"
        raise FetchError(str(self.url), f"{kind} ({media_type}); wanted is {wanted}", lasting=True)

    async def _body(self, response: httpcore.Response, headers: Mapping[str, str]) -> bytes:
        try:
            refuse_length(headers.get("content-length", ""), self.limits.max_bytes)
            inflater = Inflater(headers.get("content-encoding", ""), self.limits.max_bytes)
            async for chunk in response.aiter_stream():
                inflater.feed(chunk)
            return inflater.finish()
        except BodyError as error:
            raise FetchError(str(self.url), str(error), lasting=error.is_lasting) from error


@contextmanager
def _explained(address: str, seconds: float) -> Iterator[None]:
    """Turn what goes wrong on the way into errors that name the address and a reason."""
    try:
        yield
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise FetchError(address, f"took longer than {seconds:g} seconds") from error
    except _ForbiddenHostError as error:
        reason = "leads into a private network or to this machine; only public addresses are fetched"
        raise AddressError(address, reason) from error
    except _UnknownHostError as error:
        raise FetchError(address, "no such host") from error
    except httpcore.ConnectError as error:
        raise FetchError(address, f"no connection: {error}") from error
    except httpcore.NetworkError as error:
        raise FetchError(address, "the connection broke off") from error
    except httpcore.ProtocolError as error:
        raise FetchError(address, f"the server did not answer in HTTP: {error}") from error


def _next_address(url: httpx.URL, location: str) -> httpx.URL:
    """Return where a redirect leads. Raises AddressError where that may not be fetched."""
    try:
        return check_address(str(url.join(location)))
    except httpx.InvalidURL as error:
        raise AddressError(str(url), "redirects to what is not a web address") from error


def _text(header: bytes) -> str:
    """Decode a header as servers write it: ASCII by the rules, often UTF-8, at times Latin-1."""
    try:
        return header.decode("utf-8")
    except UnicodeDecodeError:
        return header.decode("latin-1")


def _content_type(header: str) -> tuple[str, str | None]:
    """Return the media type in lower case, empty where there is none, and the charset."""
    if "/" not in header:
        return "", None
    message = Message()
    message["content-type"] = header
    return message.get_content_type(), message.get_content_charset()
