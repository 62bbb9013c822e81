"""Whom the bot listens to, and what it makes of the chat's own events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.ext import filters

if TYPE_CHECKING:
    from bot.chat.context import Context, Services
    from bot.config import TelegramConfig

_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)


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


_WRITTEN_HERE = _FromPeople(name="from people")
FROM_PEOPLE = filters.UpdateType.MESSAGE & _WRITTEN_HERE
EDITED = (filters.UpdateType.EDITED_MESSAGE & _WRITTEN_HERE) | filters.UpdateType.EDITED_CHANNEL_POST
# A channel passes its posts on into its group by itself: there they are not heard a second time.
POSTED = filters.UpdateType.CHANNEL_POST
GUESTS = filters.UpdateType.GUEST_MESSAGE & _WRITTEN_HERE
ASK_IN_CAPTION = filters.CaptionRegex(r"(?i)^/ask(?:@\w+)?(?:\s|$)")


def allowed_updates(telegram: TelegramConfig) -> list[str]:
    """Return the kinds of updates that Telegram is asked for."""
    return [*_UPDATES, Update.GUEST_MESSAGE] if telegram.guest_mode else list(_UPDATES)


async def moved(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup with another id. Telegram says so in both."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await follow_move(context.services, message.chat_id, message.migrate_to_chat_id)


async def follow_move(services: Services, old: int, new: int) -> None:
    """Let everything that is stored of a group go on under its new id."""
    for store in (services.answers, services.sent, services.settings, services.watches, services.corrections):
        await store.move_chat(old, new)
