"""The durable inbox: an update is on disk before Telegram may forget it, and struck out once it is handled.

Polling confirms updates by asking for the next ones, long before they are handled; whoever kills the bot in between
would lose questions. So the queue between polling and handling writes each update down first. At the next start
what was not struck out is handled again. An update that Telegram delivers twice is handled once.
"""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import CursorResult, delete, select
from sqlalchemy import update as change
from sqlalchemy.exc import DatabaseError
from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.chat.state import Database, InboxRow

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from sqlalchemy.orm import Session
    from telegram import Bot

_LOG = logging.getLogger(__name__)
_ATTEMPTS = 3  # an update that was being handled when the bot died this often is taken for the cause, and dropped
_REMEMBER = timedelta(days=2)  # Telegram keeps undelivered updates for 24 hours: no duplicate can come later


class Inbox:
    """The updates on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, update: Update) -> bool:
        """Write an update down; False when it was written before, so that it must not be handled again."""
        payload = json.dumps(update.to_dict(), ensure_ascii=False)
        received = int(datetime.now(UTC).timestamp())
        row = InboxRow(update_id=update.update_id, received=received, attempts=0, payload=payload)
        return await self._database.run(lambda session: _add(session, row))

    async def strike_out(self, update_id: int) -> None:
        """Note that an update is handled, and forget what it said."""
        handled = change(InboxRow).where(InboxRow.update_id == update_id).values(payload=None)
        await self._database.run(lambda session: session.execute(handled))

    async def unhandled(self, bot: Bot) -> list[Update]:
        """Return the updates that were written but never struck out, oldest first, counting one attempt for each."""
        payloads = await self._database.run(_take_unhandled)
        return [Update.de_json(json.loads(payload), bot) for payload in payloads]

    async def forget(self, now: datetime) -> int:
        """Delete the marks of updates too old to be delivered again; return how many went."""
        return await self._database.run(lambda session: _delete_before(session, (now - _REMEMBER).timestamp()))


def _add(session: Session, row: InboxRow) -> bool:
    if session.get(InboxRow, row.update_id) is not None:
        return False
    session.add(row)
    return True


def _take_unhandled(session: Session) -> list[str]:
    rows = session.scalars(select(InboxRow).where(InboxRow.payload.is_not(None)).order_by(InboxRow.update_id)).all()
    taken = []
    for row in rows:
        row.attempts += 1
        if row.attempts > _ATTEMPTS:
            _LOG.error("update %s was not handled in %s attempts and is dropped", row.update_id, _ATTEMPTS)
            row.payload = None
        elif row.payload is not None:
            taken.append(row.payload)
    return taken


def _delete_before(session: Session, oldest: float) -> int:
    result = session.execute(delete(InboxRow).where(InboxRow.payload.is_(None), InboxRow.received < oldest))
    return result.rowcount if isinstance(result, CursorResult) else 0


class DurableQueue(asyncio.Queue[object]):
    """The queue between polling and handling: what polling puts in is on disk when `put` returns."""

    def __init__(self, inbox: Inbox) -> None:
        super().__init__()
        self._inbox = inbox

    async def put(self, item: object) -> None:
        """Write an update down, then queue it, unless it is a duplicate."""
        if not isinstance(item, Update) or await self._is_new(item):
            await super().put(item)

    async def _is_new(self, update: Update) -> bool:
        try:
            return await self._inbox.write(update)
        except DatabaseError:  # a full disk must not end polling: answer without the safety net
            _LOG.exception("update %s could not be written to the state database", update.update_id)
            return True

    async def replay(self, bot: Bot) -> int:
        """Queue again what was not handled before the last stop; return how many."""
        updates = await self._inbox.unhandled(bot)
        for update in updates:
            await super().put(update)
        return len(updates)

    def drop_waiting(self) -> None:
        """Empty the queue at a stop; the updates are on disk and come back at the next start."""
        while not self.empty():
            self.get_nowait()
            self.task_done()


class StrikingProcessor(BaseUpdateProcessor):
    """Handles up to `concurrent` updates at once and strikes each out of the inbox when it is handled."""

    def __init__(self, concurrent: int, inbox: Inbox) -> None:
        super().__init__(concurrent)
        self._inbox = inbox
        self._under_way: set[asyncio.Task[Any]] = set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update; one whose handling is cancelled stays in the inbox."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - narrows the type: coroutines run in tasks
        self._under_way.add(task)
        try:
            await coroutine
        finally:
            self._under_way.discard(task)
        if isinstance(update, Update):
            await self._strike_out(update.update_id)

    async def abandon(self) -> None:
        """Cancel what is being handled, before the connections close: it must not fail and count as handled."""
        tasks = list(self._under_way)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _strike_out(self, update_id: int) -> None:
        try:
            await self._inbox.strike_out(update_id)
        except DatabaseError:
            _LOG.exception("update %s could not be struck out; it will be handled again after a restart", update_id)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
