"""The buttons under an answer. Every press is answered exactly once, with a sentence where nothing else happens.

More and Context come as new messages, so that what was read stays where it is, and nobody has to find the way back;
the button of a page that was sent disappears. Nearest, All dates and every other limit set or removed replace the
message they stand under: there it said "nothing", or answered another question. Narrow only changes the buttons.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.chat import outbox, render
from bot.chat.answering import Page, answer_page, deliver, put_in_place, render_page, surroundings
from bot.chat.pressing import answer_once
from bot.chat.render_keyboard import Keys, choices, day_of, hit_publishers, kinds_to_narrow, period_of
from bot.chat.replying import typing
from bot.chat.screen import Button, Screen
from bot.chat.shown import find_shown
from bot.errors import NoSnapshotError
from bot.search.followup import narrowed_anew
from bot.search.narrowing import Narrowing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import MaybeInaccessibleMessage, Update

    from bot.chat.context import Context
    from bot.chat.pressing import Press
    from bot.chat.shown import Shown
    from bot.model import Filters

_LOG = logging.getLogger(__name__)
_DATA = re.compile(r"([mcndobf]):([A-Za-z0-9_-]{1,12})(?::([A-Za-z0-9]{1,12}))?")
_MORE_TAKEN = 2  # in a view, see `Keys`
_VIEW = re.compile(r"([0-3])([lpba]?)")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on a button that still works: under which message, what it asks for, the answer it belongs to."""

    message: MaybeInaccessibleMessage
    data: str
    value: str
    shown: Shown

    @property
    def number(self) -> int | None:
        """The button's value as a number."""
        return int(self.value) if self.value.isdecimal() else None

    @property
    def too_old(self) -> str:
        """The sentence for a button that no answer of ours has."""
        return self.shown.reader.ui.text("button-too-old")


