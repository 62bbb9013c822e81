"""What leaves the bot: sent as a Screen, and tried again only where that is harmless."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, CallbackQuery

    from bot.chat.screen import Button, Screen

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NEVER_ARRIVED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def send(
    bot: Bot, chat_id: int, screen: Screen, *, reply_to: int | None = None, topic: int | None = None
) -> Message:
    """Send a screen, as a reply where that message still exists, to the chat or to where the chat has moved.

    A request that may have arrived is never sent twice: its NetworkError is raised.
    """
    try:
        return await _send(bot, chat_id, screen, reply_to, topic)
    except ChatMigrated as moved:
        return await _send(bot, moved.new_chat_id, screen, None, None)
    except NetworkError as error:
        if not isinstance(error.__cause__, _NEVER_ARRIVED):
            raise
        return await _send(bot, chat_id, screen, reply_to, topic)


async def _send(bot: Bot, chat_id: int, screen: Screen, reply_to: int | None, topic: int | None) -> Message:
    return await bot.send_message(
        chat_id,
        screen.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        message_thread_id=topic,
        reply_parameters=None if reply_to is None else ReplyParameters(reply_to, allow_sending_without_reply=True),
        reply_markup=keyboard(screen),
    )


async def edit(bot: Bot, chat_id: int, message_id: int, screen: Screen) -> None:
    """Replace a message of the bot by a screen; the same screen again is no error."""
    await _unless_unmodified(
        lambda: bot.edit_message_text(
            screen.html,
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(screen),
        )
    )


async def edit_buttons(bot: Bot, chat_id: int, message_id: int, markup: InlineKeyboardMarkup | None) -> None:
    """Replace the buttons under a message of the bot."""
    await _unless_unmodified(lambda: bot.edit_message_reply_markup(chat_id, message_id, reply_markup=markup))


async def answer_press(query: CallbackQuery, sentence: str | None) -> None:
    """Answer a pressed button, with a sentence where there is one. Too late is no error: nobody waits any more."""
    try:
        await twice(lambda: query.answer(sentence))
    except BadRequest as error:
        _LOG.info("a pressed button could not be answered: %s", error.message)


async def twice(request: Callable[[], Awaitable[_T]]) -> _T:
    """Make a request whose repetition is harmless, once more after an error of the network."""
    try:
        return await request()
    except BadRequest:  # is a NetworkError to python-telegram-bot, and would only fail again
        raise
    except NetworkError:
        return await request()


async def _unless_unmodified(request: Callable[[], Awaitable[object]]) -> None:
    try:
        await twice(request)
    except BadRequest as error:
        if "message is not modified" not in error.message.lower():
            raise


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """Return a screen's buttons as Telegram's."""
    if not screen.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in screen.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=button.data, url=button.url)
