"""Runs the build in a process of its own and follows it: progress while it runs, then a report or a reason.

The build speaks JSON lines on its standard output: `{"stage", "done", "total"}` while it works, finally
`{"report": {...}}` or `{"error": "text"}` with exit status 1. Exit status 3: another build holds the lock.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections import deque
from typing import TYPE_CHECKING

import msgspec

from bot.errors import DatelineError, LockedError

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Sequence

_LOG = logging.getLogger(__name__)
_LINE_LIMIT = 16 * 1024 * 1024  # bytes; the report names every skipped file in one line
_STDERR_LINES = 50  # the last lines of a failed build's standard error go to the log
_GRACE = 5.0  # seconds between asking a build to end and killing it
EXIT_LOCKED = 3


class BuildFailedError(DatelineError):
    """A build ended without a new snapshot; the message is the reason, fit for an administrator."""


class Progress(msgspec.Struct, frozen=True):
    """How far a stage of the build has come."""

    stage: str
    done: int
    total: int


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did. `skipped` holds names of files with the reason; `seconds` is its duration."""

    articles: int
    skipped: list[tuple[str, str]]
    passages: int
    encoded: int
    reused: int
    seconds: float
    added: int
    changed: int
    removed: int
    snapshot: str


class _Line(msgspec.Struct, frozen=True):
    """Any line of the build's output: the fields of one of its three kinds are set."""

    stage: str | None = None
    done: int = 0
    total: int = 0
    report: BuildReport | None = None
    error: str | None = None


class Reindexer:
    """Runs one build at a time. `command` is the build's command line."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._busy = False
        self._process: Process | None = None

    @property
    def running(self) -> bool:
        """Whether a build of ours is running."""
        return self._busy

    async def build(self, on_progress: Callable[[Progress], None]) -> BuildReport:
        """Run the build to its end.

        Raises LockedError where another build runs, BuildFailedError with the reason where this one fails.
        """
        if self._busy:
            msg = "a build is already running in this bot"
            raise LockedError(msg)
        self._busy = True
        try:
            return await self._run(on_progress)
        finally:
            self._busy = False

    async def stop(self) -> None:
        """End a running build: politely, then by force."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        _signal(process, signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), _GRACE)
        except TimeoutError:
            _signal(process, signal.SIGKILL)
            await process.wait()

    async def _run(self, on_progress: Callable[[Progress], None]) -> BuildReport:
        self._process = process = await self._start()
        try:
            (last, report), errors = await asyncio.gather(_follow(process, on_progress), _tail(process))
            status = await process.wait()
        finally:
            await self.stop()
            self._process = None
        if status == EXIT_LOCKED:
            msg = "another build holds the lock"
            raise LockedError(msg)
        if status != 0 or report is None:
            _LOG.error("the build ended with status %s; the end of its output:\n%s", status, "\n".join(errors))
            raise BuildFailedError(last or f"the build ended with status {status}; the log holds its output")
        return report

    async def _start(self) -> Process:
        try:
            return await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                limit=_LINE_LIMIT,
                env={name: value for name, value in os.environ.items() if name != "DATELINE_TOKEN"},
                start_new_session=True,  # Ctrl+C reaches only the bot, which then ends the build itself
            )
        except OSError as error:
            msg = f"the build could not be started: {error.strerror}"
            raise BuildFailedError(msg) from error


async def _follow(process: Process, on_progress: Callable[[Progress], None]) -> tuple[str, BuildReport | None]:
    """Read the build's output to its end; return the error it named, if any, and its report, if any."""
    assert process.stdout is not None  # noqa: S101 - narrows the type: started with a pipe
    error, report = "", None
    async for raw in process.stdout:
        line = _parse(raw)
        if line.stage is not None:
            on_progress(Progress(line.stage, line.done, line.total))
        error, report = line.error or error, line.report or report
    return error, report


def _parse(raw: bytes) -> _Line:
    try:
        return msgspec.json.decode(raw, type=_Line)
    except msgspec.DecodeError:
        _LOG.warning("a line of the build's output is not of the agreed form and is passed over")
        return _Line()


async def _tail(process: Process) -> deque[str]:
    assert process.stderr is not None  # noqa: S101 - narrows the type: started with a pipe
    lines: deque[str] = deque(maxlen=_STDERR_LINES)
    async for raw in process.stderr:
        lines.append(raw.decode("utf-8", "replace").rstrip())
    return lines


def _signal(process: Process, number: signal.Signals) -> None:
    """Signal the build and whatever it started."""
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        _LOG.debug("the build had already ended")
