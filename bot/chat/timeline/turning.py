"""A button that has shown its page is taken away, so that no page comes twice."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.chat import outbox

if TYPE_CHECKING:
    from bot.chat.context import Context
    from bot.chat.pressing import Press

_LOG = logging.getLogger(__name__)


async def take_away(context: Context, press: Press) -> None:
    """Remove the pressed button; should that fail, a second press does nothing all the same."""
    message = press.message
    context.services.guard.done(message.chat.id, message.message_id, press.data)
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    kept = [
        [button for button in row if button.callback_data != press.data] for row in message.reply_markup.inline_keyboard
    ]
    rows = [row for row in kept if row]
    markup = InlineKeyboardMarkup(rows) if rows else None  # an empty keyboard is refused
    try:
        await outbox.edit_buttons(context.bot, message.chat.id, message.message_id, markup)
    except TelegramError as error:
        _LOG.info("a used button could not be taken away: %s", type(error).__name__)
