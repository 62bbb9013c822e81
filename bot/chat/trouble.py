"""What happens when handling an update fails: the reader gets a sentence, the log the traceback."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError
from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat import render
from bot.chat.replying import reply

if TYPE_CHECKING:
    from bot.chat.context import Context

_LOG = logging.getLogger(__name__)
# What Telegram's server says where the bot may read but not write.
_MUTED = ("not enough rights", "have no rights", "chat_write_forbidden", "topic_closed", "chat not found")


async def report(update: object, context: Context) -> None:
    """Log an error of a handler and tell the reader, who only gets here when the message was addressed to the bot."""
    error = context.error
    if _is_unwanted(error):
        _LOG.info("an answer was not wanted: %s", error)
        return
    _LOG.error("an update could not be handled", exc_info=error)
    if isinstance(update, Update):
        await _tell(update, context)


def _is_unwanted(error: Exception | None) -> bool:
    """Whether the bot was blocked, thrown out or muted: then nobody can be told anything."""
    if isinstance(error, BadRequest):
        return any(words in error.message.lower() for words in _MUTED)
    return isinstance(error, Forbidden)


async def _tell(update: Update, context: Context) -> None:
    message = update.message or update.channel_post
    if message is None:
        return
    try:
        ui = (await context.preferences(message)).ui
    except DatabaseError:  # perhaps the very error that is to be told
        ui = context.ui(message.from_user)
    try:
        await reply(context, message, render.failure(ui))
    except TelegramError as error:
        _LOG.warning("the reader could not be told of the error: %s", type(error).__name__)
