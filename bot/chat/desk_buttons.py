"""The buttons under articles that wait for an administrator: add, change, cancel, remove, undo, reindex."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.chat import admin, desk, outbox, pressing, render_desk
from bot.chat.addressed import question_of_command
from bot.chat.drafts import Asked
from bot.chat.pressing import answer_once
from bot.chat.render_text import escape
from bot.chat.replying import reply
from bot.chat.screen import Screen
from bot.errors import ArticleError, StoreError
from bot.feeds.articles import find_article, put_back, take_out
from bot.feeds.store import Change

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import MaybeInaccessibleMessage, Update

    from bot.chat.context import Context
    from bot.chat.drafts import Draft
    from bot.chat.i18n import Catalogue

_LOG = logging.getLogger(__name__)
DATA = re.compile(r"w:(?:reindex|([A-Za-z0-9_-]{1,12}):([a-z]{1,12}))")


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a button whose draft is still there."""

    ui: Catalogue
    message: MaybeInaccessibleMessage
    administrator: int
    token: str
    draft: Draft
    by_words: bool = False  # `message` is the administrator's own then, and can't be edited


async def pressed(update: Update, context: Context) -> None:
    """Handle a press of an administrator."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: pressing.Press) -> str | None:
    """Return the sentence to answer with; None when the screen itself answers."""
    ui, message = press.ui, press.message
    if not context.is_admin(press.person):
        return ui.text("not-administrator")
    parsed = DATA.fullmatch(press.data)
    if parsed is None:
        return ui.text("draft-gone")
    if parsed[1] is None:
        await admin.start_reindex(context, message, ui)
        return None
    draft = await context.services.drafts.find(parsed[1], message.chat.id)
    action = _ACTIONS.get(parsed[2])
    if draft is None or action is None:
        return ui.text("draft-gone")
    return await action(context, Press(ui, message, press.person.id, parsed[1], draft))


async def by_words(update: Update, context: Context) -> None:
    """Do what a button does, for the newest draft of the chat: `/draft add`, `/draft date 2019-05-02`."""
    message = update.message
    if message is None or message.from_user is None or not await desk.is_allowed_here(context, message):
        return
    ui, drafts = context.ui(message.from_user), context.services.drafts
    word, _, value = question_of_command(message, context.me).partition(" ")
    action, newest = _ACTIONS.get(word.casefold()), await drafts.newest(message.chat_id)
    if action is None:
        sentence: str | None = ui.text("draft-words", words=", ".join(_ACTIONS))
    elif newest is None:
        sentence = ui.text("draft-gone")
    elif value and action in (_ask_date, _ask_publisher):
        sentence = None
        await desk.take_value(context, message, value.strip(), Asked(newest[0], word.casefold(), newest[1]))
    else:
        sentence = await action(context, Press(ui, message, message.from_user.id, *newest, by_words=True))
    if sentence:
        await reply(context, message, Screen(escape(sentence)))


async def _add(context: Context, press: Press) -> str | None:
    """Store the articles; what can't be stored is told, and the buttons stay."""
    if not press.draft.articles:
        return press.ui.text("draft-gone")
    services = context.services
    counts: Counter[Change] = Counter()
    files: list[str] = []
    for found in press.draft.articles:
        try:
            stored = await asyncio.to_thread(services.folder.put, found, found.publisher_name, services.clock())
        except (ArticleError, StoreError) as error:
            await _note(context, press, "add", found.url or "article", f"failed: {type(error).__name__}")
            reason = error.reason if isinstance(error, ArticleError) else str(error)
            await reply(context, press.message, render_desk.unreadable(press.ui, reason))
            return None
        counts[stored.change] += 1
        files.append(stored.path.relative_to(services.config.corpus.path).as_posix())
        await _note(context, press, "add", files[-1], stored.change)
    await services.drafts.drop(press.token)
    new, changed, same = counts[Change.NEW], counts[Change.CHANGED], counts[Change.NONE]
    screen = render_desk.added(press.ui, new=new, changed=changed, same=same, files=tuple(files))
    await _replace(context, press, screen)
    return None


