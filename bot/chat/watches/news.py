"""Looks for news besides the answering of questions: at each new snapshot, and again while something waits.

Nothing is queued: how far each chat was told is stored, and what is news to it follows from that. So what falls into
quiet hours or into the pause after a message gathers by itself, and a restart changes nothing.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat.watches import correcting, watching
from bot.chat.watches.look import Look

if TYPE_CHECKING:
    from bot.chat.context import Context

_LOG = logging.getLogger(__name__)


async def follow(context: Context) -> None:
    """Look for news until cancelled, as soon as the bot runs; a look that fails is logged, and the next one follows."""
    rhythm = context.services.rhythm
    while True:
        await asyncio.sleep(rhythm.news)
        if not context.application.running:
            continue
        try:
            await look(context)
        except Exception:  # noqa: BLE001 - whatever it was (a full disk, a snapshot that vanished): the bot answers on
            _LOG.exception("looking for news failed; it is tried again in %.0f s", rhythm.news)


async def look(context: Context) -> None:
    """Tell every chat what is news to it and may be told now."""
    services = context.services
    coverage = services.engine.coverage
    if coverage is None:
        return
    generation = await services.known.look_at(coverage.snapshot, services)
    now = context.services.clock()
    silent_since = now - timedelta(minutes=services.config.watches.every_minutes)
    this = Look(context, coverage.snapshot, generation, now, silent_since)
    await watching.tell_all(this)
    await correcting.tell_all(this)
