"""Guest mode: summoned into a chat that it is not in, the bot answers with one message."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import LimitsConfig
from tests.botapi.guests import GuestBotAPI
from tests.chat.conftest import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.botapi.strict_botapi import Spec
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
CHAT: dict[str, Any] = {"id": -1001234567890, "type": "supergroup", "title": "Elsewhere"}


@pytest.fixture
async def api(spec: Spec) -> AsyncIterator[GuestBotAPI]:
    """A server that knows guest queries."""
    async with GuestBotAPI(spec=spec, token=TOKEN) as server:
        yield server
        assert not server.violations


@pytest.fixture
async def guest(offstage: World) -> World:
    """A bot that may be a guest."""
    offstage.guest_mode = True
    await offstage.start()
    return offstage


def summon(world: World, text: str, number: str = "g1", **fields: Any) -> None:
    """Let somebody write to the bot where it is not."""
    assert isinstance(world.api, GuestBotAPI)
    world.api.summon(CHAT, world.api.user("Ann", language_code="en"), text, number, date=int(time.time()), **fields)


async def answered(world: World, number: str = "g1") -> str:
    """Return the text of the answer to a guest query."""
    call = await world.api.wait_call("answerGuestQuery", 10, guest_query_id=number)
    content = call.params["result"]["input_message_content"]
    assert content["link_preview_options"] == {"is_disabled": True}
    assert "reply_markup" not in call.params["result"]
    return str(content["message_text"])


@pytest.mark.parametrize("text", [f"@strict_test_bot {QUESTION}", f"/ask@strict_test_bot {QUESTION}"])
async def test_a_guest_answers_with_one_message_without_buttons(guest: World, text: str) -> None:
    summon(guest, text)
    html = await answered(guest)
    assert "gate 0" in html
    assert html.count("<blockquote expandable>") == 2
    assert not guest.api.find("sendMessage")


async def test_a_guest_looks_up_the_message_that_is_replied_to(guest: World) -> None:
    claim = {"message_id": 3, "date": 1, "chat": CHAT, "text": "They say the harbour gate was opened and ships came."}
    summon(guest, "@strict_test_bot", reply_to_message=claim)
    assert "gate 0" in await answered(guest)
    assert guest.fake.asked[0][0] == claim["text"]


async def test_a_guest_says_when_nothing_answers(guest: World) -> None:
    summon(guest, "@strict_test_bot Who composed the anthem?")
    assert "No passage in the collection answers this." in await answered(guest)
    summon(guest, "@strict_test_bot", "g2")
    assert "Please add your question" in await answered(guest, "g2")


async def test_a_guest_beyond_the_limits_says_nothing(offstage: World) -> None:
    offstage.guest_mode, offstage.limits = True, LimitsConfig(per_chat_per_minute=1)
    await offstage.start()
    for number in ("g1", "g2"):
        summon(offstage, f"@strict_test_bot {QUESTION}", number)
    await answered(offstage)
    await offstage.api.quiet()
    assert len(offstage.api.find("answerGuestQuery")) == 1


async def test_an_answer_that_comes_too_late_is_no_error(guest: World, caplog: pytest.LogCaptureFixture) -> None:
    guest.api.fault("answerGuestQuery", "400", text="Bad Request: query is too old")
    summon(guest, f"@strict_test_bot {QUESTION}")
    await guest.api.quiet()
    assert "Traceback" not in caplog.text


async def test_without_guest_mode_telegram_is_not_asked_for_summons(offstage: World) -> None:
    await offstage.start()
    assert "guest_message" not in (offstage.api.allowed or [])
    assert await offstage.end() == 0
    offstage.guest_mode = True
    await offstage.start()
    assert "guest_message" in (offstage.api.allowed or [])


async def test_with_a_list_of_chats_only_its_people_may_summon(offstage: World) -> None:
    """A guest's chat may have the number of one on the list: the person counts."""
    offstage.guest_mode, offstage.chats = True, (CHAT["id"],)
    await offstage.start()
    summon(offstage, f"@strict_test_bot {QUESTION}")
    await offstage.api.quiet()
    assert not offstage.api.find("answerGuestQuery")
    assert not offstage.api.find("leaveChat")
