"""The buttons under an answer. Every press is answered exactly once, with a sentence where nothing else happens.

More and Context come as new messages, so that what was read stays where it is, and nobody has to find the way back;
the button of a page that was sent disappears. Nearest and All dates replace the message they stand under: there it
said "nothing", or answered a narrower question.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.chat import outbox, render
from bot.chat.ask import Reader, Shown, ask, remember_and_render, render_page
from bot.chat.limits import Verdict
from bot.chat.replying import reply, typing
from bot.errors import NoSnapshotError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery, MaybeInaccessibleMessage, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue

_LOG = logging.getLogger(__name__)
_DATA = re.compile(r"([mcnd]):([A-Za-z0-9_-]{1,12})(?::(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a button that still works: under which message, what it asks for, the answer it belongs to."""

    message: MaybeInaccessibleMessage
    data: str
    number: int
    shown: Shown


async def pressed(update: Update, context: Context) -> None:
    """Handle a press and answer it once, whatever happens; an error is answered with a sentence, then raised."""
    query = update.callback_query
    if query is None:
        return
    ui = context.ui(query.from_user)
    try:
        sentence = await _handle_once(context, query, ui)
    except Exception:
        await outbox.answer_press(query, ui.text("failure"))
        raise
    await outbox.answer_press(query, sentence)


async def _handle_once(context: Context, query: CallbackQuery, ui: Catalogue) -> str | None:
    """Return the sentence to answer with; None when the screen itself answers."""
    message, data = query.message, query.data
    if message is None or data is None:
        return ui.text("button-too-old")
    with context.services.guard.handling(message.chat.id, message.message_id, data) as is_first:
        return await _handle(context, query, message, data) if is_first else None


async def _handle(context: Context, query: CallbackQuery, message: MaybeInaccessibleMessage, data: str) -> str | None:
    ui, services = context.ui(query.from_user), context.services
    parsed = _DATA.fullmatch(data)
    if parsed is None:
        return ui.text("button-too-old")
    if await services.limits.admit(query.from_user.id, message.chat.id) is not Verdict.ADMIT:
        return ui.text("too-many-questions")
    kind, token, number = parsed.groups()
    try:
        shown = await services.answers.find(token, message.chat.id, services.engine.passage, services.oldest_answer())
    except NoSnapshotError:
        return ui.text("no-snapshot")
    if shown is None:
        return ui.text("button-too-old")
    reader = Reader(ui, message.chat.id, shown.asker, group=message.chat.type != ChatType.PRIVATE)
    press = Press(message, data, int(number or 0), Shown(token, reader, shown.answer))
    return await _ACTIONS[kind](context, press)


async def _more(context: Context, press: Press) -> str | None:
    """Send the next page as a message of its own, then take the button away."""
    if not 0 < press.number < len(press.shown.answer.hits):
        return press.shown.reader.ui.text("button-too-old")
    screen = render_page(context, press.shown, first=press.number)
    await reply(context, press.message, screen)
    context.services.guard.done(press.message.chat.id, press.message.message_id, press.data)
    await _take_away(context, press)
    return None


async def _take_away(context: Context, press: Press) -> None:
    """Remove the pressed button; should that fail, the guard still keeps the page from being sent again."""
    if not isinstance(press.message, Message) or press.message.reply_markup is None:
        return
    rows = [
        [button for button in row if button.callback_data != press.data]
        for row in press.message.reply_markup.inline_keyboard
    ]
    kept = [row for row in rows if row]
    markup = InlineKeyboardMarkup(kept) if kept else None  # an empty keyboard is refused
    try:
        await outbox.edit_buttons(context.bot, press.message.chat.id, press.message.message_id, markup)
    except TelegramError as error:
        _LOG.info("a used button could not be taken away: %s", type(error).__name__)


async def _context(context: Context, press: Press) -> str | None:
    """Send a passage with the text around it."""
    services, hits = context.services, press.shown.answer.hits
    if press.number >= len(hits):
        return press.shown.reader.ui.text("button-too-old")
    passage = hits[press.number].passage
    before, after = await services.work(services.engine.neighbours, passage.key)
    screen = render.context(passage, before, after, ui=press.shown.reader.ui, publishers=services.engine.publisher)
    await reply(context, press.message, screen)
    return None


async def _nearest(context: Context, press: Press) -> str | None:
    """Show the nearest passages where the message said that nothing answers."""
    screen = render_page(context, press.shown, nearest_shown=True)
    await outbox.edit(context.bot, press.message.chat.id, press.message.message_id, screen)
    return None


async def _all_dates(context: Context, press: Press) -> str | None:
    """Ask again without the period that the question names."""
    message, reader, question = press.message, press.shown.reader, press.shown.answer.question
    filters = replace(question.filters, period=None, ignore_period=True)
    try:
        async with typing(context, message):
            answer = await ask(context, question.text, reader.ui, filters)
        screen = await remember_and_render(context, answer, reader)
    except NoSnapshotError:
        return reader.ui.text("no-snapshot")
    await outbox.edit(context.bot, message.chat.id, message.message_id, screen)
    return None


_ACTIONS: dict[str, Callable[[Context, Press], Awaitable[str | None]]] = {
    "m": _more,
    "c": _context,
    "n": _nearest,
    "d": _all_dates,
}
