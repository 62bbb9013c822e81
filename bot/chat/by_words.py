"""What the buttons under an answer do, as commands: /more, /context, /nearest, /only. In reply to the answer.

In private a command without a reply is about the newest answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import is_private, written
from bot.chat.answering import Page, answer_page, deliver, reader_of, render_page, surroundings
from bot.chat.ask import is_admitted
from bot.chat.buttons import send_context, send_page
from bot.chat.replying import typing
from bot.chat.shown import shown_as
from bot.errors import NoSnapshotError
from bot.model import Outcome
from bot.search.followup import narrowed_anew
from bot.search.narrowing import alone

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.screen import Screen
    from bot.chat.sent import Sent
    from bot.chat.shown import Reader, Shown

    Act = Callable[[Context, Message, Sent, Shown], Awaitable[None]]


async def more(update: Update, context: Context) -> None:
    """Send the passages that follow those of the answer, or of its page, that is replied to."""
    await _with_answer(update, context, _more)


async def around(update: Update, context: Context) -> None:
    """Send a passage with the text around it: `/context 2`; without a number the first."""
    await _with_answer(update, context, _context)


async def nearest(update: Update, context: Context) -> None:
    """Send the nearest passages of an answer that found none."""
    await _with_answer(update, context, _nearest)


async def only(update: Update, context: Context) -> None:
    """Narrow an answer, or widen it again: `/only in Spanish`, `/only all`."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    reader = await reader_of(context, message)
    async with typing(context, message):
        page = await _narrowed(context, message, reader)
    await deliver(context, message, page, reader.preferences, answers=True)


async def _narrowed(context: Context, message: Message, reader: Reader) -> Page:
    services, sent = context.services, await _answer_meant(context, message)
    question = None
    if sent is not None and sent.token is not None:
        question = await services.answers.question(sent.token, message.chat_id, services.oldest_answer())
    here = surroundings(services)
    if here is None:
        return Page(render.no_snapshot(reader.ui))
    narrowing = alone(_argument(message), here.names, here.languages, here.now, here.coverage)
    if question is None or narrowing is None:
        return Page(render.how_to_narrow(reader.ui, services.engine.coverage))
    asked = narrowed_anew(question, narrowing.applied_to(question.filters), here.names)
    try:
        return await answer_page(context, asked, reader)
    except NoSnapshotError:
        return Page(render.no_snapshot(reader.ui))


async def _with_answer(update: Update, context: Context, act: Act) -> None:
    """Do something with the answer that a command is about; say how where there is none."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    reader, sent = await reader_of(context, message), await _answer_meant(context, message)
    if sent is None or sent.token is None:
        await _say(context, message, reader, render.how_to_go_on(reader.ui))
        return
    shown = await shown_as(context, sent.token, reader)
    if isinstance(shown, str):
        await _say(context, message, reader, render.sentence(shown))
    else:
        await act(context, message, sent, shown)


async def _answer_meant(context: Context, message: Message) -> Sent | None:
    """Return the message with the answer that a command replies to; in private, else the newest one."""
    target = message.reply_to_message
    if target is not None:
        return await context.services.sent.at(message.chat_id, target.message_id)
    return await context.services.sent.latest(message.chat_id) if is_private(message) else None


async def _more(context: Context, message: Message, sent: Sent, shown: Shown) -> None:
    first = sent.upto or await context.services.sent.furthest(sent.chat_id, shown.token)  # 0: that was "context"
    if 0 < first < len(shown.answer.hits):
        await send_page(context, message, shown, first)
    else:
        await _say(context, message, shown.reader, render.no_more(shown.reader.ui))


async def _context(context: Context, message: Message, _sent: Sent, shown: Shown) -> None:
    number = int(given) if (given := _argument(message)).isdecimal() else 1
    if (given and not given.isdecimal()) or not 1 <= number <= len(shown.answer.hits):
        await _say(context, message, shown.reader, render.how_to_go_on(shown.reader.ui))
    else:
        await send_context(context, message, shown, number - 1)


async def _nearest(context: Context, message: Message, _sent: Sent, shown: Shown) -> None:
    if shown.answer.outcome is not Outcome.NEAREST or not shown.answer.hits:
        await _say(context, message, shown.reader, render.no_more(shown.reader.ui))
        return
    page = Page(render_page(context, shown, nearest_shown=True), shown.token)
    await deliver(context, message, page, shown.reader.preferences)


async def _say(context: Context, message: Message, reader: Reader, screen: Screen) -> None:
    await deliver(context, message, Page(screen), reader.preferences)


def _argument(message: Message) -> str:
    return [*written(message).split(maxsplit=1), ""][1].strip()
