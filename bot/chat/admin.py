"""What administrators do: /status and /reindex. Everybody else gets one friendly sentence."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from telegram.error import BadRequest, TelegramError

from bot.chat import outbox, render
from bot.chat.addressed import is_private
from bot.chat.ask import is_admitted
from bot.chat.reindex import BuildFailedError, Progress
from bot.chat.replying import reply
from bot.errors import LockedError, SnapshotError

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage, Message, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)
_MEGABYTE = 1024 * 1024


async def status(update: Update, context: Context) -> None:
    """Say how the bot is doing."""
    message = update.message
    if message is not None and await is_allowed(context, message):
        await reply(context, message, _status(context, context.ui(message.from_user)))


async def reindex(update: Update, context: Context) -> None:
    """Run the build besides the answering of questions, unless one runs already."""
    message = update.message
    if message is None or not await is_allowed(context, message):
        return
    await start_reindex(context, message, context.ui(message.from_user))


async def start_reindex(context: Context, message: MaybeInaccessibleMessage, ui: Catalogue) -> None:
    """Start a build and follow it in a message of its own, unless one runs already."""
    if context.services.reindexer.running:
        await reply(context, message, render.build_busy(ui))
        return
    context.services.spawn(_reindex(context, message, ui), "reindex")


async def is_allowed(context: Context, message: Message) -> bool:
    """Tell whether an administrator wrote a message; everybody else gets a sentence."""
    if not await is_admitted(context, message):
        return False
    if not context.is_admin(message.from_user):
        await reply(context, message, render.not_administrator(context.ui(message.from_user)))
        return False
    return True


def _status(context: Context, ui: Catalogue) -> Screen:
    services = context.services
    now = services.clock()
    return render.status(
        ui,
        coverage=services.engine.coverage,
        uptime_seconds=(now - services.started).total_seconds(),
        questions=services.questions,
        resident_mb=resident_mb(),
        engine=services.engine.engine_name,
        building=services.reindexer.running,
        feeds=services.feeding.states(),
        now=now,
        previous=services.engine.previous,
    )


def resident_mb() -> float:
    """Return the resident memory of this process in MB (2**20 bytes); Linux, 0 where that is not told."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


async def _reindex(context: Context, message: MaybeInaccessibleMessage, ui: Catalogue) -> None:
    """Build, swap the new snapshot in, and tell the administrator in one message that follows the build."""
    sent = await reply(context, message, render.build_started(ui))
    board = _Board(context, sent, ui)
    follower = asyncio.create_task(board.follow(), name="progress of the build")
    try:
        screen = await _build(context, board, ui)
    finally:
        follower.cancel()
        with suppress(asyncio.CancelledError):
            await follower
    await board.conclude(screen)


async def _build(context: Context, board: _Board, ui: Catalogue) -> Screen:
    services = context.services
    try:
        report = await services.reindexer.build(board.note)
        await services.work(services.engine.refresh)
    except LockedError:
        return render.build_busy(ui)
    except (BuildFailedError, SnapshotError) as error:
        _LOG.error("the build failed: %s", error)
        return render.build_failed(ui, reason=str(error))
    _LOG.info("snapshot %s is live", report.snapshot)
    return render.build_finished(ui, **msgspec.structs.asdict(report))


class _Board:
    """The one message that shows how a build goes."""

    def __init__(self, context: Context, message: Message, ui: Catalogue) -> None:
        rhythm = context.services.rhythm
        self._context, self._message, self._ui = context, message, ui
        self._pause = rhythm.progress_private if is_private(message) else rhythm.progress_group
        self._latest: Progress | None = None
        self._news = asyncio.Event()

    def note(self, progress: Progress) -> None:
        """Remember the latest progress; what came between two edits is never shown."""
        self._latest = progress
        self._news.set()

    async def follow(self) -> None:
        """Show the latest progress, at most once in a pause, until cancelled."""
        while True:
            await asyncio.sleep(self._pause)
            await self._news.wait()
            self._news.clear()
            await self._show_progress()

    async def _show_progress(self) -> None:
        if self._latest is None:
            return
        screen = render.build_progress(self._ui, **msgspec.structs.asdict(self._latest))
        try:
            await self._edit(screen)
        except TelegramError as error:
            _LOG.info("the progress of the build could not be shown: %s", type(error).__name__)

    async def conclude(self, screen: Screen) -> None:
        """Replace the progress by the outcome; in a new message where the old one is gone."""
        try:
            await self._edit(screen)
        except BadRequest:
            await outbox.send(self._context.bot, self._message.chat_id, screen)

    async def _edit(self, screen: Screen) -> None:
        await outbox.edit(self._context.bot, self._message.chat_id, self._message.message_id, screen)
