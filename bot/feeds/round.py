"""One round of one feed: ask it, take its new and changed entries, store their articles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.errors import ArticleError, FetchError
from bot.feeds.entries import digest_of, is_whole, parse_entries
from bot.feeds.schedule import read_retry_after
from bot.feeds.state import EntryOutcome, SeenEntry
from bot.feeds.store import Change
from bot.ingest.addresses import plain_address
from bot.ingest.fetch import FEED_TYPES

if TYPE_CHECKING:
    from datetime import date

    from bot.config import FeedConfig
    from bot.feeds.clock import Clock
    from bot.feeds.manners import Manners
    from bot.feeds.state import FeedState, StateFile
    from bot.feeds.store import ArticleFolder
    from bot.ingest.feedfiles import FeedEntry
    from bot.ingest.fetch import Fetched, Fetcher
    from bot.ingest.raw import RawArticle

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
FEED_BYTES = 4_000_000
"""Bytes of a feed, whatever pages may have; the largest real one at hand has 118,000.

Reading 8 MB of 18,000 entries took 15 s of a processor and 220 MB.
"""

PAGES_A_ROUND = 40
"""Pages fetched for one feed in a round; the others are taken in the next one. Real feeds list 10 to 40 entries."""

ATTEMPTS = 3  # rounds in which an entry is tried whose page fails in a way that may pass
_FAILURES_IN_A_ROW = 3  # after so many pages the site has trouble: the rest of the round would only add to it
_VALIDATOR = 1000  # characters; longer ones are not sent back


class ReadPage(Protocol):
    """Reads the article of a page, as `bot.ingest.pages.read_page` does; runs in a thread."""

    def __call__(
        self, data: bytes, *, url: str | None = None, declared_charset: str | None = None, today: date | None = None
    ) -> RawArticle:
        """Return the article. Raises ArticleError where there is none."""
        ...


ReadFeed = Callable[[bytes, str, str | None], list["FeedEntry"]]
"""Reads a feed's entries, as `bot.feeds.entries.parse_entries` does; runs in a thread."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a round works with. `name_publisher` names the publisher of an article where the feed's settings do not."""

    fetcher: Fetcher
    manners: Manners
    state: StateFile
    folder: ArticleFolder
    clock: Clock
    read_page: ReadPage
    name_publisher: Callable[[RawArticle], str | None]
    read_feed: ReadFeed = parse_entries


@dataclass(slots=True)
class Round:
    """What a round of a feed brought.

    `skipped` entries could not be had or read, `reason` says why the last of them. `wait` is how long the server wants
    to be left alone. Validators are None where entries remain to be taken: the feed must then come whole again.
    """

    stored: int = 0
    skipped: int = 0
    reason: str | None = None
    wait: timedelta | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    pages: int = 0
    in_a_row: int = 0
    remains: bool = False

    def skip(self, error: ArticleError) -> None:
        """Count an entry that was not stored."""
        self.skipped += 1
        self.reason = str(error)

    @property
    def is_over(self) -> bool:
        """Whether the site should be left alone for this round."""
        return self.wait is not None or self.in_a_row >= _FAILURES_IN_A_ROW


async def poll_feed(feed: FeedConfig, state: FeedState, tools: Tools) -> Round:
    """Ask a feed for news and store what is new.

    Raises ArticleError (FetchError, AddressError) where the feed itself can't be had or read.
    """
    got = await tools.fetcher.get(
        feed.address, accept=FEED_TYPES, headers=_conditions(state), gate=tools.manners.gate, max_bytes=FEED_BYTES
    )
    done = Round(moved_to=got.moved_to)
    if not got.is_unchanged:
        entries = await asyncio.to_thread(tools.read_feed, got.body, got.address, got.charset)
        await _take_all(feed, entries, done, tools)
    if not done.remains:
        done.etag = _validator(got, "etag") or (state.etag if got.is_unchanged else None)
        done.last_modified = _validator(got, "last-modified") or (state.last_modified if got.is_unchanged else None)
    return done


def _conditions(state: FeedState) -> dict[str, str]:
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in headers.items() if value}


def _validator(got: Fetched, name: str) -> str | None:
    """Return a validator that can be sent back as it came."""
    value = got.headers.get(name, "").strip()
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= _VALIDATOR else None


async def _take_all(feed: FeedConfig, entries: list[FeedEntry], done: Round, tools: Tools) -> None:
    """Take the entries that are new, changed, or failed before in a way that may have passed."""
    seen = await tools.state.seen(feed.address, (entry.key for entry in entries))
    for entry in entries:
        before = seen.get(entry.key)
        if before and before.digest == digest_of(entry) and before.outcome is not EntryOutcome.WAITING:
            continue
        if done.is_over or done.pages >= PAGES_A_ROUND:
            done.remains = True
            break
        await _take(feed, entry, before, done, tools)
    await tools.state.still_there(feed.address, (entry.key for entry in entries), tools.clock.now())


async def _take(feed: FeedConfig, entry: FeedEntry, before: SeenEntry | None, done: Round, tools: Tools) -> None:
    """Take one entry and remember what became of it."""
    digest = digest_of(entry)
    same = before is not None and before.digest == digest
    attempts = before.attempts + 1 if before and same else 1
    outcome = EntryOutcome.STORED
    try:
        article = await _article(feed, entry, done, tools)
        done.stored += await asyncio.to_thread(_store, feed, article, before, tools)
        done.in_a_row = 0
    except FetchError as error:
        done.skip(error)
        outcome = _after_failure(error, attempts, done, tools)
    except ArticleError as error:
        done.skip(error)
        outcome = EntryOutcome.GIVEN_UP
    await tools.state.remember(feed.address, SeenEntry(entry.key, digest, outcome, attempts), tools.clock.now())


def _after_failure(error: FetchError, attempts: int, done: Round, tools: Tools) -> EntryOutcome:
    if not error.is_temporary:
        return EntryOutcome.GIVEN_UP
    done.in_a_row += 1
    done.wait = read_retry_after(error.retry_after, tools.clock.now())
    if attempts >= ATTEMPTS:
        return EntryOutcome.GIVEN_UP
    done.remains = True
    return EntryOutcome.WAITING


async def _article(feed: FeedConfig, entry: FeedEntry, done: Round, tools: Tools) -> RawArticle:
    """Return an entry's article: from the feed where it carries the whole text, else from its page."""
    today = tools.clock.now().date()
    article = _believable(entry.article, today)
    address = article.url
    if feed.text == "feed" or (feed.text == "auto" and is_whole(article)):
        if not article.text:
            raise ArticleError(address or f"{feed.address}#{entry.key}", "the feed does not carry its text")
        return replace(article, url=plain_address(address) if address else None)
    if not address:
        name = f"{feed.address}#{entry.key}"
        raise ArticleError(name, "neither a whole text nor an address")
    done.pages += 1
    got = await tools.fetcher.get(address, accept=PAGE_TYPES, gate=tools.manners.gate)
    page = await asyncio.to_thread(
        tools.read_page, got.body, url=got.address, declared_charset=got.charset, today=today
    )
    return _together(page, article, plain_address(got.address))


