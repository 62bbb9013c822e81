"""Sending what nobody asked for at this moment: one try, and what can be known of how it ended."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

import httpx
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat import outbox

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from telegram import Message

    from bot.chat.context import Context, Services
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
MOST_ATTEMPTS = 3  # of a message of which nobody knows whether it arrived; then it counts as told
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# What Telegram's server says of chats that are no more, and of topics that are no more.
_NO_CHAT = ("chat not found", "peer_id_invalid", "user is deactivated", "group chat was deactivated")
_NO_TOPIC = ("message thread not found", "topic_deleted")


class Ending(Enum):
    """How a sending ended."""

    ARRIVED = auto()
    GONE = auto()  # the bot was blocked or removed, or there is no such chat any more
    REFUSED = auto()  # Telegram took it and said no: the bot may not write there now
    NEVER_LEFT = auto()  # Telegram was not reached, or asked to wait
    UNKNOWN = auto()  # the connection broke after the message had left


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a sending ended, as which message, and in which chat: a group's id changes when it becomes a supergroup."""

    ending: Ending
    chat_id: int
    message_id: int = 0


async def deliver(context: Context, chat_id: int, topic: int | None, screen: Screen) -> Delivery:
    """Send a screen, in General where its topic was deleted; never raises an error of Telegram's or of the network."""
    try:
        sent = await _send(context, chat_id, topic, screen)
    except TelegramError as error:
        ending = _ending(error)
        _LOG.info("news for a chat could not be sent (%s): %s", ending.name.lower(), error)
        return Delivery(ending, chat_id)
    return Delivery(Ending.ARRIVED, sent.chat_id, sent.message_id)


async def forget_chat(services: Services, chat_id: int) -> None:
    """Tell a chat nothing any more: it does not want the bot, or is no more."""
    await services.watches.end_all(chat_id)
    await services.corrections.end_all(chat_id)


async def to_its_end(work: Coroutine[Any, Any, _T], seconds: float) -> _T:
    """Await something that must not break off in the middle: when cancelled, it gets that many seconds to end."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        _, late = await asyncio.wait({task}, timeout=seconds)
        for one in late:
            one.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise


async def _send(context: Context, chat_id: int, topic: int | None, screen: Screen) -> Message:
    try:
        return await outbox.send(context.bot, chat_id, screen, topic=topic)
    except BadRequest as error:
        if topic is None or not _says(error, _NO_TOPIC):
            raise
        return await outbox.send(context.bot, chat_id, screen)


def _ending(error: TelegramError) -> Ending:
    if isinstance(error, Forbidden):
        return Ending.GONE
    if isinstance(error, BadRequest):  # is a NetworkError to python-telegram-bot
        return Ending.GONE if _says(error, _NO_CHAT) else Ending.REFUSED
    if isinstance(error, RetryAfter) or isinstance(error.__cause__, _NEVER_LEFT):
        return Ending.NEVER_LEFT
    return Ending.UNKNOWN if isinstance(error, NetworkError) else Ending.REFUSED


def _says(error: BadRequest, words: tuple[str, ...]) -> bool:
    return any(one in error.message.lower() for one in words)
