"""Replies to an answer take its question along, for a limited time; the answer says what was asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import restarted

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry in March 2019?"


@pytest.fixture
def chat(world: World) -> dict[str, Any]:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def asked(world: World, chat: dict[str, Any], text: str, **said: Any) -> dict[str, Any]:
    """Write something, and return what the bot answers."""
    before = len(world.api.find("sendMessage", chat_id=chat["id"], ok=True))
    world.api.say(text, chat=chat, **said)
    return await world.sent(chat, before + 1)


@pytest.mark.parametrize("text", ["and in May?", "in May 2019", "¿y en mayo?", "а в мае?", "e em maio?", "et en mai ?"])
async def test_another_period_takes_the_place_of_the_first(world: World, chat: dict[str, Any], text: str) -> None:
    """In whichever of the five languages it is said."""
    answer = await asked(world, chat, QUESTION)
    assert "1 March 2019" in answer["text"]
    later = (await asked(world, chat, text, reply_to=answer))["text"]
    assert later.startswith("Asked: When was the harbour gate opened, and what did the ships carry ")
    assert "March" not in later
    assert "6 May 2019" in later


async def test_in_private_and_needs_no_reply(world: World, chat: dict[str, Any]) -> None:
    """What begins with "and" follows the newest answer; what does not is a question of its own."""
    await asked(world, chat, QUESTION)
    assert "Asked: When was the harbour" in (await asked(world, chat, "And in May?"))["text"]
    assert "Asked:" not in (await asked(world, chat, "Which dockers asked for better pay?"))["text"]


async def test_a_group_needs_the_reply(world: World) -> None:
    group = world.api.group("Neighbours")
    answer = await asked(world, group, f"/ask {QUESTION}")
    assert "Asked:" not in (await asked(world, group, "/ask and in May?"))["text"]
    later = await asked(world, group, "and in May?", reply_to=answer)
    assert "Asked: When was the harbour gate" in later["text"]
    again = await asked(world, group, "/ask and in March?", reply_to=later)
    assert "1 March 2019" in again["text"]


async def test_the_topic_goes_along_with_another_question(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, "What did the mayor say about the harbour gate and its ships?")
    later = await asked(world, chat, "and who asked for pay?", reply_to=answer)
    assert later["text"].startswith("Asked: who asked for pay: ")
    text = world.fake.asked[-1][0]
    assert "harbour gate and its ships" in text


async def test_a_question_with_a_topic_of_its_own_stands_by_itself(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, QUESTION)
    own = "And which dockers of the third shift asked the mayor for better pay within a week?"
    assert "Asked:" not in (await asked(world, chat, own, reply_to=answer))["text"]
    assert world.fake.asked[-1][0] == own


async def test_a_late_reply_is_a_question_of_its_own(world: World, chat: dict[str, Any]) -> None:
    """Half an hour after the answer nobody remembers the earlier question."""
    answer = await asked(world, chat, QUESTION)
    world.now += timedelta(minutes=29)
    assert "Asked:" in (await asked(world, chat, "and in May?", reply_to=answer))["text"]
    world.now += timedelta(minutes=2)
    assert "Asked:" not in (await asked(world, chat, "and in May?", reply_to=answer))["text"]


async def test_follow_ups_work_after_a_restart(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, QUESTION)
    async with restarted(world) as again:
        assert "Asked:" in (await asked(again, chat, "and in May?", reply_to=answer))["text"]


async def test_thanks_get_a_reaction_and_no_message(world: World, chat: dict[str, Any]) -> None:
    await asked(world, chat, QUESTION)
    thanks = world.api.say("Thank you very much!", chat=chat)
    await world.api.wait_call("setMessageReaction", chat_id=chat["id"], message_id=thanks["message_id"])
    await world.api.quiet()
    assert len(world.texts(chat)) == 1
    assert len(world.fake.asked) == 1
