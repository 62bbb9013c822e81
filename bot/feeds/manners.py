"""How other sites are treated: robots.txt heeded, one request at a time to a host, a pause between two."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.feeds.robots import MAX_BYTES, Robots
from bot.ingest.fetch import ANY_TYPE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    import httpx

    from bot.feeds.clock import Clock
    from bot.ingest.fetch import Fetched, Fetcher


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: datetime | None = None


class Manners:
    """The gate before every request of the feeds.

    Args:
        fetcher: what fetches robots.txt.
        delay: seconds between two requests to a host, unless its robots.txt asks for more.
        concurrent: requests at once to all hosts. Waiting for a host's turn takes none of them.
        clock: tells the time and waits.
    """

    def __init__(self, fetcher: Fetcher, *, delay: float, concurrent: int, clock: Clock) -> None:
        self._fetcher = fetcher
        self._delay = delay
        self._clock = clock
        self._slots = asyncio.Semaphore(concurrent)
        self._hosts: dict[str, _Host] = {}
        self._robots = Robots(self._fetch_robots, clock)

    @asynccontextmanager
    async def gate(self, url: httpx.URL) -> AsyncIterator[None]:
        """Wait until an address may be asked for. Raises FetchError where robots.txt forbids it."""
        await self._robots.check(url)
        async with self._turn(url):
            yield

    @asynccontextmanager
    async def _turn(self, url: httpx.URL) -> AsyncIterator[None]:
        """Hold the host's only turn; the pause begins when it ends."""
        host = self._hosts.setdefault(url.host, _Host())
        async with host.lock:
            pause = max(self._delay, self._robots.delay(url))
            await self._pause(host, pause)
            try:
                async with self._slots:
                    yield
            finally:
                host.free_at = self._clock.now() + timedelta(seconds=pause)

    async def _pause(self, host: _Host, pause: float) -> None:
        """Wait for what is left of the pause; no longer than all of it, should the clock have been set back."""
        if host.free_at is None:
            return
        left = (host.free_at - self._clock.now()).total_seconds()
        if left > 0:
            await self._clock.sleep(min(left, pause))

    async def _fetch_robots(self, address: str) -> Fetched:
        return await self._fetcher.get(address, accept=ANY_TYPE, gate=self._turn, max_bytes=MAX_BYTES)
