"""The pace of everything that leaves the bot: Telegram's limits for one chat, one group and all chats together."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

_LOG = logging.getLogger(__name__)

# core.telegram.org/bots/faq: about one message a second in one chat (short bursts pass), 20 a minute in one group,
# 30 a second in all.
_ALL_PER_SECOND = 30
_CHAT_BURST, _CHAT_SECONDS = 3, 3.0  # a bucket of 3 that leaks one a second
_GROUP_BURST, _GROUP_SECONDS = 8, 40.0  # 8 at once and 12 more in the minute: never over 20
_RETRIES = 3  # after "too many requests"
_LONGEST_WAIT = 120.0  # seconds; who is asked to wait longer than this gives up
_SLACK = 0.1  # seconds added to what Telegram asks for
_KEPT = 10_000  # chats whose pace is kept, the least recently used go first
_PACED = ("send", "edit", "copy", "forward")
_UNPACED = ("sendChatAction",)


class _Pace:
    """The pace of one chat: its buckets, and the time (of the event loop) before which Telegram wants nothing."""

    def __init__(self, *, group: bool) -> None:
        self.buckets = [AsyncLimiter(_CHAT_BURST, _CHAT_SECONDS)]
        if group:
            self.buckets.append(AsyncLimiter(_GROUP_BURST, _GROUP_SECONDS))
        self.closed_until = 0.0

    async def wait_until_open(self) -> None:
        loop = asyncio.get_running_loop()
        while (wait := self.closed_until - loop.time()) > 0:  # noqa: ASYNC110 - another 429 may prolong it
            await asyncio.sleep(wait)

    async def wait_turn(self) -> None:
        for bucket in self.buckets:
            await bucket.acquire()
        await self.wait_until_open()

    def close(self, seconds: float) -> None:
        self.closed_until = max(self.closed_until, asyncio.get_running_loop().time() + seconds)


class Pacer(BaseRateLimiter[None]):
    """Paces what is sent to each chat and in all; a chat that must wait holds up no other chat.

    At most `concurrent` requests are under way at once: httpx slows down beyond a few dozen.
    """

    def __init__(self, concurrent: int) -> None:
        self._in_flight = asyncio.Semaphore(concurrent)
        self._all = AsyncLimiter(_ALL_PER_SECOND, 1.0)
        self._chats: OrderedDict[int | str, _Pace] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the library's interface
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - part of the interface; we take none
    ) -> Any:
        """Send a request when its turn comes, and again after the wait that a 429 asks for.

        Raises RetryAfter when the wait is too long or was asked for too often.
        """
        pace = self._pace(endpoint, data)
        for attempt in range(_RETRIES + 1):
            if pace is not None:
                await pace.wait_turn()
            await self._all.acquire()
            try:
                async with self._in_flight:
                    return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = _seconds(error)
                if attempt == _RETRIES or seconds > _LONGEST_WAIT:
                    raise
                _LOG.info("%s: Telegram asks to wait %s s", endpoint, seconds)
                await _pause(pace, seconds + _SLACK)
        msg = "unreachable: the last attempt returns or raises"
        raise AssertionError(msg)

    def _pace(self, endpoint: str, data: dict[str, Any]) -> _Pace | None:
        chat = data.get("chat_id")
        if chat is None or endpoint in _UNPACED or not endpoint.startswith(_PACED):
            return None
        pace = self._chats.pop(chat, None) or _Pace(group=isinstance(chat, str) or chat < 0)
        self._chats[chat] = pace
        if len(self._chats) > _KEPT:
            self._chats.popitem(last=False)
        return pace


async def _pause(pace: _Pace | None, seconds: float) -> None:
    if pace is None:
        await asyncio.sleep(seconds)
    else:
        pace.close(seconds)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after  # a timedelta once PTB_TIMEDELTA is set, which `bot.chat.app` does
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
