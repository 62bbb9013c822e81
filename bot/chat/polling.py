"""Watches polling for the two ends that python-telegram-bot does not report: a refused token and a second poller.

One 401 on getUpdates ends polling for good while the application goes on looking alive. A 409 means that another
process polls with the same token; a short overlap at a restart is normal, a lasting one is not.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from telegram.error import Conflict, TelegramError
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    from collections.abc import Coroutine

_LOG = logging.getLogger(__name__)
_CONFLICT_WINDOW = 300.0  # seconds; the retry interval grows to 30 s, so ten conflicts take about 75 s
REFUSED = "Telegram refuses the bot token; check it, or ask @BotFather for a new one"
CONFLICT = "another process polls with the same bot token; stop it, then start this bot again"


class PollWatch:
    """Learns of every answer to getUpdates. `ended` is set when polling can't go on; `reason` then says why."""

    def __init__(self, conflicts_allowed: int = 10) -> None:
        self.ended = asyncio.Event()
        self.reason = ""
        self._allowed = conflicts_allowed
        self._conflicts: deque[float] = deque(maxlen=conflicts_allowed)

    def saw_status(self, code: int) -> None:
        """Note the HTTP status of a getUpdates call."""
        if code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):  # 404 is the answer to a malformed token
            self._end(REFUSED)

    def saw_error(self, error: TelegramError) -> None:
        """Note and log an error of polling; python-telegram-bot tries again by itself."""
        if not isinstance(error, Conflict):
            _LOG.warning("polling was interrupted and goes on: %s", type(error).__name__)
            return
        _LOG.error(CONFLICT)
        now = asyncio.get_running_loop().time()
        self._conflicts.append(now)
        if len(self._conflicts) == self._allowed and now - self._conflicts[0] < _CONFLICT_WINDOW:
            self._end(CONFLICT)

    def _end(self, reason: str) -> None:
        self.reason = self.reason or reason
        self.ended.set()


class WatchedRequest(HTTPXRequest):
    """The connection for getUpdates, with its answers reported to a PollWatch."""

    def __init__(self, watch: PollWatch) -> None:
        super().__init__(connection_pool_size=1)
        self._watch = watch

    def do_request(self, *args: Any, **kwargs: Any) -> Coroutine[Any, Any, tuple[int, bytes]]:
        """Pass a request on and report its status."""
        return self._reported(super().do_request(*args, **kwargs))

    async def _reported(self, request: Coroutine[Any, Any, tuple[int, bytes]]) -> tuple[int, bytes]:
        code, body = await request
        self._watch.saw_status(code)
        return code, body
