"""/sources and /source: the publishers of the collection, and what is known of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import question_of_command
from bot.chat.answering import Page, deliver, put_in_place, reader_of
from bot.chat.ask import is_admitted
from bot.chat.limits import Verdict
from bot.chat.pressing import answer_once
from bot.chat.timeline import source_screens
from bot.errors import NoSnapshotError
from bot.search.sources import find_source

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.screen import Screen
    from bot.model import Source

DATA = r"^ts:\d{1,4}$"
_LONGEST_NAME = 200  # characters of a name that are looked at


async def by_sources(update: Update, context: Context) -> None:
    """List the publishers; `/sources 2` shows the second page."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    reader = await reader_of(context, message)
    wanted = question_of_command(message, context.me).split()
    number = int(wanted[0]) - 1 if wanted and wanted[0].isdecimal() else 0
    try:
        found = await context.services.work(context.services.engine.sources)
    except NoSnapshotError:
        await deliver(context, message, Page(render.no_snapshot(reader.ui)), reader.preferences)
        return
    screen = source_screens.listed(reader.ui, found, number, group=reader.group)
    if screen is None:  # beyond the last page: the first tells how many there are
        screen = source_screens.listed(reader.ui, found, 0, group=reader.group)
    await _send(context, message, screen)


async def by_source(update: Update, context: Context) -> None:
    """Tell what is known of one publisher; to administrators with the short forms of its articles."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    ui = context.ui(message.from_user)
    name = question_of_command(message, context.me)[:_LONGEST_NAME]
    try:
        screen = await _one(context, ui, name, ids=context.is_admin(message.from_user))
    except NoSnapshotError:
        screen = render.no_snapshot(ui)
    await _send(context, message, screen)


async def pressed(update: Update, context: Context) -> None:
    """Show another page of the list where the last one stands."""
    await answer_once(update, context, _turn)


async def _turn(context: Context, press: Press) -> str | None:
    services, chat = context.services, press.message.chat
    if await services.limits.admit(press.person.id, chat.id) is not Verdict.ADMIT:
        return press.ui.text("too-many-questions")
    try:
        found = await services.work(services.engine.sources)
    except NoSnapshotError:
        return press.ui.text("no-snapshot")
    screen = source_screens.listed(press.ui, found, int(press.data.partition(":")[2]), group=chat.id < 0)
    if screen is None:
        return press.ui.text("button-too-old")
    await put_in_place(context, chat.id, press.message.message_id, Page(screen))
    return None


async def _one(context: Context, ui: Catalogue, name: str, *, ids: bool) -> Screen:
    services = context.services
    known = await services.work(services.engine.sources)
    if not name:
        return source_screens.missing(ui, _example(known))
    named = find_source(name, known)
    if named.source is None:
        return source_screens.unclear(ui, named)
    articles_of = services.engine.articles_of
    newest = await services.work(articles_of, named.source.publisher.name, source_screens.NEWEST)
    return source_screens.source(ui, named, named.source, newest, ids=ids)


def _example(known: tuple[Source, ...]) -> str:
    return next((one.publisher.name for one in known if one.publisher.name), "Reuters")


async def _send(context: Context, message: Message, screen: Screen | None) -> None:
    if screen is not None:
        reader = await reader_of(context, message)
        await deliver(context, message, Page(screen), reader.preferences)
