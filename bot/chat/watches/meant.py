"""Which answer a command means: the one that it replies to; in private, without a reply, the newest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.addressed import is_private
from bot.chat.shown import Reader, shown_as

if TYPE_CHECKING:
    from telegram import Message

    from bot.chat.context import Context
    from bot.chat.sent import Sent
    from bot.chat.shown import Shown


async def meant(context: Context, message: Message) -> tuple[Shown, int] | str | None:
    """Return the answer that a command means, and up to which of its hits the reader has seen them.

    Instead the sentence that says why it can't be had, or None where no answer is meant. That only the asker may press
    the buttons of an answer does not concern commands: they show who sends them.
    """
    sent = await _message_meant(context, message)
    if sent is None or sent.token is None:
        return None
    reader = Reader(await context.preferences(message), message.chat_id, None)
    shown = await shown_as(context, sent.token, reader)
    return shown if isinstance(shown, str) else (shown, sent.upto or reader.preferences.hits)


async def _message_meant(context: Context, message: Message) -> Sent | None:
    sent, target = context.services.sent, message.reply_to_message
    if target is not None:
        return await sent.at(message.chat_id, target.message_id)
    return await sent.latest(message.chat_id) if is_private(message) else None
