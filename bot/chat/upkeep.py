"""What the bot does unasked: follows snapshots that another process publishes, and deletes what is too old."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.errors import SnapshotError

if TYPE_CHECKING:
    from bot.chat.context import Bot, Services
    from bot.chat.sent import Sent

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


async def delete_answers(services: Services, bot: Bot) -> None:
    """Delete the answers whose time has come, in chats that want them gone after a while; also after a restart."""
    while True:
        try:
            for sent in await services.sent.due(services.clock()):
                await _delete(services, bot, sent)
        except DatabaseError:
            _LOG.exception("answers that are due could not be deleted")
        await asyncio.sleep(services.rhythm.deleting)


async def _delete(services: Services, bot: Bot, sent: Sent) -> None:
    """Delete a message; one that is gone, or can't be deleted any more, is forgotten too."""
    try:
        await bot.delete_message(sent.chat_id, sent.message_id)
    except (BadRequest, Forbidden) as error:
        _LOG.info("an answer could not be deleted: %s", type(error).__name__)
    except TelegramError as error:  # Telegram can't be reached: again in the next round
        _LOG.warning("an answer is not deleted yet: %s", type(error).__name__)
        return
    await services.sent.drop(sent)


async def clean_up(services: Services) -> None:
    """Delete expired answers and marks, now and every day; the database being busy postpones it to the next day."""
    while True:
        try:
            now = services.clock()
            answers = await services.answers.forget(now, services.config.state.keep_answers_days)
            await services.sent.forget(now, services.config.state.keep_answers_days)
            await services.inbox.forget(now)
            await services.watches.clean_up(now)
            await services.corrections.clean_up(now - timedelta(days=services.config.watches.corrections_days))
            await services.feedback.clean_up(
                services.oldest_answer(), now - timedelta(days=services.config.feedback.keep_days)
            )
        except DatabaseError:
            _LOG.exception("what is too old could not be deleted from the state database")
        else:
            _LOG.info("%s expired answers were deleted", answers)
        await asyncio.sleep(services.rhythm.cleaning)