async def pressed(update: Update, context: Context) -> None:
    """Handle a press on a button under an answer."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: Press) -> str | None:
    """Return the sentence to answer with; None when the screen itself answers."""
    parsed = _DATA.fullmatch(press.data)
    if parsed is None:
        return press.ui.text("button-too-old")
    kind, token, value = parsed.groups()
    shown = await find_shown(context, press, token)
    if isinstance(shown, str):
        return shown
    return await _ACTIONS[kind](context, Pressed(press.message, press.data, value or "", shown))


async def _more(context: Context, press: Pressed) -> str | None:
    """Send the next page as a message of its own, then take the button away."""
    if press.number is None or not 0 < press.number < len(press.shown.answer.hits):
        return press.too_old
    await send_page(context, press.message, press.shown, press.number)
    context.services.guard.done(press.message.chat.id, press.message.message_id, press.data)
    await _take_away(context, press)
    return None


async def send_page(context: Context, message: MaybeInaccessibleMessage, shown: Shown, first: int) -> None:
    """Send the hits of an answer from `first` on, in reply to a message."""
    screen = render_page(context, shown, first=first)
    await deliver(context, message, Page(screen, shown.token), shown.reader.preferences)


async def send_context(context: Context, message: MaybeInaccessibleMessage, shown: Shown, number: int) -> None:
    """Send a passage with the text around it, in reply to a message; `number` counts hits from 0."""
    services, ui, passage = context.services, shown.reader.ui, shown.answer.hits[number].passage
    before, after = await services.work(services.engine.neighbours, passage.key)
    screen = render.context(passage, before, after, ui=ui, publishers=services.engine.publisher)
    corrections = Button(ui.text("button-corrections"), f"co:{shown.token}:{number}")
    page = Page(Screen(screen.html, ((corrections,),)), shown.token)
    await deliver(context, message, page, shown.reader.preferences)


async def show_nearest(context: Context, chat_id: int, message_id: int, shown: Shown) -> None:
    """Show the nearest passages where a message said that nothing answers."""
    screen = render_page(context, shown, nearest_shown=True)
    await put_in_place(context, chat_id, message_id, Page(screen, shown.token))


async def _take_away(context: Context, press: Pressed) -> None:
    """Remove the pressed button; should that fail, the guard still keeps the page from being sent again."""
    if not isinstance(press.message, Message) or press.message.reply_markup is None:
        return
    rows = [
        [_now_taken(button) for button in row if button.callback_data != press.data]
        for row in press.message.reply_markup.inline_keyboard
    ]
    kept = [row for row in rows if row]
    markup = InlineKeyboardMarkup(kept) if kept else None  # an empty keyboard is refused
    try:
        await outbox.edit_buttons(context.bot, press.message.chat.id, press.message.message_id, markup)
    except TelegramError as error:
        _LOG.info("a used button could not be taken away: %s", type(error).__name__)


def _now_taken(button: InlineKeyboardButton) -> InlineKeyboardButton:
    """Let "Narrow" remember that "More" is gone: its way back must not bring it again."""
    narrow = re.fullmatch(r"(o:.+:)([01])", str(button.callback_data or ""))
    if narrow is None:
        return button
    return InlineKeyboardButton(button.text, callback_data=f"{narrow[1]}{int(narrow[2]) + _MORE_TAKEN}")


async def _context(context: Context, press: Pressed) -> str | None:
    """Send a passage with the text around it."""
    if press.number is None or press.number >= len(press.shown.answer.hits):
        return press.too_old
    await send_context(context, press.message, press.shown, press.number)
    return None


async def _nearest(context: Context, press: Pressed) -> str | None:
    """Show the nearest passages where the message said that nothing answers."""
    await show_nearest(context, press.message.chat.id, press.message.message_id, press.shown)
    return None


async def _narrow(context: Context, press: Pressed) -> str | None:
    """Put the kinds of limits, or the choices of one kind, in the place of the buttons."""
    view, coverage = _VIEW.fullmatch(press.value), context.services.engine.coverage
    if view is None or coverage is None:
        return press.too_old
    keys, answer = _keys(press, int(view[1])), press.shown.answer
    if view[2]:
        rows = choices(keys, view[2], answer, coverage, context.services.engine.publisher)
    else:
        rows = kinds_to_narrow(keys, answer, coverage)
    await _put_buttons(context, press, Screen("", rows))
    return None


async def _back(context: Context, press: Pressed) -> str | None:
    """Put the buttons back that "Narrow" replaced."""
    if press.number is None or press.number > _MORE_TAKEN + 1:
        return press.too_old
    keys = _keys(press, press.number)
    screen = render_page(context, press.shown, nearest_shown=keys.nearest, more_taken=keys.more_taken)
    await _put_buttons(context, press, screen)
    return None


def _keys(press: Pressed, view: int) -> Keys:
    reader = press.shown.reader
    return Keys.of_view(reader.ui, press.shown.token, view, group=reader.group)


async def _put_buttons(context: Context, press: Pressed, screen: Screen) -> None:
    await outbox.edit_buttons(context.bot, press.message.chat.id, press.message.message_id, outbox.keyboard(screen))


async def _all_dates(context: Context, press: Pressed) -> str | None:
    """Ask again without any limit of dates."""
    return await _ask_again(context, press, Narrowing(removes=frozenset({"dates"})).applied_to(_filters(press)))


async def _filter(context: Context, press: Pressed) -> str | None:
    """Ask again with another limit, or without one."""
    filters = _filtered(press)
    return press.too_old if filters is None else await _ask_again(context, press, filters)


def _filters(press: Pressed) -> Filters:
    return press.shown.answer.question.filters


def _filtered(press: Pressed) -> Filters | None:
    """Return the filters that a choice leads to; None where no button of ours carries it."""
    kind, value = press.value[:1], press.value[1:]
    if kind == "x":
        return _without(_filters(press), value)
    found: Narrowing | None = None
    if kind == "l" and value:
        found = Narrowing(languages=frozenset({value}))
    elif kind == "p" and value.isdecimal() and int(value) < len(there := hit_publishers(press.shown.answer)):
        found = Narrowing(publishers=frozenset({there[int(value)].passage.article.publisher or ""}))
    elif kind in {"a", "b"}:
        try:
            found = Narrowing(period=period_of(kind, day_of(value)))
        except (ValueError, OverflowError):
            return None
    return None if found is None else found.applied_to(_filters(press))


def _without(filters: Filters, kind: str) -> Filters | None:
    removed = {
        "l": replace(filters, languages=frozenset()),
        "p": replace(filters, publishers=frozenset()),
        "w": replace(filters, without_publishers=frozenset(), without_ownership=frozenset()),
    }
    return removed.get(kind)


async def _ask_again(context: Context, press: Pressed, filters: Filters) -> str | None:
    """Ask the same question with other filters, and show the answer in the message's place."""
    shown, message, here = press.shown, press.message, surroundings(context.services)
    if here is None:
        return shown.reader.ui.text("no-snapshot")
    anew = narrowed_anew(shown.answer.question, filters, here.names)
    asked = replace(anew, composed=shown.composed or anew.text != shown.answer.question.text)
    try:
        async with typing(context, message):
            page = await answer_page(context, asked, shown.reader)
    except NoSnapshotError:
        return shown.reader.ui.text("no-snapshot")
    await put_in_place(context, message.chat.id, message.message_id, page)
    return None


_ACTIONS: dict[str, Callable[[Context, Pressed], Awaitable[str | None]]] = {
    "m": _more,
    "c": _context,
    "n": _nearest,
    "d": _all_dates,
    "o": _narrow,
    "b": _back,
    "f": _filter,
}
