"""An edited question edits its answer; a question that is addressed to the bot only after the edit is answered then."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import LimitsConfig

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
OTHER = "Which dockers of the shift asked for better pay?"


@pytest.fixture
def group(world: World) -> dict[str, Any]:
    """A supergroup that the bot is a member of."""
    return dict(world.api.group("Neighbours"))


@pytest.mark.parametrize("prefix", ["/ask ", "/ask@strict_test_bot ", "@strict_test_bot "])
async def test_an_edited_question_edits_the_answer(world: World, group: dict[str, Any], prefix: str) -> None:
    question = world.api.say(prefix + QUESTION, chat=group)
    answer = await world.sent(group)
    world.api.edit(question, prefix + OTHER)
    edited = await world.edited(group)
    assert edited["message_id"] == answer["message_id"]
    assert "Dockers of shift" in edited["text"]
    assert len(world.texts(group)) == 1
    world.api.press(edited, text="More", user=world.api.user("Bob"))
    assert "Dockers of shift 3" in (await world.sent(group, 2))["text"]


async def test_an_edited_question_in_private_edits_the_answer(world: World) -> None:
    chat = world.api.private(world.api.user("Ann", language_code="en"))
    question = world.api.say(QUESTION, chat=chat)
    await world.sent(chat)
    world.api.edit(question, OTHER)
    assert "Dockers of shift" in (await world.edited(chat))["text"]


async def test_a_message_that_calls_the_bot_only_after_the_edit_is_answered(
    world: World, group: dict[str, Any]
) -> None:
    said = world.api.say(QUESTION, chat=group, force=True)
    await world.api.quiet()
    assert not world.fake.asked
    world.api.edit(said, f"@strict_test_bot {QUESTION}")
    answer = await world.sent(group)
    assert answer["reply_to_message"]["message_id"] == said["message_id"]


async def test_an_edit_to_what_is_no_question_for_the_bot_changes_nothing(world: World, group: dict[str, Any]) -> None:
    question = world.api.say(f"/ask {QUESTION}", chat=group)
    await world.sent(group)
    for text in ("Never mind.", f"/ask@another_bot {OTHER}", "/help"):
        world.api.edit(question, text)
    await world.api.quiet()
    assert not world.api.find("editMessageText")
    assert len(world.fake.asked) == 1


async def test_an_edit_that_changes_no_word_changes_nothing(world: World, group: dict[str, Any]) -> None:
    """Telegram also tells of edits that nobody made, such as a link's preview."""
    question = world.api.say(f"/ask {QUESTION}", chat=group)
    await world.sent(group)
    world.api.edit(question, f"/ask  {QUESTION}")
    await world.api.quiet()
    assert not world.api.find("editMessageText")
    assert len(world.fake.asked) == 1


async def test_a_question_edited_much_later_keeps_its_answer(world: World, group: dict[str, Any]) -> None:
    question = world.api.say(f"/ask {QUESTION}", chat=group)
    await world.sent(group)
    world.api.msgs[group["id"], question["message_id"]]["date"] -= 3600
    world.api.edit(question, f"/ask {OTHER}")
    await world.api.quiet()
    assert not world.api.find("editMessageText")


async def test_an_edit_while_the_answer_is_made_waits_for_it(world: World, group: dict[str, Any]) -> None:
    """There is one answer in the end, to the last wording."""
    world.fake.hold = threading.Event()
    question = world.api.say(f"/ask {QUESTION}", chat=group)
    await world.api.quiet()
    world.api.edit(question, f"/ask {OTHER}")
    await world.api.quiet()
    world.fake.hold.set()
    assert "Dockers of shift" in (await world.edited(group))["text"]
    assert len(world.texts(group)) == 1


async def test_an_answer_that_is_gone_is_sent_anew(world: World, group: dict[str, Any]) -> None:
    question = world.api.say(f"/ask {QUESTION}", chat=group)
    answer = await world.sent(group)
    del world.api.msgs[group["id"], answer["message_id"]]
    world.api.edit(question, f"/ask {OTHER}")
    assert "Dockers of shift" in (await world.sent(group, 2))["text"]


async def test_edits_count_as_questions(offstage: World) -> None:
    offstage.limits = LimitsConfig(per_person_per_minute=2)
    await offstage.start()
    chat = offstage.api.private(offstage.api.user("Ann", language_code="en"))
    question = offstage.api.say(QUESTION, chat=chat)
    await offstage.sent(chat)
    for text in (OTHER, QUESTION, OTHER, QUESTION):
        offstage.api.edit(question, text)
        await offstage.api.quiet()
    assert len(offstage.fake.asked) == 2
    assert [text for text in offstage.texts(chat) if "a lot of questions" in text]
