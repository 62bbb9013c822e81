"""Feeds in the running bot: what they bring is stored and indexed by itself, and /status tells how they do."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import CorpusConfig, FeedConfig, FetchConfig
from bot.feeds.setup import World as FeedWorld
from tests.chat.conftest import ADMIN, FAST, eventually, restarted
from tests.chat.fake_engine import HARBOUR, article
from tests.chat.test_e2e_admin import BUILD, REPORT, ends
from tests.feeds.badserver import LOOPBACK_ALLOWED, BadServer, feed, hang, reply
from tests.feeds.world import HandClock, item, page, rss, story

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.chat.conftest import World

MINUTE = timedelta(seconds=61)
PUBLISHERS = "name,domain,country,ownership,languages,notes,evidence\nThe Example,news.example,,,,,\n"


@pytest.fixture
async def site() -> AsyncIterator[BadServer]:
    """A site with a feed of two articles: one whole, one only on its page."""
    server = BadServer()
    await server.start()
    server.on("/page/2", reply(page(2)))
    server.on(
        "/feed", feed(rss(item(1, text=story(1), link=server.url("/page/1")), item(2, link=server.url("/page/2"))))
    )
    yield server
    await server.stop()


@pytest.fixture
async def follower(offstage: World, site: BadServer, tmp_path: Path) -> World:
    """A bot, not yet started, that is to follow one feed that works and one that fails."""
    build = tmp_path / "build"
    build.mkdir()
    (build / "build.py").write_text(BUILD)
    ends(build, 0, {"report": REPORT})
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "publishers.csv").write_text(PUBLISHERS)
    offstage.build_command = (sys.executable, str(build / "build.py"), str(build))
    offstage.corpus = CorpusConfig(path=str(tmp_path / "corpus"))
    offstage.feeds = (
        FeedConfig(address=site.url("/feed")),
        FeedConfig(address=site.url("/gone", "gone.example")),
    )
    offstage.fetch = FetchConfig(
        contact="mailto:desk@example.org", host_delay=0, state=str(tmp_path / "feeds" / "state.sqlite3")
    )
    offstage.feed_world = FeedWorld(
        HandClock(),
        Random(1),  # noqa: S311 - repeatable
        LOOPBACK_ALLOWED,
        site.resolve,
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
    )
    offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="en"))
    return offstage


def chat_of(world: World) -> dict[str, Any]:
    """Return the administrator's private chat."""
    return dict(world.api.chats[ADMIN]["chat"])


def clock_of(world: World) -> HandClock:
    """Return the clock that the test moves."""
    assert world.feed_world is not None
    assert isinstance(world.feed_world.clock, HandClock)
    return world.feed_world.clock


def stored(world: World) -> list[Path]:
    """Return the articles that feeds brought."""
    return sorted((world.path / "corpus" / "added").glob("*.md"))


async def status(world: World, beginning: str, count: int = 1) -> str:
    """Return what /status says."""
    world.api.say("/status", chat=chat_of(world))
    text: str = (await world.sent(chat_of(world), count))["text"]
    assert beginning in text
    return text


async def test_what_a_feed_brings_is_stored_and_indexed_and_answers(follower: World) -> None:
    """The administrator does nothing; no message is sent for it."""
    follower.fake.published = ("snapshot-2", (*HARBOUR, article(7, "The crane driver of fifty waits at the quay.")))
    await follower.start()
    await eventually(lambda: len(stored(follower)) == 2)
    assert all("publisher: The Example" in path.read_text() for path in stored(follower))
    assert any("crane driver" in path.read_text() for path in stored(follower))
    await eventually(lambda: clock_of(follower).sleepers() >= 3)
    clock_of(follower).move(MINUTE)
    await eventually(lambda: follower.fake.snapshot == "snapshot-2")
    assert follower.texts(chat_of(follower)) == []
    follower.api.say("Which crane driver waits at the quay?", chat=chat_of(follower))
    assert "crane driver of fifty" in (await follower.sent(chat_of(follower)))["text"]


async def test_status_tells_how_each_feed_does(follower: World) -> None:
    """One that works with its age and count, one that fails with the reason, failing ones first."""
    await follower.start()
    await eventually(lambda: clock_of(follower).sleepers() >= 3)
    text = await status(follower, "Feeds: 2")
    first, second = text.partition("Feeds: 2\n")[2].split("\n")
    assert first == "gone.example: could never be read. Reason: the server answered 404 (Not Found)"
    assert second.startswith("news.example: read ")
    assert second.endswith("articles so far: 2")


async def test_a_build_that_fails_or_is_busy_is_tried_again(follower: World, tmp_path: Path) -> None:
    ends(tmp_path / "build", 3, None)
    follower.fake.published = ("snapshot-2", HARBOUR)
    await follower.start()
    await eventually(lambda: clock_of(follower).sleepers() >= 3)
    clock_of(follower).move(MINUTE)
    await eventually(lambda: (tmp_path / "build" / "pid").exists() and clock_of(follower).sleepers() >= 3)
    assert follower.fake.snapshot == "snapshot-1"
    ends(tmp_path / "build", 0, {"report": REPORT})
    clock_of(follower).move(timedelta(minutes=5, seconds=1))
    await eventually(lambda: follower.fake.snapshot == "snapshot-2")


async def test_a_restart_fetches_nothing_twice_and_still_announces(follower: World, site: BadServer) -> None:
    """What was stored but not yet indexed when the bot stopped is indexed after it starts again."""
    follower.fake.published = ("snapshot-2", HARBOUR)
    await follower.start()
    await eventually(lambda: clock_of(follower).sleepers() >= 3)
    asked = site.paths("news.example")
    async with restarted(follower) as again:
        await eventually(lambda: clock_of(again).sleepers() >= 6)  # the first bot's three wait in vain
        clock_of(again).move(MINUTE)
        await eventually(lambda: again.fake.snapshot == "snapshot-2")
        assert site.paths("news.example") == asked
        assert len(stored(again)) == 2


async def test_a_broken_state_file_is_logged_and_tried_again_while_the_bot_answers(
    follower: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    state = tmp_path / "feeds" / "state.sqlite3"
    state.parent.mkdir()
    state.write_bytes(b"no database at all, " * 100)
    follower.rhythm = replace(FAST, feeds_again=0.05)
    await follower.start()
    await eventually(lambda: caplog.text.count("following feeds failed") >= 2)
    follower.api.say("When was the harbour gate opened, and what did the ships carry?", chat=chat_of(follower))
    assert "gate 0" in (await follower.sent(chat_of(follower)))["text"]
    state.unlink()
    await eventually(lambda: len(stored(follower)) == 2)


async def test_the_bot_stops_while_a_page_hangs(follower: World, site: BadServer) -> None:
    """Nothing keeps it: neither a server that never answers nor a build."""
    site.on("/feed", hang())
    await follower.start()
    await eventually(lambda: "/feed" in site.paths("news.example"))
    assert await follower.end() == 0


def test_reading_leaves_the_bots_process_small() -> None:
    """Neither the libraries of reading nor a detector of languages is imported by the chat."""
    heavy = ("lxml", "trafilatura", "feedparser", "lingua", "pypdf", "numpy", "torch")
    code = f"import sys, json, bot.chat.app; print(json.dumps([name for name in {heavy!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert json.loads(done.stdout) == []
