"""`/notify` and its button: who asks to be told when an article that an answer showed is corrected or removed.

A person is told in private, wherever the answer was shown, so that one reader's wish is no noise for a group. Where an
administrator of a group sends the command there, the group is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import is_private
from bot.chat.ask import is_admitted
from bot.chat.pressing import answer_once
from bot.chat.replying import reply, topic_of
from bot.chat.settings.administrators import may_set_by_message
from bot.chat.shown import find_shown
from bot.chat.watches import correction_screens, screens
from bot.chat.watches.corrections import Asked
from bot.chat.watches.meant import meant
from bot.chat.watches.noted import note
from bot.chat.watches.sending import Ending, deliver
from bot.errors import SnapshotError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.screen import Screen
    from bot.chat.watches.noted import Noted
    from bot.model import Answer, Hit

DATA = re.compile(r"co:([A-Za-z0-9_-]{1,12})(?::(\d{1,3}))?")
_OFF = {"off", "stop", "no"}
_NOT_REACHED = {Ending.GONE, Ending.REFUSED}


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be told: in which chat and topic, in whose language, of corrections to which answer."""

    token: str
    chat_id: int
    topic: int | None
    ui: Catalogue


async def by_command(update: Update, context: Context) -> None:
    """Tell of corrections to the answer that a message replies to (in private: else the newest); "off" ends it all."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    ui = context.ui(message.from_user)
    chat_id = await _told_where(context, message)
    if set(context.args or ()) & _OFF:
        await _answer(context, message, chat_id, await _off(context, ui, chat_id))
        return
    try:
        screen = await _wish(context, message, chat_id, ui)
    except SnapshotError:
        screen = render.no_snapshot(ui)
    await _answer(context, message, chat_id, screen)


async def pressed(update: Update, context: Context) -> None:
    """Handle a press on the button under an answer or under a passage with its context."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: Press) -> str | None:
    parsed = DATA.fullmatch(press.data)
    if parsed is None:
        return press.ui.text("button-too-old")
    shown = await find_shown(context, press, parsed[1])
    if isinstance(shown, str):
        return shown
    chat, person = press.message.chat, press.person
    hits = _shown_hits(shown.answer, parsed[2], shown.reader.preferences.hits)
    try:
        screen = await _remember(context, Wish(parsed[1], person.id, None, press.ui), hits)
    except SnapshotError:
        return press.ui.text("no-snapshot")
    if (await deliver(context, person.id, None, screen)).ending in _NOT_REACHED:
        await context.services.corrections.end(parsed[1], person.id)
        return press.ui.text("corrections-start-first")
    return None if chat.id == person.id else press.ui.text("corrections-in-private")


async def _told_where(context: Context, message: Message) -> int:
    """Return the chat that is told: the group where one of its administrators asks there, else the person's own."""
    if is_private(message) or message.from_user is None or await may_set_by_message(context.bot, message):
        return message.chat_id
    return message.from_user.id


async def _off(context: Context, ui: Catalogue, chat_id: int) -> Screen:
    ended = await context.services.corrections.end_all(chat_id)
    return screens.sentence(ui, "corrections-off" if ended else "corrections-none")


async def _wish(context: Context, message: Message, chat_id: int, ui: Catalogue) -> Screen:
    found = await meant(context, message)
    if isinstance(found, str):
        return screens.said(found)
    if found is None:
        return screens.sentence(ui, "corrections-which")
    shown, upto = found
    topic = topic_of(message) if chat_id == message.chat_id else None
    hits = _shown_hits(shown.answer, None, upto)
    return await _remember(context, Wish(shown.token, chat_id, topic, ui), hits)


async def _answer(context: Context, message: Message, chat_id: int, screen: Screen) -> None:
    """Answer where the news will come, or here where that can't be: who has not started the bot hears so."""
    if chat_id == message.chat_id:
        await reply(context, message, screen)
        return
    if (await deliver(context, chat_id, None, screen)).ending in _NOT_REACHED:
        await context.services.corrections.end_all(chat_id)
        await reply(context, message, screens.sentence(context.ui(message.from_user), "corrections-start-first"))


def _shown_hits(answer: Answer, number: str | None, first_page: int) -> Sequence[Hit]:
    """Return the one hit that a button is about, or those of the first page."""
    if number is not None:
        return answer.hits[int(number) : int(number) + 1]
    return answer.hits[:first_page]


async def _remember(context: Context, wish: Wish, hits: Sequence[Hit]) -> Screen:
    """Note what was shown of the articles. Raises SnapshotError."""
    services, now = context.services, context.services.clock()
    coverage = services.engine.coverage
    if coverage is None:
        return render.no_snapshot(wish.ui)
    told = await services.known.look_at(coverage.snapshot, services)
    noted = await _noted(context, coverage.snapshot, hits)
    if not noted:
        return screens.sentence(wish.ui, "corrections-which")
    asked = Asked(wish.token, wish.chat_id, wish.topic, wish.ui.language, told, 0, noted)
    asked = await services.corrections.ask(asked, now)
    until = (now + timedelta(days=services.config.watches.corrections_days)).date()
    return correction_screens.asked(wish.ui, len(asked.noted), until)


async def _noted(context: Context, snapshot: str, hits: Sequence[Hit]) -> tuple[Noted, ...]:
    """Note the articles of some hits; one that left the collection since is passed over."""
    services, noted = context.services, []
    for article in dict.fromkeys(hit.passage.article.id for hit in hits):
        passages = await services.work(services.collection.passages, snapshot, article)
        if passages:
            noted.append(note([hit for hit in hits if hit.passage.article.id == article], passages))
    return tuple(noted)
