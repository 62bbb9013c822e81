"""What the tests of feeds share: feeds as text, a clock without waiting, and a poller on the misbehaving server."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from random import Random
from typing import TYPE_CHECKING, Any

from bot.config import FeedConfig, FetchConfig
from bot.feeds.setup import Intake, World, open_poller
from bot.feeds.store import ArticleFolder
from bot.ingest.pages import read_page
from tests.feeds.badserver import LOOPBACK_ALLOWED, BadServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.feeds.poller import Poller
    from bot.feeds.state import FeedState
    from bot.ingest.raw import RawArticle

START = datetime(2019, 5, 4, 12, 0, tzinfo=UTC)
_NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # reading the system's takes longer than a test


@dataclass
class QuickClock:
    """A clock on which every wait is over at once, and which remembers how long the waits were."""

    time: datetime = START
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        """Return the test's time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.waits.append(seconds)
        self.time += timedelta(seconds=max(seconds, 0))
        await asyncio.sleep(0)


@dataclass
class HandClock:
    """A clock that a test moves by hand; waits end when it has gone that far."""

    time: datetime = START
    _waiting: list[tuple[datetime, asyncio.Event]] = field(default_factory=list)

    def now(self) -> datetime:
        """Return the test's time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Wait until the test has moved the clock so far."""
        woken = asyncio.Event()
        self._waiting.append((self.time + timedelta(seconds=seconds), woken))
        await woken.wait()

    def move(self, by: timedelta) -> None:
        """Go forward and wake whoever waited until then."""
        self.time += by
        due = [waiting for waiting in self._waiting if waiting[0] <= self.time]
        self._waiting = [waiting for waiting in self._waiting if waiting[0] > self.time]
        for _, woken in due:
            woken.set()

    def sleepers(self) -> int:
        """Return how many wait."""
        return len(self._waiting)

    def next_wake(self) -> datetime | None:
        """Return when the next wait is over."""
        return min((until for until, _ in self._waiting), default=None)


@dataclass
class Desk:
    """A poller on the server, its folder, and what it announced."""

    server: BadServer
    path: Path
    clock: Any = field(default_factory=QuickClock)
    fetch: FetchConfig = field(default_factory=FetchConfig)
    announced: list[int] = field(default_factory=list)
    read_page: Any = read_page

    @property
    def folder(self) -> Path:
        """Where articles are added."""
        return self.path / "corpus"

    def files(self) -> list[Path]:
        """Return the articles' files."""
        return sorted(self.folder.glob("*.md"))

    def history(self) -> list[Path]:
        """Return the files of replaced versions."""
        return sorted((self.folder / ".history").glob("*.md"))

    async def on_new(self, count: int) -> None:
        """Note an announcement."""
        self.announced.append(count)

    @contextmanager
    def poller(self, *feeds: FeedConfig) -> Iterator[Poller]:
        """Open a poller as after a start of the bot: what was remembered is in the file."""
        fetch = FetchConfig(
            contact="mailto:desk@example.org",
            seconds=self.fetch.seconds,
            max_bytes=self.fetch.max_bytes,
            redirects=self.fetch.redirects,
            host_delay=self.fetch.host_delay,
            concurrent=self.fetch.concurrent,
            state=str(self.path / "state" / "feeds.sqlite3"),
        )
        intake = Intake(self.read_page, publisher_named, ArticleFolder(self.folder), self.on_new)
        world = World(self.clock, Random(1), LOOPBACK_ALLOWED, self.server.resolve, _NO_CERTIFICATES)  # noqa: S311  # repeatable
        with open_poller(feeds, fetch, intake, "test", world) as made:
            yield made


def publisher_named(article: RawArticle) -> str | None:
    """Take the page's word for its publisher."""
    return article.publisher_name


def following(server: BadServer, **settings: Any) -> FeedConfig:
    """Return the settings of the server's feed."""
    return FeedConfig(address=server.url("/feed"), **{"publisher": "The Example", **settings})


async def poll(desk: Desk, *, times: int = 1, **settings: Any) -> FeedState:
    """Ask the feed, each time as after a restart."""
    config = following(desk.server, **settings)
    for _ in range(times):
        with desk.poller(config) as poller:
            await poller.resume()
            state = await poller.poll(config.address)
    return state


def item(
    number: int, *, text: str = "", link: str = "", title: str = "", date: str = "Thu, 02 May 2019 23:30:00 -0400"
) -> str:
    """Return an item of an RSS feed; `text` is its content."""
    encoded = f"<content:encoded><![CDATA[{text}]]></content:encoded>" if text else ""
    link = f"<link>{escape(link)}</link>" if link else ""
    return (
        f"<item><title>{escape(title or f'Headline number {number}')}</title>{link}<guid>id-{number}</guid>"
        f"<pubDate>{date}</pubDate><description>In short, number {number} happened.</description>{encoded}</item>"
    )


def rss(*items: str, title: str = "The Example") -> str:
    """Return an RSS feed of items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>http://news.example/</link>{''.join(items)}</channel></rss>"
    )


_STORY = """
In case {0} the two delegations met again in the capital on Thursday and spoke for six hours about the blockade of the
northern port, which has kept eleven ships with grain and medicine waiting outside the harbour since March.

The head of the first delegation said afterwards that both sides had come closer on the question of inspections, while
the other side's speaker warned that nothing was agreed until the prisoners of the winter had been released.

Dockers who have been without pay for two months followed the meeting on the radio. One of them, a crane driver of
fifty, said he would believe in an end of the dispute when he saw the first ship at the quay, and not before.

A third meeting is planned for next week in the same building. Observers of the regional organisation will take part in
it for the first time, after the government gave up its objection to their presence on Wednesday evening.
"""


def story(number: int, extra: str = "") -> str:
    """Return the HTML of a whole article's text, of more than 120 words."""
    paragraphs = [*_STORY.format(number).strip().split("\n\n"), *filter(None, [extra])]
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def page(number: int, *, title: str = "", extra: str = "", date: str = "2019-05-02") -> str:
    """Return a page with an article."""
    title = title or f"Headline number {number}"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{date}T10:00:00-04:00">'
        '<meta property="og:site_name" content="The Example"></head>'
        f"<body><main><article><h1>{title}</h1>{story(number, extra)}</article></main></body></html>"
    )
