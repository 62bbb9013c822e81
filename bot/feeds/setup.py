"""Puts a poller together from the configuration."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bot.feeds.clock import SystemClock
from bot.feeds.entries import parse_entries
from bot.feeds.manners import Manners
from bot.feeds.poller import Poller
from bot.feeds.round import Tools
from bot.feeds.settings import check_feeds, user_agent
from bot.feeds.state import open_state
from bot.ingest.fetch import Fetcher, FetchLimits

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Iterator

    from bot.config import FeedConfig, FetchConfig
    from bot.feeds.clock import Clock
    from bot.feeds.round import ReadFeed, ReadPage
    from bot.feeds.store import ArticleFolder
    from bot.ingest.addresses import AddressRules
    from bot.ingest.fetch import Resolve
    from bot.ingest.raw import RawArticle

__all__ = ["Fetcher", "Intake", "World", "make_fetcher", "open_poller"]


@dataclass(frozen=True, slots=True)
class World:
    """What a test replaces: the clock, chance, name look-ups, certificates, and which networks may be reached."""

    clock: Clock
    rng: Random
    rules: AddressRules | None = None
    resolve: Resolve | None = None
    ssl_context: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What becomes of articles.

    `read_page` reads a page's, `name_publisher` says who published one where the feed's settings do not, `folder` takes
    them in, `on_new` is called with the number of new ones, `read_feed` reads a feed's entries.
    """

    read_page: ReadPage
    name_publisher: Callable[[RawArticle], str | None]
    folder: ArticleFolder
    on_new: Callable[[int], Awaitable[None]]
    read_feed: ReadFeed = parse_entries


def make_fetcher(fetch: FetchConfig, version: str, world: World | None = None) -> Fetcher:
    """Make what fetches addresses, for the feeds or for an administrator's. Close it when done."""
    world = world or _real_world()
    limits = FetchLimits(seconds=fetch.seconds, max_bytes=fetch.max_bytes, redirects=fetch.redirects)
    return Fetcher(
        limits,
        user_agent(version, fetch.contact),
        rules=world.rules,
        resolve=world.resolve,
        ssl_context=world.ssl_context,
    )


@contextmanager
def open_poller(
    feeds: tuple[FeedConfig, ...],
    fetch: FetchConfig,
    intake: Intake,
    version: str,
    world: World | None = None,
) -> Iterator[Poller]:
    """Give a poller, ready to run, and let go of what it holds afterwards.

    Raises ConfigError where the settings contradict themselves, StoreError where the state can't be opened.
    """
    check_feeds(feeds, fetch)
    world = world or _real_world()
    state = open_state(Path(fetch.state))
    fetcher = make_fetcher(fetch, version, world)
    manners = Manners(fetcher, delay=fetch.host_delay, concurrent=fetch.concurrent, clock=world.clock)
    tools = Tools(
        fetcher,
        manners,
        state,
        intake.folder,
        world.clock,
        intake.read_page,
        intake.name_publisher,
        intake.read_feed,
    )
    try:
        yield Poller(feeds, tools, intake.on_new, world.rng)
    finally:
        fetcher.close()
        state.close()


def _real_world() -> World:
    return World(SystemClock(), Random())  # noqa: S311  # varies waiting times, guards nothing
