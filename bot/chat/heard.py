"""Whom the bot listens to, and what it makes of the chat's own events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.ext import filters

if TYPE_CHECKING:
    from bot.chat.context import Context

ALLOWED_UPDATES = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY)  # no edits, no channel posts


class _FromPeople(filters.MessageFilter):
    """Messages that people wrote: not bots, not this bot's inline answers, not what a channel passes on by itself.

    Anonymous administrators and channels that write in a group appear as bots with a chat behind them: they count.
    """

    __slots__ = ()

    def filter(self, message: Message) -> bool:
        """Return whether a person wrote the message here."""
        if message.is_automatic_forward:
            return False
        if message.via_bot is not None and message.via_bot.id == message.get_bot().id:
            return False
        return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


FROM_PEOPLE = filters.UpdateType.MESSAGE & _FromPeople(name="from people")


async def moved(update: Update, context: Context) -> None:
    """Let the buttons of a group work on after it became a supergroup. Telegram says so in both."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await context.services.answers.move_chat(message.chat_id, message.migrate_to_chat_id)
