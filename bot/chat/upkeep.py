"""What the bot does unasked: follows snapshots that another process publishes, and deletes what is too old."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from bot.errors import SnapshotError

if TYPE_CHECKING:
    from bot.chat.context import Services

_LOG = logging.getLogger(__name__)


async def follow_snapshots(services: Services) -> None:
    """Load a snapshot soon after `embed.py` published it; a broken one is logged once and the old one kept."""
    complaint = ""
    while True:
        await asyncio.sleep(services.rhythm.snapshots)
        try:
            if await services.work(services.engine.refresh):
                _LOG.info("a new snapshot was published and is live")
            complaint = ""
        except SnapshotError as error:
            if str(error) != complaint:
                _LOG.warning("the published snapshot is not used: %s", error)
            complaint = str(error)


async def clean_up(services: Services) -> None:
    """Delete expired answers and marks, now and every day; the database being busy postpones it to the next day."""
    while True:
        try:
            now = services.clock()
            answers = await services.answers.forget(now, services.config.state.keep_answers_days)
            await services.inbox.forget(now)
        except DatabaseError:
            _LOG.exception("what is too old could not be deleted from the state database")
        else:
            _LOG.info("%s expired answers were deleted", answers)
        await asyncio.sleep(services.rhythm.cleaning)
