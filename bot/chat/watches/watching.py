"""Tells chats of new passages for their watched topics."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.chat.heard import follow_move
from bot.chat.remembered import new_token
from bot.chat.sent import Sent
from bot.chat.watches import screens
from bot.chat.watches.collection import words_digest
from bot.chat.watches.sending import MOST_ATTEMPTS, Ending, deliver, forget_chat, to_its_end
from bot.errors import NoSnapshotError
from bot.model import Outcome

if TYPE_CHECKING:
    from bot.chat.screen import Screen
    from bot.chat.settings.preferences import Preferences
    from bot.chat.watches.look import Look
    from bot.chat.watches.store import Watch
    from bot.model import Answer

_LOG = logging.getLogger(__name__)
# Our own: of more new passages for a topic than this, found at once (a first build, say), the best are told.
_MOST = 30


@dataclass(frozen=True, slots=True)
class News:
    """New passages for a watch, as an answer of which only they are hits, and how its chat is spoken to."""

    watch: Watch
    answer: Answer
    preferences: Preferences

    @property
    def passages(self) -> frozenset[bytes]:
        """The digests of the words of the passages."""
        return frozenset(words_digest(hit.passage.text) for hit in self.answer.hits)


async def tell_all(look: Look) -> None:
    """Look at the watches that were not told yet, one after the other: readers' questions come first."""
    for watch in await look.services.watches.waiting(look.generation, look.silent_since):
        preferences = await look.preferences(watch.chat_id, watch.language)
        if preferences.is_quiet(look.now):
            continue
        if not await _look_at(look, watch, preferences):
            return
        await look.breathe()


async def _look_at(look: Look, watch: Watch, preferences: Preferences) -> bool:
    """Tell what is news to one watch; return whether the snapshot is still the one that this look is at."""
    services = look.services
    fresh = await look.fresh_since(watch.told)
    if not fresh:
        await services.watches.passed(watch, look.generation)
        return True
    try:
        answer = await _ask(look, watch, preferences, fresh)
    except NoSnapshotError:
        return False
    if answer.snapshot != look.snapshot:  # swapped meanwhile: what is new in that one is for the next look
        return False
    news = await _only_news(look, News(watch, answer, preferences))
    if news is None:
        await services.watches.passed(watch, look.generation)
    else:
        await to_its_end(_tell(look, news), services.rhythm.last_answers)
    return True


async def _ask(look: Look, watch: Watch, preferences: Preferences, fresh: frozenset[str]) -> Answer:
    """Return every relevant passage of the topic among new articles, one an article.

    A survey, not an answer: that one ends in what is only near. `articles` is no reader's filter: it leaves no trace.
    """
    services = look.services
    filters = replace(preferences.filters, articles=fresh)
    language = preferences.ui.language
    answer = await services.work(services.engine.survey, watch.text, now=look.now, language=language, filters=filters)
    return replace(answer, question=replace(answer.question, filters=preferences.filters))


async def _only_news(look: Look, news: News) -> News | None:
    """Leave the hits that are of new articles and were not told before; None where nothing is left, or only nearest."""
    if news.answer.outcome is not Outcome.FOUND:
        return None
    fresh = await look.fresh_since(news.watch.told)
    told = await look.services.watches.told_before(news.watch, news.passages)
    hits = [hit for hit in news.answer.hits if hit.passage.article.id in fresh]
    kept = tuple(hit for hit in hits if words_digest(hit.passage.text) not in told)[:_MOST]
    return replace(news, answer=replace(news.answer, hits=kept)) if kept else None


async def _tell(look: Look, news: News) -> None:
    """Send what is news and note that it was told, or what else came of it."""
    services, watch, attempts = look.services, news.watch, news.watch.attempts + 1
    if attempts > MOST_ATTEMPTS:
        _LOG.warning("watch %s: whether its message arrived is not known; it is not sent again", watch.number)
        await services.watches.told(watch, look.generation, news.passages, look.now)
        return
    token = new_token()
    screen = await _remembered(look, news, token)
    if not await services.watches.under_way(watch, attempts):
        return
    delivery = await deliver(look.context, watch.chat_id, watch.topic, screen)
    match delivery.ending:
        case Ending.ARRIVED:
            await services.watches.told(watch, look.generation, news.passages, look.now)
            await services.sent.note(Sent(delivery.chat_id, delivery.message_id, token, upto=screen.upto), look.now)
        case Ending.GONE:
            await forget_chat(services, watch.chat_id)
        case Ending.REFUSED:
            await services.watches.postponed(watch, 0, look.now)
        case Ending.UNKNOWN:
            await services.watches.postponed(watch, attempts, look.now)
        case Ending.NEVER_LEFT:
            await services.watches.under_way(watch, watch.attempts)
    if delivery.chat_id != watch.chat_id:
        await follow_move(services, watch.chat_id, delivery.chat_id)


async def _remembered(look: Look, news: News, token: str) -> Screen:
    """Return the message, its answer kept so that the buttons work."""
    services = look.services
    await services.answers.keep(token, news.watch.chat_id, None, news.answer, look.now)
    return screens.news(
        news.watch,
        news.answer,
        ui=news.preferences.ui,
        publishers=services.engine.publisher,
        token=token,
        shown=news.preferences.hits,
        repeated=news.watch.attempts > 0,
    )
