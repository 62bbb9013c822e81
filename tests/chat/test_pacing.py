"""The pace of what leaves the bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import NetworkError, RetryAfter

from bot.chat.pacing import Pacer


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


async def request(pacer: Pacer, chat: int, callback: Any, endpoint: str = "sendMessage") -> Any:
    """Make a request as python-telegram-bot does."""
    return await pacer.process_request(callback, (), {}, endpoint, {"chat_id": chat}, None)


class Server:
    """Counts requests; refuses the first ones as it is told."""

    def __init__(self, *refusals: Exception) -> None:
        self.refusals = list(refusals)
        self.count = 0

    async def __call__(self) -> str:
        """Answer a request."""
        self.count += 1
        if self.refusals:
            raise self.refusals.pop(0)
        return "sent"


async def test_a_refused_request_is_made_again_after_the_wait() -> None:
    server = Server(RetryAfter(timedelta(milliseconds=10)), RetryAfter(timedelta(milliseconds=10)))
    assert await request(Pacer(4), 1, server) == "sent"
    assert server.count == 3


async def test_a_wait_without_end_is_given_up() -> None:
    """At once when it is too long, else after four attempts."""
    with pytest.raises(RetryAfter):
        await request(Pacer(4), 1, Server(RetryAfter(3600)))
    always = Server(*[RetryAfter(timedelta(milliseconds=1))] * 9)
    with pytest.raises(RetryAfter):
        await request(Pacer(4), 1, always)
    assert always.count == 4


async def test_other_errors_are_not_for_the_pacer() -> None:
    server = Server(NetworkError("dropped"))
    with pytest.raises(NetworkError):
        await request(Pacer(4), 1, server)
    assert server.count == 1


async def test_a_group_takes_eight_messages_at_once_and_an_answered_press_none() -> None:
    """A group's bucket is larger than a chat's three a moment only over a minute; presses are never paced."""
    pacer, server = Pacer(4), Server()
    sends = [asyncio.create_task(request(pacer, -5, server)) for _ in range(5)]
    presses = [asyncio.create_task(request(pacer, -5, server, "answerCallbackQuery")) for _ in range(5)]
    await asyncio.gather(*presses)
    done = [task for task in sends if task.done()]
    assert len(done) == 3
    for task in sends:
        task.cancel()


async def test_no_more_requests_are_under_way_than_allowed() -> None:
    pacer, gate, running, most = Pacer(2), asyncio.Event(), 0, 0

    async def slow() -> None:
        nonlocal running, most
        running, most = running + 1, max(most, running + 1)
        await gate.wait()
        running -= 1

    tasks = [asyncio.create_task(request(pacer, chat, slow)) for chat in range(6)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*tasks)
    assert most == 2
