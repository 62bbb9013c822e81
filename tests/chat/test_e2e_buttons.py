"""Buttons under answers: each press is answered once, each page belongs to the answer above it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import LimitsConfig
from tests.chat.conftest import eventually, labels, restarted
from tests.chat.fake_engine import HARBOUR, FakeEngine, article

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
UNANSWERED = "Who composed the anthem?"
TOO_OLD = "This answer is too old for its buttons. Please ask again."


@pytest.fixture
def chat(world: World) -> dict[str, Any]:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def asked(world: World, chat: dict[str, Any], text: str = QUESTION) -> dict[str, Any]:
    """Ask, and return the answer."""
    before = len(world.texts(chat))
    world.api.say(text, chat=chat)
    return await world.sent(chat, before + 1)


async def test_more_sends_the_next_page_and_goes_away(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    press = world.api.press(answer, text="More")
    page = await world.sent(chat, 2)
    assert page["text"].startswith("Passages 4 to 6 of 6")
    assert page["reply_to_message"]["message_id"] == answer["message_id"]
    assert await world.press_answer(press) is None
    assert labels(page) == ["Context 4", "Context 5", "Context 6"]
    left = ["Context 1", "Context 2", "Context 3", "Narrow", "Timeline", "This answers it", "It does not"]
    await eventually(lambda: labels(world.api.msgs[chat["id"], answer["message_id"]]) == left)


async def test_pages_stay_in_their_topic(world: World) -> None:
    forum = world.api.group("Docs", forum=True)
    topic = world.api.topic(forum, "Harbour")
    world.api.say(f"/ask {QUESTION}", chat=forum, thread=topic)
    world.api.press(await world.sent(forum), text="More", user=world.api.user("Bob"))
    assert (await world.sent(forum, 2))["message_thread_id"] == topic


async def test_a_button_pressed_twice_acts_once_and_both_presses_are_answered(
    world: World, chat: dict[str, Any]
) -> None:
    answer = await asked(world, chat)
    presses = [world.api.press(answer, text="More") for _ in range(3)]
    for press in presses:
        await world.press_answer(press)
    await world.api.quiet()
    assert len(world.texts(chat)) == 2


async def test_context_shows_the_passage_between_its_neighbours(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    press = world.api.press(answer, text="Context 1")
    shown = (await world.sent(chat, 2))["text"]
    assert shown.startswith("Title 0")
    assert "gate 0 before dawn" in shown
    assert "Dockers of shift 0" in shown
    assert await world.press_answer(press) is None


async def test_nearest_passages_replace_the_message_that_said_no(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, UNANSWERED)
    world.api.press(answer, text="Nearest passages")
    edited = await world.edited(chat)
    assert edited["message_id"] == answer["message_id"]
    assert "They may not answer the question." in edited["text"]
    assert "More" in labels(edited)
    world.api.press(edited, text="More")
    assert "They may not answer" in (await world.sent(chat, 2))["text"]


async def test_all_dates_asks_again_without_the_period(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, f"{QUESTION} in May 2019")
    assert "May 2019" in answer["text"]
    assert "1 March 2019" not in answer["text"]
    press = world.api.press(answer, text="All dates")
    edited = await world.edited(chat)
    assert edited["message_id"] == answer["message_id"]
    assert "1 March 2019" in edited["text"]
    assert "All dates" not in labels(edited)
    assert await world.press_answer(press) is None
    world.api.press(edited, text="More")
    assert "Passages 4 to 6" in (await world.sent(chat, 2))["text"]


async def test_everybody_in_a_group_may_press_and_reads_their_own_language(world: World) -> None:
    group = world.api.group("Neighbours")
    world.api.say(f"/ask {QUESTION}", chat=group)
    answer = await world.sent(group)
    world.api.press(answer, text="More", user=world.api.user("Илья", language_code="ru"))
    assert "Открыть статью" in (await world.sent(group, 2))["text"]


async def test_buttons_work_after_a_restart(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    async with restarted(world, engine=FakeEngine()) as again:
        again.api.press(answer, text="More")
        assert "Passages 4 to 6 of 6" in (await again.sent(chat, 2))["text"]
        assert again.fake.asked == []


async def test_a_page_belongs_to_its_answer_when_the_collection_grew_meanwhile(
    world: World, chat: dict[str, Any]
) -> None:
    """New passages that would now come first do not push what was seen onto the next page."""
    answer = await asked(world, chat)
    new = tuple(article(number, "Harbour gate opened, ships carried tea.") for number in range(100, 105))
    async with restarted(world, engine=FakeEngine(new + HARBOUR, "snapshot-2")) as again:
        again.api.press(answer, text="More")
        page = (await again.sent(chat, 2))["text"]
        assert "gate 3 before dawn" in page
        assert "tea" not in page


async def test_an_answer_that_lost_a_passage_is_too_old(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    async with restarted(world, engine=FakeEngine(HARBOUR[:5], "snapshot-2")) as again:
        assert await again.press_answer(again.api.press(answer, text="More")) == TOO_OLD
        assert len(again.texts(chat)) == 1


async def test_without_a_snapshot_buttons_say_so(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    async with restarted(world, engine=FakeEngine(())) as again:
        said = await again.press_answer(again.api.press(answer, text="More"))
        assert "still being prepared" in str(said)


async def test_an_expired_answer_is_too_old(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    world.now += timedelta(days=29)
    world.api.press(answer, text="Context 1")
    await world.sent(chat, 2)
    world.now += timedelta(days=2)
    assert await world.press_answer(world.api.press(answer, text="Context 1")) == TOO_OLD


@pytest.mark.parametrize("data", ["m:unknown:3", "x:1", "m:", "c:{token}:99", "m:{token}:99", "m:{token}"])
async def test_data_that_no_button_of_ours_carries_is_answered_politely(
    world: World, chat: dict[str, Any], data: str
) -> None:
    """Buttons of other versions of the bot, or made up, change nothing."""
    answer = await asked(world, chat)
    stored = world.api.msgs[chat["id"], answer["message_id"]]
    token = stored["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    stored["reply_markup"]["inline_keyboard"] = [[{"text": "?", "callback_data": data.replace("{token}", token)}]]
    assert await world.press_answer(world.api.press(stored, text="?")) == TOO_OLD


async def test_a_token_works_only_in_the_chat_it_was_made_for(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    other = world.api.private(world.api.user("Eve", language_code="en"))
    theirs = await asked(world, other)
    stolen = world.api.msgs[other["id"], theirs["message_id"]]
    stolen["reply_markup"] = world.api.msgs[chat["id"], answer["message_id"]]["reply_markup"]
    assert await world.press_answer(world.api.press(stolen, text="More")) == TOO_OLD


async def test_presses_count_as_questions_and_are_answered_even_beyond_the_limit(offstage: World) -> None:
    offstage.limits = LimitsConfig(per_person_per_minute=2)
    await offstage.start()
    chat = offstage.api.private(offstage.api.user("Ann", language_code="en"))
    answer = await asked(offstage, chat)
    said = [await offstage.press_answer(offstage.api.press(answer, text=f"Context {n}")) for n in (1, 2, 3)]
    assert [one is None for one in said] == [True, False, False]


async def test_a_press_on_a_message_too_old_to_be_shown_works(world: World, chat: dict[str, Any]) -> None:
    """Telegram sends old messages without content; what is needed to answer is in our own store."""
    answer = await asked(world, chat)
    data = answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    press = world.api.press(answer, data=data)
    await world.press_answer(press)
    bare = {"chat": chat, "message_id": answer["message_id"], "date": 0}
    world.api.callbacks["77"] = [world.api.callbacks[press][0], None]
    user = world.api.users[chat["id"]]
    world.api.inject(callback_query={"id": "77", "from": user, "chat_instance": "1", "message": bare, "data": data})
    assert await world.press_answer("77") is None
    assert len(world.texts(chat)) == 3


async def test_an_error_behind_a_button_is_answered_with_a_sentence(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat, f"{QUESTION} in May 2019")
    world.fake.fail = RuntimeError("broken")
    press = world.api.press(answer, text="All dates")
    assert "Something went wrong" in str(await world.press_answer(press))
    await world.api.quiet()
    assert len(world.texts(chat)) == 1
