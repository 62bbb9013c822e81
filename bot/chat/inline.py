"""Inline answers: `@bot question` in any chat gives a list of passages to send there, page by page as one scrolls.

A button above the list leads to the private chat; where there is nothing to list it says why.
"""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.chat import outbox, render
from bot.errors import NoSnapshotError
from bot.model import Outcome

if TYPE_CHECKING:
    from telegram import InlineQuery, Update

    from bot.chat.context import Context, Services
    from bot.chat.i18n import Catalogue
    from bot.chat.settings.preferences import Preferences
    from bot.model import Answer, Hit

_LOG = logging.getLogger(__name__)
_PAGE = 10  # passages at once
_MOST = 40  # passages of one answer; every page is cut from the same list, so that none repeats or is lost
# Telegram keeps a list for this person only: its language and what it leaves out are theirs. Not for long, because a
# new snapshot or other settings answer otherwise. What may be gone in a moment is not kept at all.
_KEPT, _NOT_KEPT = 30, 0  # seconds
_START_PARAMETER = "inline"  # opens the private chat with /start inline
_OFFSET = re.compile(r"(\d{1,3}):([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Given:
    """One page of an inline answer: its hits from number `first` on, where the next begins, what the button says."""

    button: str
    hits: tuple[Hit, ...] = ()
    first: int = 0
    next_offset: str = ""
    seconds: int = _NOT_KEPT


async def answer(update: Update, context: Context) -> None:
    """Answer an inline query with passages, or with a button that leads to the private chat."""
    query = update.inline_query
    if query is None:
        return
    newest = context.services.newest_inline
    newest[query.from_user.id] = query.id  # before anything is waited for: queries come in order, and wait out of it
    try:
        preferences = await context.preferences(query)
        given = await _given(context, query, preferences)
    finally:
        if newest.get(query.from_user.id) == query.id:
            del newest[query.from_user.id]
    if given is not None:
        await _send(context, query, given, preferences.ui)


async def _given(context: Context, query: InlineQuery, preferences: Preferences) -> Given | None:
    """Return what to show; None when the person has typed on meanwhile, so that nobody waits for this answer."""
    services, ui = context.services, preferences.ui
    if not query.query.strip():
        return Given(ui.text("inline-ask"), seconds=_KEPT)
    if not await services.limits.admit_inline(query.from_user.id):
        return Given(ui.text("inline-too-many"))
    try:
        found = await services.work(_ask_if_awaited, services, query, preferences)
    except NoSnapshotError:
        return Given(ui.text("inline-not-ready"))
    if found is None:
        return None
    services.questions += not query.offset
    return _page(found, query.offset, ui)


def _ask_if_awaited(services: Services, query: InlineQuery, preferences: Preferences) -> Answer | None:
    """Ask the engine, unless a newer query came while this one waited for a worker (whose thread runs this)."""
    if services.newest_inline.get(query.from_user.id) != query.id:
        return None
    text, now, engine = query.query.strip(), services.clock(), services.engine
    filters = preferences.filters_for(text, now, engine.coverage)
    return engine.ask(text, now=now, language=preferences.ui.language, filters=filters, limit=_MOST)


def _page(found: Answer, offset: str, ui: Catalogue) -> Given:
    """Cut a page out of an answer. Nearest passages are never offered: sent to a chat they would look like answers."""
    if found.outcome is not Outcome.FOUND:
        return Given(ui.text("inline-nothing"), seconds=_KEPT)
    mark = hashlib.blake2s(found.snapshot.encode(), digest_size=4).hexdigest()
    first = _first(offset, mark)
    if first is None:  # of another snapshot: an answer is never mixed from two
        return Given(ui.text("inline-ask"))
    following = first + _PAGE
    more = f"{following}:{mark}" if following < len(found.hits) else ""
    return Given(ui.text("inline-ask"), found.hits[first:following], first, more, _KEPT)


def _first(offset: str, mark: str) -> int | None:
    """Return the number of the first hit of a page; None where the page before it was of another snapshot."""
    if not offset:
        return 0
    match = _OFFSET.fullmatch(offset)
    return int(match[1]) if match and match[2] == mark else None


async def _send(context: Context, query: InlineQuery, given: Given, ui: Catalogue) -> None:
    numbered = enumerate(given.hits, start=given.first)
    results = [result for number, hit in numbered if (result := _result(context, number, hit, ui)) is not None]
    try:
        await outbox.twice(
            lambda: query.answer(
                results,
                cache_time=given.seconds,
                is_personal=True,
                next_offset=given.next_offset,
                button=InlineQueryResultsButton(given.button, start_parameter=_START_PARAMETER),
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
