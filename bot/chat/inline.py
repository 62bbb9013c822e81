"""Inline answers: `@bot question` in any chat gives a list of passages to send there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.chat import outbox, render
from bot.chat.ask import HITS
from bot.errors import NoSnapshotError
from bot.model import Outcome

if TYPE_CHECKING:
    from telegram import InlineQuery, Update

    from bot.chat.context import Context, Services
    from bot.chat.i18n import Catalogue
    from bot.model import Answer, Hit

_LOG = logging.getLogger(__name__)
_CACHE_SECONDS = 30  # Telegram's own cache, for this person only; short, because a new snapshot answers otherwise
_START_PARAMETER = "inline"  # opens the private chat with /start inline


async def answer(update: Update, context: Context) -> None:
    """Answer an inline query with passages, or with a button that leads to the private chat."""
    query = update.inline_query
    if query is None:
        return
    newest = context.services.newest_inline
    newest[query.from_user.id] = query.id
    try:
        hits = await _hits(context, query)
    finally:
        if newest.get(query.from_user.id) == query.id:
            del newest[query.from_user.id]
    if hits is not None:
        await _send(context, query, hits)


async def _hits(context: Context, query: InlineQuery) -> tuple[Hit, ...] | None:
    """Return what to show; None when the person has typed on meanwhile, so that nobody waits for this answer."""
    services, ui = context.services, context.ui(query.from_user)
    text = query.query.strip()
    if not text or query.offset or not await services.limits.admit_inline(query.from_user.id):
        return ()
    try:
        found = await services.work(_ask_if_awaited, services, query, text, ui.language)
    except NoSnapshotError:
        return ()
    if found is None:
        return None
    services.questions += 1
    return found.hits[:HITS] if found.outcome is Outcome.FOUND else ()


def _ask_if_awaited(services: Services, query: InlineQuery, text: str, language: str) -> Answer | None:
    """Ask the engine, unless a newer query came while this one waited for a worker (whose thread runs this)."""
    if services.newest_inline.get(query.from_user.id) != query.id:
        return None
    return services.engine.ask(text, now=services.clock(), language=language, limit=HITS)


async def _send(context: Context, query: InlineQuery, hits: tuple[Hit, ...]) -> None:
    ui = context.ui(query.from_user)
    results = [result for number, hit in enumerate(hits) if (result := _result(context, number, hit, ui)) is not None]
    button = None if results else InlineQueryResultsButton(ui.text("command-ask"), start_parameter=_START_PARAMETER)
    try:
        await outbox.twice(
            lambda: query.answer(
                results, cache_time=_CACHE_SECONDS, is_personal=True, button=button, auto_pagination=False
            )
        )
    except BadRequest as error:  # too late: the person has typed on
        _LOG.info("an inline query could not be answered: %s", error.message)


def _result(context: Context, number: int, hit: Hit, ui: Catalogue) -> InlineQueryResultArticle | None:
    screen = render.inline_message(hit, ui=ui, publishers=context.services.engine.publisher)
    if not screen.html:  # not even the best sentence fits one message
        return None
    return InlineQueryResultArticle(
        str(number),
        render.inline_title(hit, ui=ui),
        InputTextMessageContent(
            screen.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        description=render.inline_description(hit, ui=ui),
        reply_markup=outbox.keyboard(screen),
    )
