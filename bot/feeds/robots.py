"""What sites allow robots to fetch: robots.txt by RFC 9309, read by Protego, asked for once a day and site.

A site without one (404 and the like) allows everything. Where it can't be had (the server fails, or asks for patience)
nothing may be fetched for the time being.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from protego import Protego

from bot.errors import ArticleError, FetchError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    import httpx

    from bot.feeds.clock import Clock
    from bot.ingest.fetch import Fetched

AGENT = "Dateline"
MAX_BYTES = 1_000_000
"""Of a robots.txt; RFC 9309 asks for at least 500 KiB."""

_KEEP = timedelta(hours=24)  # RFC 9309: no longer
_KEEP_FAILURE = timedelta(minutes=30)
_LONGEST_DELAY = 60.0  # seconds of a Crawl-delay that are heeded; more would let no round end
_TOO_MANY = 429
_CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A site's rules until they expire; `trouble` is set where they can't be had."""

    rules: Protego | None
    until: datetime
    trouble: str = ""
    retry_after: str | None = None


@dataclass(slots=True)
class _Site:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: _Rules | None = None


class Robots:
    """The robots.txt of every site that is fetched from. `fetch` gets one, politely."""

    def __init__(self, fetch: Callable[[str], Awaitable[Fetched]], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._sites: dict[str, _Site] = {}

    async def check(self, url: httpx.URL) -> None:
        """Raise FetchError where the site does not let us fetch this address, or can't be asked at present."""
        found = await self._rules_of(url)
        if found.rules is None:
            reason = f"not fetched while its robots.txt can't be read ({found.trouble})"
            raise FetchError(str(url), reason, retry_after=found.retry_after)
        if not found.rules.can_fetch(str(url), AGENT):
            raise FetchError(str(url), "its robots.txt does not allow it", lasting=True)

    def delay(self, url: httpx.URL) -> float:
        """Return the pause between requests in seconds that the site asked for, 0 where it did not or is not known."""
        site = self._sites.get(_origin(url))
        rules = site.rules.rules if site and site.rules else None
        wanted = rules.crawl_delay(AGENT) if rules else None
        return min(max(wanted or 0.0, 0.0), _LONGEST_DELAY)

    async def _rules_of(self, url: httpx.URL) -> _Rules:
        site = self._sites.setdefault(_origin(url), _Site())
        async with site.lock:
            if site.rules is None or site.rules.until <= self._clock.now():
                site.rules = await self._ask(_origin(url))
            return site.rules

    async def _ask(self, origin: str) -> _Rules:
        now = self._clock.now()
        try:
            got = await self._fetch(f"{origin}/robots.txt")
        except FetchError as error:
            if error.status in _CLIENT_ERRORS and error.status != _TOO_MANY:
                return _Rules(Protego.parse(""), now + _KEEP)
            return _Rules(None, now + _KEEP_FAILURE, error.reason, error.retry_after)
        except ArticleError as error:  # leads where nothing is fetched
            return _Rules(None, now + _KEEP_FAILURE, error.reason)
        return _Rules(Protego.parse(got.body.decode("utf-8-sig", errors="replace")), now + _KEEP)


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
