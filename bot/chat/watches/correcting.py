"""Tells those who asked for it what was corrected in articles that they were shown, or that one was removed."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from bot.chat.heard import follow_move
from bot.chat.watches import correction_screens
from bot.chat.watches.noted import compare, noted_again
from bot.chat.watches.sending import MOST_ATTEMPTS, Ending, deliver, forget_chat, to_its_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.chat.settings.preferences import Preferences
    from bot.chat.watches.corrections import Asked
    from bot.chat.watches.look import Look
    from bot.chat.watches.noted import Correction, Noted
    from bot.model import Passage

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What a chat asked to be told of in one place, with the corrections found, by article id."""

    asked: tuple[Asked, ...]
    corrections: dict[str, Correction]
    preferences: Preferences

    @property
    def attempts(self) -> int:
        """How often a message about it was begun already."""
        return max(asked.attempts for asked in self.asked)


async def tell_all(look: Look) -> None:
    """Look at what chats asked to be told of, one place after the other: readers' questions come first."""
    oldest = look.now - timedelta(days=look.services.config.watches.corrections_days)
    waiting = await look.services.corrections.waiting(look.generation, look.silent_since, oldest)
    for _, together in groupby(sorted(waiting, key=_place), key=_place):
        asked = tuple(together)
        preferences = await look.preferences(asked[0].chat_id, asked[0].language)
        if not preferences.is_quiet(look.now):
            await _look_at(look, asked, preferences)
            await look.breathe()


def _place(asked: Asked) -> tuple[int, int]:
    return asked.chat_id, asked.topic or 0


async def _look_at(look: Look, asked: Sequence[Asked], preferences: Preferences) -> None:
    """Compare what one chat was shown with what is there now; tell it all in one message."""
    concerned, corrections = [], {}
    for one in asked:
        settled, found = await _compared(look, one)
        if found:
            concerned.append(settled)
            corrections.update(found)
        else:
            await look.services.corrections.settle([replace(settled, told=look.generation)])
    if concerned:
        found_here = Found(tuple(concerned), corrections, preferences)
        await to_its_end(_tell(look, found_here), look.services.rhythm.last_answers)


async def _compared(look: Look, asked: Asked) -> tuple[Asked, dict[str, Correction]]:
    """Return what was asked for, articles that only got another name under their new one, and the corrections."""
    noted, corrections = [], {}
    for one in asked.noted:
        current, passages = one, await _passages(look, one.article)
        if not passages and (moved := await look.services.known.with_words(one.words)) is not None:
            current, passages = msgspec.structs.replace(one, article=moved), await _passages(look, moved)
        noted.append(current)
        if (correction := compare(current, passages)) is not None:
            corrections[current.article] = correction
    return replace(asked, noted=tuple(noted)), corrections


async def _passages(look: Look, article: str) -> list[Passage]:
    return await look.services.work(look.services.collection.passages, look.snapshot, article)


async def _tell(look: Look, found: Found) -> None:
    """Send the corrections and note that they were told, or what else came of it."""
    store, chat_id, attempts = look.services.corrections, found.asked[0].chat_id, found.attempts + 1
    page = correction_screens.corrections(
        list(found.corrections.values()),
        ui=found.preferences.ui,
        publishers=look.services.engine.publisher,
        day=look.now.astimezone(found.preferences.zone).date(),
        repeated=found.attempts > 0,
    )
    if attempts > MOST_ATTEMPTS:
        _LOG.warning("corrections for a chat: whether they arrived is not known; they are not sent again")
        await store.settle(await _renewed(look, found, page.told), look.now)
        return
    if not await store.under_way(found.asked, attempts):
        return
    delivery = await deliver(look.context, chat_id, found.asked[0].topic, page.screen)
    match delivery.ending:
        case Ending.ARRIVED:
            await store.settle(await _renewed(look, found, page.told), look.now)
        case Ending.GONE:
            await forget_chat(look.services, chat_id)
        case Ending.REFUSED:
            await store.postponed(found.asked, 0, look.now)
        case Ending.UNKNOWN:
            await store.postponed(found.asked, attempts, look.now)
        case Ending.NEVER_LEFT:
            await store.under_way(found.asked, found.attempts)
    if delivery.chat_id != chat_id:
        await follow_move(look.services, chat_id, delivery.chat_id)


async def _renewed(look: Look, found: Found, told: Iterable[str]) -> list[Asked]:
    """Return what is waited for from now on: articles as they are now, removed ones no longer.

    What the message did not hold stays as it was, and is told with the next.
    """
    now: dict[str, Noted | None] = {}
    for article in told:
        passages = await _passages(look, article)
        now[article] = noted_again(found.corrections[article], passages) if passages else None
    renewed = []
    for asked in found.asked:
        is_all = all(one.article in now or one.article not in found.corrections for one in asked.noted)
        noted = (now.get(one.article, one) for one in asked.noted)
        left = tuple(one for one in noted if one is not None)
        renewed.append(replace(asked, noted=left, told=look.generation if is_all else asked.told))
    return renewed