def _believable(article: RawArticle, today: date) -> RawArticle:
    """Drop a publication date that lies in the future; tomorrow is today elsewhere."""
    if article.date is None or article.date <= today + timedelta(days=1):
        return article
    return replace(article, date=None, date_found_in=None)


def _together(page: RawArticle, said: RawArticle, address: str) -> RawArticle:
    """Join what the page and what the feed say. The feed's publication date is a machine's and made for it: it wins."""
    dated = said if said.date and (said.date_found_in == "feed" or not page.date) else page
    return replace(
        page,
        title=page.title or said.title,
        date=dated.date,
        date_found_in=dated.date_found_in,
        publisher_name=page.publisher_name or said.publisher_name,
        agency=page.agency or said.agency,
        author=page.author or said.author,
        language=page.language or said.language,
        url=address,
    )


def _store(feed: FeedConfig, article: RawArticle, before: SeenEntry | None, tools: Tools) -> bool:
    """Write an article; tell whether that changed anything. One that was removed by hand does not come back."""
    is_known = before is not None and before.outcome is EntryOutcome.STORED
    if is_known and article.url and tools.folder.find(article.url) is None:
        return False
    publisher = feed.publisher or tools.name_publisher(article)
    return tools.folder.put(article, publisher, tools.clock.now()).change is not Change.NONE