async def _ask_date(context: Context, press: Press) -> str | None:
    return await _ask(context, press, "date")


async def _ask_publisher(context: Context, press: Press) -> str | None:
    return await _ask(context, press, "publisher")


async def _ask(context: Context, press: Press, asking: str) -> str | None:
    """Ask for a value; the administrator's next message gives it."""
    if len(press.draft.articles) != 1:
        return press.ui.text("draft-gone")
    await context.services.drafts.ask(press.token, press.message.chat.id, asking)
    await reply(context, press.message, render_desk.prompt(press.ui, press.token, asking))
    return None


async def _leave(context: Context, press: Press) -> str | None:
    """Ask no more, and leave the value as it was."""
    await context.services.drafts.ask(None, press.message.chat.id, None)
    await _replace(context, press, render_desk.sentence(press.ui, "draft-left"))
    return None


async def _cancel(context: Context, press: Press) -> str | None:
    """Forget what was sent."""
    await context.services.drafts.drop(press.token)
    await _note(context, press, "cancel", press.draft.article_id or "draft", "nothing changed")
    await _replace(context, press, render_desk.sentence(press.ui, "draft-cancelled"))
    return None


async def _remove(context: Context, press: Press) -> str | None:
    """Take an article out of the corpus folder."""
    services, corpus, article_id = context.services, Path(context.services.config.corpus.path), press.draft.article_id
    if not article_id or press.draft.moved_to:
        return press.ui.text("draft-gone")
    try:
        path = await asyncio.to_thread(find_article, corpus, article_id)
        moved = await asyncio.to_thread(take_out, corpus, path, services.clock())
    except (ArticleError, StoreError) as error:
        await _note(context, press, "remove", article_id, f"failed: {type(error).__name__}")
        await _replace(context, press, render_desk.unreadable(press.ui, str(error)))
        return None
    snapshot = coverage.snapshot if (coverage := services.engine.coverage) else ""
    draft = msgspec.structs.replace(press.draft, moved_to=moved.relative_to(corpus).as_posix(), snapshot=snapshot)
    await services.drafts.keep(press.token, press.message.chat.id, draft, services.clock())
    await _note(context, press, "remove", article_id, "removed")
    await _replace(context, press, render_desk.removed(press.ui, press.token, article_id))
    return None


async def _undo(context: Context, press: Press) -> str | None:
    """Put an article back, as long as no other snapshot is live."""
    services, draft = context.services, press.draft
    live = coverage.snapshot if (coverage := services.engine.coverage) else ""
    if not draft.moved_to or live != draft.snapshot:
        return press.ui.text("draft-undo-late")
    try:
        corpus = Path(services.config.corpus.path)
        await asyncio.to_thread(put_back, corpus, draft.article_id, draft.moved_to)
    except StoreError as error:
        await _note(context, press, "undo", draft.article_id, "failed: StoreError")
        await reply(context, press.message, render_desk.unreadable(press.ui, str(error)))
        return None
    await services.drafts.drop(press.token)
    await _note(context, press, "undo", draft.article_id, "put back")
    await _replace(context, press, render_desk.sentence(press.ui, "draft-put-back"))
    return None


async def _note(context: Context, press: Press, act: str, article: str, outcome: str) -> None:
    services = context.services
    await services.drafts.note(services.clock(), press.administrator, act, article, outcome)


async def _replace(context: Context, press: Press, screen: Screen) -> None:
    if press.by_words:
        await reply(context, press.message, screen)
        return
    await outbox.edit(context.bot, press.message.chat.id, press.message.message_id, screen)


_ACTIONS: dict[str, Callable[[Context, Press], Awaitable[str | None]]] = {
    "add": _add,
    "date": _ask_date,
    "publisher": _ask_publisher,
    "leave": _leave,
    "cancel": _cancel,
    "keep": _cancel,
    "remove": _remove,
    "undo": _undo,
}
