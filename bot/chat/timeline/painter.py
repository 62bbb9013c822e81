"""Has charts drawn, each in a process of its own that ends with it, so that the bot stays small."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.timeline.drawing import Chart

_LOG = logging.getLogger(__name__)
SECONDS = 30.0
"""For one chart. It takes about one and a half, most of it to load the library; on a busy machine several."""

_COMMAND = (sys.executable, "-m", "bot.chat.timeline.drawing")
_AT_ONCE = 2  # processes; they compete with the answers for the processors


class Painter:
    """Draws charts. Belongs to one event loop.

    Args:
        command: the program that reads a `Chart` and writes a PNG.
        seconds: after which it is killed.
    """

    def __init__(self, command: Sequence[str] = _COMMAND, seconds: float = SECONDS) -> None:
        self._command = command
        self._seconds = seconds
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def paint(self, chart: Chart) -> bytes | None:
        """Return the chart as a PNG; None where it could not be drawn: the log says why, and words must do."""
        async with self._turns:
            try:
                return await self._drawn(msgspec.json.encode(chart))
            except OSError as error:
                _LOG.error("a chart could not be drawn: its program did not start: %s", error.strerror)
                return None

    async def _drawn(self, job: bytes) -> bytes | None:
        environment = {key: value for key, value in os.environ.items() if key != "DATELINE_TOKEN"}
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, start_new_session=True
        )
        try:
            picture, _ = await asyncio.wait_for(process.communicate(job), self._seconds)
        except TimeoutError:
            _LOG.error("a chart took longer than %g seconds and was given up", self._seconds)
            return None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0 or not picture:
            _LOG.error("drawing a chart ended with status %s", process.returncode)
            return None
        return picture
