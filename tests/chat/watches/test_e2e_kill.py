"""A bot that is killed in the middle of telling news: nothing is lost, and what may come twice says so."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.chat.conftest import eventually
from tests.chat.watches.newsroom import TOPIC

if TYPE_CHECKING:
    from tests.chat.conftest import World

# The bot as a program of its own: what a supervisor starts and somebody kills. "news": there is a new article.
PROGRAM = """
import asyncio, pathlib, sys
from types import SimpleNamespace
from bot.chat import app
from tests.chat.conftest import World
from tests.chat.watches.conftest import EAGER
from tests.chat.watches.newsroom import HARBOUR, Newsroom, strike

base, folder, news = sys.argv[1:]
api = SimpleNamespace(base_url=base + "/bot", file_url=base + "/file/bot")
room = Newsroom(HARBOUR)
if news == "news":
    room.publish(*HARBOUR, strike(1))
world = World(api, pathlib.Path(folder), room, rhythm=EAGER, collection=room)
sys.exit(asyncio.run(app._run_until_signal(world.setup())))
"""


async def program(world: World, *, news: bool) -> asyncio.subprocess.Process:
    """Start the bot as a process and wait until it polls."""
    since = len(world.api.calls)
    arguments = (world.api.url, str(world.path), "news" if news else "no news")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, *arguments, cwd=Path(__file__).parents[3], stderr=asyncio.subprocess.DEVNULL
    )
    await world.api.wait_call("getUpdates", 60, since, ok=None)
    return process


async def killed(process: asyncio.subprocess.Process) -> None:
    """Kill a bot as nothing else does."""
    process.kill()
    await process.wait()


async def test_a_kill_while_news_is_under_way_loses_nothing_and_repeats_nothing_unsaid(offstage: World) -> None:
    """Four lives: asked; killed while sending; sent with a word of warning; nothing more to say."""
    api, chat = offstage.api, dict(offstage.api.private(offstage.api.user("Ann", language_code="en")))
    first = await program(offstage, news=False)
    api.say(f"/watch {TOPIC}", chat=chat)
    await offstage.sent(chat)
    await api.quiet()  # handled and struck out
    await killed(first)
    api.fault("sendMessage", "hang", times=1, chat_id=chat["id"])
    second = await program(offstage, news=True)
    await eventually(lambda: len(api.find("sendMessage")) == 2)
    await killed(second)
    assert len(offstage.texts(chat)) == 1
    third = await program(offstage, news=True)
    news = (await offstage.sent(chat, 2))["text"]
    assert "Notice 1 was nailed" in news
    assert "You may have had this message before" in news
    await api.quiet()
    await killed(third)
    last = await program(offstage, news=True)
    await asyncio.sleep(1)
    assert len(offstage.texts(chat)) == 2
    last.terminate()
    assert await last.wait() == 0


async def test_a_kill_before_the_news_was_looked_for_loses_nothing(offstage: World) -> None:
    """The snapshot was swapped while nobody was there to see it."""
    api, chat = offstage.api, dict(offstage.api.private(offstage.api.user("Ann", language_code="en")))
    first = await program(offstage, news=False)
    api.say(f"/watch {TOPIC}", chat=chat)
    await offstage.sent(chat)
    await api.quiet()  # handled and struck out
    await killed(first)
    second = await program(offstage, news=True)
    news = (await offstage.sent(chat, 2))["text"]
    assert "You may have had" not in news
    await killed(second)
