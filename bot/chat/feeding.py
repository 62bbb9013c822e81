"""Follows the feeds while the bot runs: what they bring is stored, then taken into the index by a build."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from bot import __version__
from bot.feeds.naming import publisher_of
from bot.feeds.setup import Intake, open_poller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.context import Services
    from bot.feeds.poller import Poller
    from bot.feeds.setup import World
    from bot.feeds.state import FeedState

_LOG = logging.getLogger(__name__)
_LONGEST_PAUSE = 600.0  # seconds between two starts of a poller that fails


class Feeding:
    """How the feeds do, for /status; `follow` runs beside the bot. `world` None is the real one."""

    def __init__(self, world: World | None = None) -> None:
        self._world = world
        self._poller: Poller | None = None

    def states(self) -> Sequence[FeedState]:
        """Return how each feed does, in the order of the configuration; empty while none is followed."""
        return self._poller.feed_states() if self._poller else ()

    async def follow(self, services: Services) -> None:
        """Follow the feeds until cancelled; start again, ever later, where that fails (a broken state file, say)."""
        pause = services.rhythm.feeds_again
        while services.config.feeds:
            try:
                await self._poll(services)
            except Exception:  # noqa: BLE001 - whatever it was: the bot answers on, and the feeds are tried again
                _LOG.exception("following feeds failed; it starts again in %.0f s", pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _poll(self, services: Services) -> None:
        config = services.config

        async def on_new(count: int) -> None:
            _LOG.info("%s new articles from feeds are taken into the index", count)
            await take_in(services)

        reader, name_publisher = services.reader, partial(publisher_of, config.corpus)
        intake = Intake(reader.read_page, name_publisher, services.folder, on_new, reader.read_feed)
        with open_poller(config.feeds, config.fetch, intake, __version__, self._world) as poller:
            self._poller = poller
            await poller.run(asyncio.Event())


async def take_in(services: Services) -> None:
    """Run a build and load what it made.

    Raises LockedError where another build runs, BuildFailedError or SnapshotError where this one fails.
    """
    report = await services.reindexer.build(lambda _: None)
    await services.work(services.engine.refresh)
    _LOG.info("snapshot %s is live", report.snapshot)
