"""A running bot for the tests: the real application, polling the strict stand-in for Telegram's server."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.app import Setup, run_bot
from bot.chat.context import Rhythm
from bot.config import (
    Config,
    CorpusConfig,
    FeedConfig,
    FetchConfig,
    LimitsConfig,
    StateConfig,
    TelegramConfig,
    WatchesConfig,
)
from tests.botapi.strict_botapi import Spec, StrictBotAPI
from tests.chat.fake_engine import FakeEngine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from bot.chat.context import AnswerEngine
    from bot.chat.watches.collection import Collection
    from bot.feeds.setup import World as FeedWorld

TOKEN = "123456:TEST-token_of_the_tests"  # noqa: S105 - not a secret: the stand-in accepts it
ADMIN = 900
NOW = datetime(2019, 12, 2, 9, 30, tzinfo=UTC)
FAST = Rhythm(
    commands_after=0, typing_after=60, progress_private=0.02, progress_group=0.02, snapshots=3600, last_answers=0.2
)
_WAIT = 10.0  # seconds; how long a test waits for what must come


@dataclass
class World:
    """The stand-in server with the bot that polls it, and the usual questions to ask of both."""

    api: StrictBotAPI
    path: Path
    engine: AnswerEngine = field(default_factory=FakeEngine)
    limits: LimitsConfig = field(default_factory=LimitsConfig)
    rhythm: Rhythm = FAST
    build_command: Sequence[str] = ("false",)
    conflicts_allowed: int = 10
    now: datetime = NOW
    corpus: CorpusConfig | None = None
    feeds: tuple[FeedConfig, ...] = ()
    fetch: FetchConfig = field(default_factory=FetchConfig)
    feed_world: FeedWorld | None = None
    collection: Collection | None = None
    watches: WatchesConfig = field(default_factory=WatchesConfig)
    chats: tuple[int, ...] = ()
    guest_mode: bool = False
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[int] | None = None

    def setup(self) -> Setup:
        """Return what the bot is made from."""
        config = Config(
            telegram=TelegramConfig(
                base_url=self.api.base_url,
                base_file_url=self.api.file_url,
                admins=(ADMIN,),
                chats=self.chats,
                guest_mode=self.guest_mode,
            ),
            state=StateConfig(path=str(self.path / "state.sqlite3")),
            limits=self.limits,
            corpus=self.corpus or CorpusConfig(path=str(self.path / "corpus")),
            feeds=self.feeds,
            fetch=self.fetch,
            watches=self.watches,
        )
        return Setup(
            config=config,
            token=TOKEN,
            engine=self.engine,
            build_command=self.build_command,
            clock=lambda: self.now,
            rhythm=self.rhythm,
            conflicts_allowed=self.conflicts_allowed,
            world=self.feed_world,
            collection=self.collection,
        )

    @property
    def fake(self) -> FakeEngine:
        """The engine, where it is the tests' own."""
        assert isinstance(self.engine, FakeEngine)
        return self.engine

    async def start(self) -> None:
        """Start the bot and wait until it polls and its commands are registered."""
        since = len(self.api.calls)
        self.stop = asyncio.Event()
        self.task = asyncio.create_task(run_bot(self.setup(), self.stop))
        polls = asyncio.create_task(self.api.wait_call("getUpdates", _WAIT, since, ok=None))
        await asyncio.wait({self.task, polls}, return_when=asyncio.FIRST_COMPLETED)
        if self.task.done():
            polls.cancel()
            self.task.result()
        else:
            await polls

    async def end(self) -> int:
        """Stop the bot as a signal does; return its exit status."""
        assert self.task is not None
        self.stop.set()
        return await asyncio.wait_for(self.task, _WAIT)

    async def sent(self, chat: dict[str, Any], count: int = 1) -> dict[str, Any]:
        """Return the message of the `count`-th successful sendMessage to a chat."""
        call = await self.api.wait_call("sendMessage", _WAIT, count=count, chat_id=chat["id"])
        return dict(call.result)

    async def edited(self, chat: dict[str, Any], count: int = 1) -> dict[str, Any]:
        """Return the message of the `count`-th successful editMessageText in a chat."""
        call = await self.api.wait_call("editMessageText", _WAIT, count=count, chat_id=chat["id"])
        return dict(call.result)

    async def press_answer(self, press: str) -> str | None:
        """Return the sentence that a pressed button was answered with; None for none."""
        call = await self.api.wait_call("answerCallbackQuery", _WAIT, callback_query_id=press)
        text: str | None = call.params.get("text")
        return text

    def texts(self, chat: dict[str, Any]) -> list[str]:
        """Return what the bot wrote in a chat, as text or under a picture, as it stands there now."""
        log = self.api.chat_log(chat["id"])
        own = [message for message in log if message.get("from", {}).get("id") == self.api.me["id"]]
        return [message.get("text") or message["caption"] for message in own]


async def eventually(condition: Callable[[], object], seconds: float = _WAIT) -> None:
    """Wait until a condition holds; fail after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what the bot does sets no event of ours
            await asyncio.sleep(0.01)


def labels(message: dict[str, Any]) -> list[str]:
    """Return the labels of a message's buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@pytest.fixture(scope="session")
def spec() -> Spec:
    """The Bot API's specification, read once."""
    return Spec(str(Path(__file__).parents[1] / "botapi" / "botapi-10.3.json"))


@pytest.fixture
async def api(spec: Spec) -> AsyncIterator[StrictBotAPI]:
    """A server that no call may have displeased by the end of the test."""
    async with StrictBotAPI(spec=spec, token=TOKEN) as server:
        yield server
        assert not server.violations


@pytest.fixture
async def offstage(api: StrictBotAPI, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[World]:
    """A bot that the test starts itself. Whatever it logs holds neither the token nor a word of what people wrote."""
    caplog.set_level(logging.DEBUG)
    world = World(api, tmp_path)
    yield world
    if world.task is not None and not world.task.done():
        await world.end()
    assert TOKEN not in caplog.text
    assert "harbour" not in caplog.text.lower()


@pytest.fixture
async def world(offstage: World) -> World:
    """A bot that is running."""
    await offstage.start()
    return offstage


@asynccontextmanager
async def restarted(world: World, **changes: Any) -> AsyncIterator[World]:
    """Run another bot over the same state database, after the first has ended."""
    assert await world.end() == 0
    again = replace(world, task=None, **changes)
    await again.start()
    yield again
    assert await again.end() == 0


@pytest.fixture
def fake() -> FakeEngine:
    """An engine for tests that steer it."""
    return FakeEngine()
