"""Reads feeds, pages and files in a process of their own, one process for each.

A process for each rather than a pool of them: between two pages nothing stays in memory, one that hangs is killed, one
that dies takes nothing with it. Its start costs about a second, which following feeds (with pauses between two requests
to a host) and an administrator's files can spare.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import msgspec

from bot.errors import ArticleError
from bot.feeds.worker import Job, Piece
from bot.ingest.feedfiles import FeedEntry

if TYPE_CHECKING:
    from datetime import date

    from bot.ingest.raw import RawArticle

_LOG = logging.getLogger(__name__)
SECONDS = 60.0
"""For one page or file. Most take one or two; the slowest hostile page of the tests took less than ten."""

_COMMAND = (sys.executable, "-m", "bot.feeds.worker")


class Reader:
    """Starts a process for each page or file; may be used by several threads. Close it when done.

    Args:
        seconds: after which a process is killed.
        at_once: processes that run at the same time at most; the others wait.
    """

    def __init__(self, seconds: float = SECONDS, at_once: int = 2) -> None:
        self._seconds = seconds
        self._turns = threading.Semaphore(at_once)
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def close(self) -> None:
        """Kill what is running, and start nothing any more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()

    def read_page(
        self, data: bytes, *, url: str | None = None, declared_charset: str | None = None, today: date | None = None
    ) -> RawArticle:
        """Return the article of a page; blocks. Raises ArticleError where there is none."""
        name = url or "page"
        pieces = self.read(Job(name, "page", url=url, charset=declared_charset, today=today), data)
        for piece in pieces:
            if piece.article is not None:
                return piece.article
            raise ArticleError(piece.skipped, piece.reason)
        raise ArticleError(name, "could not be read")

    def read_feed(self, data: bytes, address: str, charset: str | None) -> list[FeedEntry]:
        """Return a feed's entries; blocks. Raises ArticleError where it is none."""
        pieces = self.read(Job(address, "feed", charset=charset), data)
        for piece in pieces:
            if piece.article is None:
                raise ArticleError(piece.skipped, piece.reason)
        return [FeedEntry(piece.key, piece.article) for piece in pieces if piece.article is not None]

    def read(self, job: Job, data: bytes) -> list[Piece]:
        """Return the articles of a file and what was skipped; blocks. Raises ArticleError where reading fails."""
        with self._turns:
            process = self._start(job.name)
            try:
                out, _ = process.communicate(msgspec.json.encode(job) + b"\n" + data, self._seconds)
            except subprocess.TimeoutExpired as error:
                msg = f"reading took longer than {self._seconds:g} seconds"
                raise ArticleError(job.name, msg) from error
            finally:
                self._end(process)
        if process.returncode != 0:
            _LOG.error("reading a page or file ended with status %s", process.returncode)
            raise ArticleError(job.name, "could not be read: it needs too much memory, or our reader has a fault")
        return [msgspec.json.decode(line, type=Piece) for line in out.splitlines()]

    def _start(self, name: str) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise ArticleError(name, "not read: the bot is stopping")
            environment = {key: value for key, value in os.environ.items() if key != "DATELINE_TOKEN"}
            process = subprocess.Popen(  # noqa: S603 - our own program
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # tracebacks quote what was read
                env=environment,
                start_new_session=True,  # Ctrl+C reaches only the bot
            )
            self._running.add(process)
            return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.communicate()
        with self._lock:
            self._running.discard(process)
