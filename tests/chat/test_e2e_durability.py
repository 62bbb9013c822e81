"""Nothing that was received is lost when the bot dies, and nothing is answered twice."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.chat.conftest import eventually, restarted
from tests.chat.fake_engine import FakeEngine

if TYPE_CHECKING:
    from tests.botapi.strict_botapi import StrictBotAPI
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
# The bot as a program of its own, over the tests' engine: what a supervisor starts, signals and kills.
PROGRAM = """
import asyncio, pathlib, sys, threading
from bot.chat import app
from tests.chat.conftest import World
from tests.chat.fake_engine import FakeEngine
from types import SimpleNamespace

base, folder, hold = sys.argv[1:]
api = SimpleNamespace(base_url=base + "/bot", file_url=base + "/file/bot")
engine = FakeEngine(hold=threading.Event() if hold == "hold" else None)
sys.exit(asyncio.run(app._run_until_signal(World(api, pathlib.Path(folder), engine).setup())))
"""


def reader(api: StrictBotAPI) -> dict[str, Any]:
    """Return the private chat of a new reader."""
    return dict(api.private(api.user("Ann", language_code="en")))


async def program(world: World, *, hold: bool) -> asyncio.subprocess.Process:
    """Start the bot as a process and wait until it polls."""
    since = len(world.api.calls)
    arguments = (world.api.url, str(world.path), "hold" if hold else "go")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, *arguments, cwd=Path(__file__).parents[2], stderr=asyncio.subprocess.DEVNULL
    )
    await world.api.wait_call("getUpdates", 20, since, ok=None)
    return process


async def test_a_killed_bot_answers_after_the_restart_what_it_had_received(offstage: World) -> None:
    """Telegram has forgotten the question by then: the next getUpdates confirmed it."""
    process = await program(offstage, hold=True)
    chat = reader(offstage.api)
    offstage.api.say(QUESTION, chat=chat)
    await eventually(lambda: not offstage.api.updates)
    process.kill()
    await process.wait()
    assert not offstage.texts(chat)
    await offstage.start()
    assert "gate 0" in (await offstage.sent(chat))["text"]
    async with restarted(offstage) as again:
        await again.api.quiet()
        assert len(again.texts(chat)) == 1


async def test_an_interrupt_stops_the_bot_cleanly(offstage: World) -> None:
    process = await program(offstage, hold=False)
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_a_question_still_unanswered_at_a_stop_is_answered_after_the_restart(
    offstage: World, fake: FakeEngine
) -> None:
    """The stop waits a moment for answers under way, then goes on without them."""
    offstage.engine, fake.hold = fake, threading.Event()
    await offstage.start()
    chat = reader(offstage.api)
    offstage.api.say(QUESTION, chat=chat)
    await eventually(lambda: fake.asked)
    offstage.stop.set()
    threading.Timer(1.0, fake.hold.set).start()
    assert await offstage.end() == 0
    assert not offstage.texts(chat)
    offstage.engine, offstage.task = FakeEngine(), None
    await offstage.start()
    assert "gate 0" in (await offstage.sent(chat))["text"]


async def test_an_update_delivered_twice_is_answered_once(world: World) -> None:
    chat = reader(world.api)
    world.api.say(QUESTION, chat=chat)
    await world.sent(chat)
    world.api.update_id -= 1
    world.api.say(QUESTION, chat=chat)
    world.api.say("/help", chat=chat)
    assert "@strict_test_bot" in (await world.sent(chat, 2))["text"]
    await world.api.quiet()
    assert len(world.texts(chat)) == 2
