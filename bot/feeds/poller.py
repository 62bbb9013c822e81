"""Follows the feeds: each in a task of its own, so that one that is slow or fails delays no other."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import ArticleError, DatelineError, FetchError
from bot.feeds.round import poll_feed
from bot.feeds.schedule import after_failure, after_success, read_retry_after
from bot.feeds.state import FeedState

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from random import Random

    from bot.config import FeedConfig
    from bot.feeds.round import Round, Tools

_LOG = logging.getLogger(__name__)
GATHER = timedelta(seconds=60)
"""From the first new article to its announcement: what other feeds bring meanwhile goes into the same build."""

_ANNOUNCE_AGAIN = timedelta(minutes=5)
_LONGEST_NAP = 600.0  # seconds; then the clock is looked at again: machines sleep and clocks are set


class Poller:
    """Follows feeds until it is stopped.

    Args:
        feeds: what to follow.
        tools: what rounds work with.
        on_new: called with the number of articles that are new or changed since it was last called. Where it raises a
            DatelineError (another build is running) it is called again later.
        rng: varies the times.
    """

    def __init__(
        self, feeds: Sequence[FeedConfig], tools: Tools, on_new: Callable[[int], Awaitable[None]], rng: Random
    ) -> None:
        self._feeds = {feed.address: feed for feed in feeds}
        self._tools = tools
        self._on_new = on_new
        self._rng = rng
        self._states = {address: FeedState(address, tools.clock.now()) for address in self._feeds}
        self._news = asyncio.Event()

    def feed_states(self) -> list[FeedState]:
        """Return how each feed does, in the order of the configuration."""
        return list(self._states.values())

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the feeds until `stop` is set; what is being fetched then is let go, and comes again next time."""
        await self.resume()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._follow(address)) for address in self._feeds]
            tasks.append(group.create_task(self._announce()))
            await stop.wait()
            for task in tasks:
                task.cancel()

    async def resume(self) -> None:
        """Take up what is remembered from before the restart."""
        now = self._tools.clock.now()
        for address, feed in self._feeds.items():
            state = await self._tools.state.load(address) or FeedState(address, now)
            if not state.is_failing:  # the interval may have been shortened since
                state = replace(state, due=min(state.due, now + timedelta(minutes=feed.interval)))
            self._states[address] = state
        if await self._tools.state.unannounced():
            self._news.set()

    async def poll(self, address: str) -> FeedState:
        """Ask one feed now, whenever it is due; return how it does."""
        feed, state = self._feeds[address], self._states[address]
        try:
            done = await poll_feed(feed, state, self._tools)
        except DatelineError as error:
            state = self._after_failure(state, error)
        except Exception as error:  # noqa: BLE001  # one feed that hits a bug of ours or of a parser must not end all the others
            _LOG.exception("an unexpected error in reading a feed of %s", feed.publisher or "no set publisher")
            state = self._after_failure(state, error)
        else:
            state = self._after_success(state, done)
            await self._count(done.stored)
        self._states[address] = state
        await self._tools.state.save(state)
        return state

    async def _follow(self, address: str) -> None:
        while True:
            await self._wait_until_due(address)
            await self.poll(address)

    async def _wait_until_due(self, address: str) -> None:
        clock = self._tools.clock
        while (left := (self._states[address].due - clock.now()).total_seconds()) > 0:
            await clock.sleep(min(left, _LONGEST_NAP))

    def _after_success(self, state: FeedState, done: Round) -> FeedState:
        now = self._tools.clock.now()
        interval = timedelta(minutes=self._feeds[state.address].interval)
        return replace(
            state,
            due=now + max(after_success(interval, self._rng), done.wait or timedelta()),
            checked=now,
            succeeded=now,
            failures=0,
            error=done.reason,
            skipped=done.skipped,
            articles=state.articles + done.stored,
            etag=done.etag,
            last_modified=done.last_modified,
            moved_to=done.moved_to,
        )

    def _after_failure(self, state: FeedState, error: Exception) -> FeedState:
        now = self._tools.clock.now()
        interval = timedelta(minutes=self._feeds[state.address].interval)
        wish = read_retry_after(error.retry_after, now) if isinstance(error, FetchError) else None
        failures = state.failures + 1
        due = now + after_failure(interval, failures, wish, self._rng)
        return replace(state, due=due, checked=now, failures=failures, error=_reason(error))

    async def _count(self, stored: int) -> None:
        if stored:
            await self._tools.state.count_unannounced(stored)
            self._news.set()

    async def _announce(self) -> None:
        while True:
            await self._news.wait()
            await self._tools.clock.sleep(GATHER.total_seconds())
            self._news.clear()
            while not await self._announced():
                await self._tools.clock.sleep(_ANNOUNCE_AGAIN.total_seconds())

    async def _announced(self) -> bool:
        """Tell how many articles are new; False where they can't be taken in at present."""
        count = await self._tools.state.unannounced()
        try:
            await self._on_new(count)
        except DatelineError as error:
            _LOG.warning("%s new articles wait to be taken into the index: %s", count, error)
            return False
        await self._tools.state.count_unannounced(-count)
        return True


def _reason(error: Exception) -> str:
    if isinstance(error, ArticleError):
        return error.reason
    return str(error) if isinstance(error, DatelineError) else f"unexpected {type(error).__name__}; the log holds it"
