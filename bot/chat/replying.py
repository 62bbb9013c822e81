"""How the bot answers a message: as a reply, in the same topic, with a sign of life when it takes long."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.chat import outbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import MaybeInaccessibleMessage

    from bot.chat.context import Context, Rhythm
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)


def topic_of(message: MaybeInaccessibleMessage) -> int | None:
    """Return the topic to answer in; None outside topics and in General, which must not be named."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def asker_id(message: Message) -> int:
    """Return who asks: a person, or the chat in whose name an anonymous administrator or a channel writes."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat_id


async def reply(context: Context, message: MaybeInaccessibleMessage, screen: Screen) -> Message:
    """Send a screen as a reply to a message, in its topic."""
    return await outbox.send(context.bot, message.chat.id, screen, reply_to=message.message_id, topic=topic_of(message))


@asynccontextmanager
async def typing(context: Context, message: MaybeInaccessibleMessage) -> AsyncIterator[None]:
    """Show that the bot is at work, if the work inside takes more than a moment."""
    task = asyncio.create_task(_type(context, message, context.services.rhythm), name="typing")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _type(context: Context, message: MaybeInaccessibleMessage, rhythm: Rhythm) -> None:
    await asyncio.sleep(rhythm.typing_after)
    try:
        while True:
            await context.bot.send_chat_action(message.chat.id, ChatAction.TYPING, message_thread_id=topic_of(message))
            await asyncio.sleep(rhythm.typing_again)
    except TelegramError as error:  # a sign of life that fails must not cost the answer
        _LOG.info("'typing' could not be shown: %s", type(error).__name__)
