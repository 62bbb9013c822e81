"""The whole show: the real bot with the real engine on the stand-in server, every scene in order."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat.app import build_command
from bot.chat.watches.collection import SnapshotCollection
from bot.config import CorpusConfig, LimitsConfig, load_config
from bot.search.engine import Engine
from tests.botapi.strict_botapi import Spec, StrictBotAPI
from tests.chat.conftest import FAST, TOKEN, World
from tests.chat.screens import groups, readers, steward
from tests.chat.screens.stage import Scene, Stage
from tests.corpora import NOW, PROJECT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
    from pathlib import Path

    from tests.botapi.strict_botapi import Call
    from tests.corpora import World as Corpus

_PLENTY = LimitsConfig(per_person_per_minute=1000, per_chat_per_minute=1000)
_SCARCE = LimitsConfig(per_person_per_minute=1)
_CONFIG = 'corpus.path = "{0}/corpus"\nindex.path = "{0}/index"\n'


def copied(corpus: Corpus, folder: Path) -> Path:
    """Copy a built corpus, so that a show may change it; return its configuration."""
    shutil.copytree(corpus.corpus, folder / "corpus")
    shutil.copytree(corpus.index.root, folder / "index")
    config = folder / "config.toml"
    config.write_text(_CONFIG.format(folder), encoding="utf-8")
    return config


@asynccontextmanager
async def staged(config: Path) -> AsyncIterator[Stage]:
    """Run the bot over a collection; fail where a call has broken the rules of Telegram."""
    spec = Spec(str(PROJECT / "tests" / "botapi" / "botapi-10.3.json"))
    async with StrictBotAPI(spec=spec, token=TOKEN, username="dateline_bot") as api:
        folder = config.parent
        world = World(
            api,
            folder,
            engine=await asyncio.to_thread(Engine.open, load_config(config)),
            limits=_PLENTY,
            rhythm=replace(FAST, news=0.2, between_news=0.0),
            build_command=build_command(config),
            now=NOW + timedelta(hours=3),
            corpus=CorpusConfig(path=str(folder / "corpus")),
            collection=SnapshotCollection(str(folder / "index")),
        )
        await world.start()
        stage = Stage(world)
        try:
            yield stage
        finally:
            assert await stage.world.end() == 0
        assert not api.violations
        assert not previewed(api.calls)


def previewed(calls: Iterable[Call]) -> list[str]:
    """Return the methods of calls that would have shown a preview of an article's page."""
    texts = [call for call in calls if call.method in {"sendMessage", "editMessageText"}]
    return [call.method for call in texts if not (call.params.get("link_preview_options") or {}).get("is_disabled")]


async def whole(stage: Stage, folder: Path) -> dict[str, list[Scene]]:
    """Play every scene; return them by chapter."""
    return {
        "For readers": await _played(
            stage,
            readers.beginning,
            readers.pages,
            readers.answers,
            readers.without_evidence,
            readers.narrowing,
            readers.inline,
            readers.overviews,
            readers.settings,
            readers.feedback,
        ),
        "For groups": await _played(stage, groups.questions, groups.settings),
        "For administrators of the bot": [
            *await _played(stage, steward.refused, steward.status, steward.votes),
            *await _changing(stage, folder),
        ],
        "Limits": await _limited(stage),
    }


async def _played(stage: Stage, *parts: Callable[[Stage], Awaitable[None]]) -> list[Scene]:
    stage.scenes = []
    for part in parts:
        await part(stage)
    return stage.scenes


async def _changing(stage: Stage, folder: Path) -> list[Scene]:
    stage.scenes = []
    await steward.collection(stage, folder / "corpus")
    return stage.scenes


async def _limited(stage: Stage) -> list[Scene]:
    """Play the scene of the limits with a bot that lets little in."""
    assert await stage.world.end() == 0
    stage.world = replace(stage.world, task=None, limits=_SCARCE)
    await stage.world.start()
    return await _played(stage, readers.limits)
