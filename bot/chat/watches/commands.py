"""`/watch`, `/watches`, `/unwatch`, and the buttons that do the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat import outbox, render
from bot.chat.addressed import question_of_command
from bot.chat.ask import is_admitted
from bot.chat.limits import Verdict
from bot.chat.pressing import answer_once
from bot.chat.replying import reply, topic_of
from bot.chat.settings.administrators import may_set, may_set_by_message
from bot.chat.shown import find_shown
from bot.chat.watches import screens
from bot.chat.watches.meant import meant
from bot.chat.watches.store import NewWatch
from bot.errors import SnapshotError
from bot.model import Intent
from bot.search.intent import find_intent
from bot.search.question import clean

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage, Message, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.screen import Screen

DATA = re.compile(r"wt:(new|end|drop):([A-Za-z0-9_-]{1,12})")
_PLACE = re.compile(r"(\d{1,3})\s*$")


async def watch(update: Update, context: Context) -> None:
    """Watch a topic: the words after the command, the message it replies to, or the question of an answer."""
    message = update.message
    if message is None or not await _may_change(context, message):
        return
    ui = context.ui(message.from_user)
    try:
        text = question_of_command(message, context.me) or await _question_meant(context, message)
        screen = await _watch(context, message, ui, text)
    except SnapshotError:
        screen = render.no_snapshot(ui)
    await reply(context, message, screen)


async def watches(update: Update, context: Context) -> None:
    """List the watches of the chat; with a number at the end ("/watches end 2"), end that one."""
    message = update.message
    if message is None:
        return
    if _place(context) is not None:
        await unwatch(update, context)
    elif await is_admitted(context, message):
        await reply(context, message, await _list(context, message, context.ui(message.from_user)))


async def unwatch(update: Update, context: Context) -> None:
    """End a watch by its place in the list; without one, show the list."""
    message = update.message
    if message is None or not await _may_change(context, message):
        return
    ui, place = context.ui(message.from_user), _place(context)
    if place is None:
        screen = await _list(context, message, ui)
    else:
        ended = await context.services.watches.end(message.chat_id, place)
        screen = screens.watch_unknown(ui, place) if ended is None else screens.watch_ended(ui, ended)
    await reply(context, message, screen)


async def pressed(update: Update, context: Context) -> None:
    """Handle a press on a button of watches."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: Press) -> str | None:
    parsed = DATA.fullmatch(press.data)
    if parsed is None:
        return press.ui.text("button-too-old")
    if not await may_set(context.bot, press.message.chat, press.person):
        return press.ui.text("watch-administrators-only")
    if parsed[1] == "new":
        return await _watch_question(context, press, parsed[2])
    return await _end(context, press, parsed)


async def _watch_question(context: Context, press: Press, token: str) -> str | None:
    """Watch the question of an answer."""
    shown = await find_shown(context, press, token)
    if isinstance(shown, str):
        return shown
    try:
        screen = await _watch(context, press.message, press.ui, shown.answer.question.text)
    except SnapshotError:
        return press.ui.text("no-snapshot")
    await reply(context, press.message, screen)
    return None


async def _end(context: Context, press: Press, parsed: re.Match[str]) -> str | None:
    """End a watch; where the button stands under the list, the list shows it."""
    services, chat_id = context.services, press.message.chat.id
    if await services.limits.admit(press.person.id, chat_id) is not Verdict.ADMIT:
        return press.ui.text("too-many-questions")
    number = int(parsed[2]) if parsed[2].isdecimal() else 0
    ended = await services.watches.end_numbered(chat_id, number)
    if ended is None:
        return press.ui.text("watch-ended-before")
    if parsed[1] == "drop":
        screen = await _list(context, press.message, press.ui)
        await outbox.edit(context.bot, chat_id, press.message.message_id, screen)
        return press.ui.text("watch-ended", place=ended.place, topic=screens.topic_of(ended))
    await reply(context, press.message, screens.watch_ended(press.ui, ended))
    return None


async def _watch(context: Context, message: MaybeInaccessibleMessage, ui: Catalogue, text: str) -> Screen:
    """Watch a topic from now on, unless it is none. Raises SnapshotError."""
    services, topic = context.services, clean(text)
    if not topic:
        return screens.topic_missing(ui)
    if len(topic) > screens.LONGEST_TOPIC:
        return render.question_too_long(ui, screens.LONGEST_TOPIC)
    if (intent := find_intent(topic)) is not Intent.QUESTION:
        return render.invitation(ui, intent, topic)
    coverage = services.engine.coverage
    if coverage is None:
        return render.no_snapshot(ui)
    told = await services.known.look_at(coverage.snapshot, services)
    wanted = NewWatch(message.chat.id, topic_of(message), ui.language, topic, told)
    limit = services.config.watches.per_chat
    added = await services.watches.add(wanted, limit, services.clock())
    if added is None:
        return screens.too_many(ui, limit)
    return screens.watch_set(ui, added, every_minutes=services.config.watches.every_minutes)


async def _question_meant(context: Context, message: Message) -> str:
    """Return the question of the answer that a message replies to; empty where it replies to none."""
    found = await meant(context, message) if message.reply_to_message else None
    return "" if found is None or isinstance(found, str) else found[0].answer.question.text


async def _may_change(context: Context, message: Message) -> bool:
    """Count a message, and tell whether its author may change what the chat watches; say so where not."""
    if not await is_admitted(context, message):
        return False
    if not await may_set_by_message(context.bot, message):
        await reply(context, message, screens.sentence(context.ui(message.from_user), "watch-administrators-only"))
        return False
    return True


async def _list(context: Context, message: MaybeInaccessibleMessage, ui: Catalogue) -> Screen:
    found = await context.services.watches.of_chat(message.chat.id)
    waiting_for = await context.services.corrections.of_chat(message.chat.id)
    return screens.watch_list(ui, found, len(waiting_for))


def _place(context: Context) -> int | None:
    """Return the number at the end of a command, if there is one."""
    found = _PLACE.search(" ".join(context.args or ()))
    return int(found[1]) if found else None
