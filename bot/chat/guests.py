"""Guest mode: somebody summons the bot, by its name, into a chat that it is not in; it answers with one message.

Such an answer has no buttons and is not stored: the bot cannot see that chat, and its number may be another chat's.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.chat import render
from bot.chat.addressed import is_ask, question_of, question_of_command
from bot.chat.answering import MAX_CHARACTERS, ask, render_page, understood
from bot.chat.limits import Verdict
from bot.chat.replying import asker_id
from bot.chat.shown import Reader, Shown
from bot.errors import NoSnapshotError

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)
_RESULT = "answer"  # Telegram wants the result named; nothing reads the name
_LONGEST_TITLE = 64  # characters of the question as the title of the result, which nobody sees


async def summoned(update: Update, context: Context) -> None:
    """Answer a message by which somebody summoned the bot; beyond the limits, with nothing."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    if await context.services.limits.admit(asker_id(message), message.chat_id) is not Verdict.ADMIT:
        return
    me = context.me
    text = question_of_command(message, me) if is_ask(message) else question_of(message, me)
    screen = await _screen(context, text, await _reader(context, message))
    try:
        await context.bot.answer_guest_query(message.guest_query_id, _result(screen, text))
    except BadRequest as error:  # too late: nobody waits any more
        _LOG.info("a guest's question could not be answered: %s", error.message)


async def _reader(context: Context, message: Message) -> Reader:
    """Return the one who summoned the bot, whose own settings count; what is written there, many people read."""
    user = message.from_user
    person = (user.id, user.language_code) if user is not None and not user.is_bot else (None, None)
    preferences = await context.services.preferences(None, *person)
    return Reader(replace(preferences, group=True), message.chat_id, asker_id(message))


async def _screen(context: Context, text: str, reader: Reader) -> Screen:
    ui = reader.ui
    if not text:
        return render.question_empty(ui)
    if len(text) > MAX_CHARACTERS:
        return render.question_too_long(ui, MAX_CHARACTERS)
    try:
        asked = understood(context, text, reader.preferences, None)
        return render_page(context, Shown("", reader, await ask(context, asked.text, ui, asked.filters)))
    except NoSnapshotError:
        return render.no_snapshot(ui)


def _result(screen: Screen, text: str) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        screen.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(_RESULT, text[:_LONGEST_TITLE] or _RESULT, content)
