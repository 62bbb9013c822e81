"""Answers questions: any text in private; in groups the command, a mention, a reply to the bot; in channels `/ask`."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import ReactionTypeEmoji
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest

from bot.chat import render
from bot.chat.addressed import is_addressed, is_ask, is_private, names_me, question_of, question_of_command
from bot.chat.answering import HITS, ask, deliver, page_for, put_in_place, reader_of, render_page, understood
from bot.chat.limits import Verdict
from bot.chat.replying import asker_id, reply, typing
from bot.model import Intent
from bot.search.followup import begins_as_follow_up
from bot.search.intent import is_thanks
from bot.search.question import clean

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.model import Question

__all__ = ["HITS", "ask", "by_command", "by_message", "edited", "invite", "is_admitted", "render_page"]

_LOG = logging.getLogger(__name__)
# How long after it was written a question may be edited with effect: our own; a correction comes within minutes.
_EDITABLE = timedelta(minutes=15)


async def by_message(update: Update, context: Context) -> None:
    """Answer a text or a caption that is addressed to the bot; leave everything else alone."""
    message = update.message
    if message is not None and is_addressed(message, context.me):
        await _answer(context, message, question_of(message, context.me))


async def by_command(update: Update, context: Context) -> None:
    """Answer `/ask question`, or look up the message that `/ask` replies to; in texts, captions and channel posts."""
    message = update.message or update.channel_post
    if message is not None and names_me(message, context.me):
        await _answer(context, message, question_of_command(message, context.me))


async def edited(update: Update, context: Context) -> None:
    """Answer an edited question where its answer stands; one that is addressed to the bot only now, anew."""
    message = update.edited_message or update.edited_channel_post
    if message is None or not _is_recent(message):
        return
    text = _asked_by(message, context)
    if text is None:
        return
    await context.services.underway.ended((message.chat_id, message.message_id))
    standing = await context.services.sent.answer_to(message.chat_id, message.message_id)
    if standing is None:
        await _answer(context, message, text)
    elif not await _is_unchanged(context, message, text, standing.token) and await is_admitted(context, message):
        await _answer_again(context, message, text, standing.message_id)


async def invite(update: Update, context: Context) -> None:
    """Say what to write instead: to media without words and to unknown commands, in private."""
    message = update.message
    if message is not None and await is_admitted(context, message):
        await reply(context, message, render.invitation(context.ui(message.from_user), Intent.GIBBERISH))


async def is_admitted(context: Context, message: Message) -> bool:
    """Count a message against the limits; say once that it is too much."""
    verdict = await context.services.limits.admit(asker_id(message), message.chat_id)
    if verdict is Verdict.WARN:
        await reply(context, message, render.too_many_questions(context.ui(message.from_user)))
    return verdict is Verdict.ADMIT


def _asked_by(message: Message, context: Context) -> str | None:
    """Return what an edited message asks; None where it is not meant for the bot, or only another command is."""
    is_post = (
        message.sender_chat is not None and message.sender_chat.id == message.chat_id and message.from_user is None
    )
    if is_ask(message):
        return question_of_command(message, context.me) if names_me(message, context.me) else None
    if is_post or (message.text or "").startswith("/") or not is_addressed(message, context.me):
        return None
    return question_of(message, context.me)


def _is_recent(message: Message) -> bool:
    return message.edit_date is not None and message.edit_date - message.date <= _EDITABLE


async def _answer(context: Context, message: Message, text: str) -> None:
    if not await is_admitted(context, message):
        return
    if is_thanks(text):
        await _acknowledge(context, message)
        return
    reader = await reader_of(context, message)
    with context.services.underway.doing((message.chat_id, message.message_id)):
        async with typing(context, message):
            page = await page_for(context, text, reader, await _earlier(context, message, text))
        await deliver(context, message, page, reader.preferences, answers=True)


async def _answer_again(context: Context, message: Message, text: str, standing: int) -> None:
    """Put the answer to an edited question where the answer to its old wording stands."""
    reader = await reader_of(context, message)
    async with typing(context, message):
        page = await page_for(context, text, reader, await _earlier(context, message, text))
    if not await put_in_place(context, message.chat_id, standing, page):
        await deliver(context, message, page, reader.preferences, answers=True)


async def _is_unchanged(context: Context, message: Message, text: str, token: str | None) -> bool:
    """Whether an edited message asks what it asked before: Telegram also tells of edits that nobody made in words."""
    services = context.services
    if token is None:
        return False
    stored = await services.answers.question(token, message.chat_id, services.oldest_answer())
    preferences = await context.preferences(message)
    asked = understood(context, text, preferences, await _earlier(context, message, text))
    return stored is not None and (stored.text, stored.filters) == (clean(asked.text), asked.filters)


async def _acknowledge(context: Context, message: Message) -> None:
    """Answer thanks with a reaction: there is nothing to say. Chats that allow none get nothing."""
    try:
        await context.bot.set_message_reaction(
            message.chat_id, message.message_id, ReactionTypeEmoji(ReactionEmoji.RED_HEART)
        )
    except BadRequest as error:
        _LOG.info("thanks could not be acknowledged: %s", error.message)


async def _earlier(context: Context, message: Message, text: str) -> Question | None:
    """Return the question whose answer a message replies to, while it can be taken along.

    In private, "and in March?" need not be a reply: it follows the newest answer.
    """
    services, target = context.services, message.reply_to_message
    if target is not None:
        sent = await services.sent.at(message.chat_id, target.message_id)
    elif is_private(message) and begins_as_follow_up(text):
        sent = await services.sent.latest(message.chat_id)
    else:
        return None
    if sent is None or sent.token is None:
        return None
    oldest = services.clock() - timedelta(minutes=services.config.answers.follow_up_minutes)
    return await services.answers.question(sent.token, message.chat_id, oldest)
