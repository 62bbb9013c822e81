"""When things go wrong: floods, dropped connections, blocked bots, bugs. The reader gets a sentence, never twice."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import TOKEN, eventually

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"


@pytest.fixture
def chat(world: World) -> dict[str, Any]:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def test_a_bug_gives_one_friendly_sentence_and_a_traceback_in_the_log(
    world: World, chat: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    world.fake.fail = RuntimeError("a bug")
    world.api.say(QUESTION, chat=chat)
    assert (await world.sent(chat))["text"] == "Something went wrong on our side. Please try again in a moment."
    assert "RuntimeError: a bug" in caplog.text
    world.fake.fail = None
    world.api.say(QUESTION, chat=chat)
    assert "gate 0" in (await world.sent(chat, 2))["text"]


async def test_in_a_group_an_error_is_told_only_to_who_addressed_the_bot(world: World) -> None:
    group = world.api.group("Neighbours")
    world.fake.fail = RuntimeError("a bug")
    world.api.say(QUESTION, chat=group, force=True)
    world.api.say(f"/ask {QUESTION}", chat=group)
    await world.sent(group)
    await world.api.quiet()
    assert len(world.texts(group)) == 1


async def test_an_inline_query_that_fails_is_only_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.fake.fail = RuntimeError("a bug")
    world.api.inline(world.api.user("Ann"), "harbour gate ships")
    await eventually(lambda: "RuntimeError: a bug" in caplog.text)
    assert not world.api.find("sendMessage")


async def test_a_dropped_response_never_sends_an_answer_twice(world: World, chat: dict[str, Any]) -> None:
    """The answer arrived although the connection broke; nothing tells that from one that did not."""
    world.api.fault("sendMessage", "drop_after")
    world.api.say(QUESTION, chat=chat)
    await world.sent(chat, 2)
    await world.api.quiet()
    assert sum("gate 0" in text for text in world.texts(chat)) == 1


async def test_a_dropped_request_is_told_to_the_reader(world: World, chat: dict[str, Any]) -> None:
    world.api.fault("sendMessage", "drop")
    world.api.say(QUESTION, chat=chat)
    assert "Something went wrong" in (await world.sent(chat))["text"]


async def test_a_dropped_press_is_answered_again(world: World, chat: dict[str, Any]) -> None:
    world.api.say(QUESTION, chat=chat)
    answer = await world.sent(chat)
    world.api.fault("answerCallbackQuery", "drop")
    press = world.api.press(answer, text="More")
    assert await world.press_answer(press) is None


async def test_a_dropped_edit_is_made_again(world: World, chat: dict[str, Any]) -> None:
    world.api.say("Who composed the anthem?", chat=chat)
    answer = await world.sent(chat)
    world.api.fault("editMessageText", "drop_after")
    press = world.api.press(answer, text="Nearest passages")
    assert await world.press_answer(press) is None
    assert "may not answer" in world.texts(chat)[0]


async def test_too_many_requests_are_waited_out_without_holding_up_others(world: World, chat: dict[str, Any]) -> None:
    other = world.api.private(world.api.user("Bob", language_code="en"))
    world.api.fault("sendMessage", "429", retry_after=2, chat_id=chat["id"])
    world.api.say(QUESTION, chat=chat)
    await eventually(lambda: world.api.find("sendMessage", ok=False))
    world.api.say(QUESTION, chat=other)
    await world.sent(other)
    assert not world.texts(chat)
    assert "gate 0" in (await world.sent(chat))["text"]
    assert len(world.texts(chat)) == 1


async def test_a_burst_of_questions_is_answered_in_full_under_flood_control(world: World, chat: dict[str, Any]) -> None:
    """The server lets three messages through, then one a second; every answer arrives, and each once."""
    world.api.flood(per_chat=1, burst=3)
    asked = [world.api.say(QUESTION, chat=chat)["message_id"] for _ in range(5)]
    await world.sent(chat, 5)
    replies = [call.result["reply_to_message"]["message_id"] for call in world.api.find("sendMessage", ok=True)]
    assert sorted(replies) == asked


async def test_who_blocked_the_bot_is_left_alone(
    world: World, chat: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    world.api.block(chat["id"])
    world.api.say(QUESTION, chat=chat)
    await world.api.wait_call("sendMessage", ok=False, chat_id=chat["id"])
    await world.api.quiet()
    assert len(world.api.find("sendMessage")) == 1
    assert "could not be handled" not in caplog.text


async def test_a_muted_bot_keeps_quiet(world: World, caplog: pytest.LogCaptureFixture) -> None:
    group = world.api.group("Neighbours", bot="restricted")
    world.api.say(f"/ask {QUESTION}", chat=group)
    await world.api.wait_call("sendMessage", ok=False, chat_id=group["id"])
    await world.api.quiet()
    assert len(world.api.find("sendMessage")) == 1
    assert "could not be handled" not in caplog.text


async def test_a_press_answered_too_late_is_no_error(
    world: World, chat: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    world.api.say(QUESTION, chat=chat)
    press = world.api.press(await world.sent(chat), text="More")
    world.api.callbacks[press][0] -= 3600
    await world.api.wait_call("answerCallbackQuery", ok=False)
    await world.api.quiet()
    assert "could not be handled" not in caplog.text


@pytest.mark.parametrize("kind", ["500", "502", "badjson"])
async def test_a_server_that_answers_nonsense_costs_no_more_than_a_sentence(
    world: World, chat: dict[str, Any], kind: str
) -> None:
    """Also when the response is not JSON: nothing of it is logged."""
    world.api.fault("sendMessage", kind)
    world.api.say(QUESTION, chat=chat)
    assert "Something went wrong" in (await world.sent(chat))["text"]


async def test_polling_goes_on_after_errors_of_the_server(world: World, chat: dict[str, Any]) -> None:
    for kind in ("502", "drop", "badjson"):
        world.api.fault("getUpdates", kind)
    world.api.say("/help", chat=chat)
    world.api.say(QUESTION, chat=chat)
    assert await world.sent(chat, 2)


async def test_the_bot_starts_although_commands_can_not_be_registered(
    offstage: World, caplog: pytest.LogCaptureFixture
) -> None:
    offstage.api.fault("setMyCommands", "500", times=100)
    await offstage.start()
    await eventually(lambda: "could not be registered" in caplog.text)
    chat = offstage.api.private(offstage.api.user("Ann"))
    offstage.api.say(QUESTION, chat=chat)
    await offstage.sent(chat)


async def test_a_server_that_is_not_there_yet_is_waited_for(offstage: World, caplog: pytest.LogCaptureFixture) -> None:
    offstage.api.fault("getMe", "500")
    offstage.api.fault("deleteWebhook", "502")
    await offstage.start()
    assert "trying again" in caplog.text


async def test_a_stop_while_waiting_for_the_server_is_a_clean_one(
    offstage: World, caplog: pytest.LogCaptureFixture
) -> None:
    offstage.api.fault("getMe", "500", times=100)
    offstage.task = asyncio.create_task(asyncio.sleep(0, 0))
    starting = asyncio.create_task(offstage.start())
    await eventually(lambda: "trying again" in caplog.text)
    assert await offstage.end() == 0
    await starting


@pytest.mark.parametrize("method", ["getMe", "getUpdates"])
async def test_a_refused_token_ends_the_bot_with_a_clear_message(
    offstage: World, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    """At the start, or later, when somebody revoked it: python-telegram-bot alone would look alive for ever."""
    offstage.api.fault(method, "401")
    await offstage.start()
    assert offstage.task is not None
    assert await asyncio.wait_for(offstage.task, 10) != 0
    assert "Telegram refuses the bot token" in caplog.text


async def test_a_second_poller_is_named_and_for_good_ends_the_bot(
    offstage: World, caplog: pytest.LogCaptureFixture
) -> None:
    offstage.conflicts_allowed = 2
    offstage.api.fault("getUpdates", "409", times=2)
    await offstage.start()
    assert offstage.task is not None
    assert await asyncio.wait_for(offstage.task, 10) != 0
    assert "another process polls with the same bot token" in caplog.text


async def test_a_short_overlap_with_another_poller_is_survived(world: World, chat: dict[str, Any]) -> None:
    world.api.fault("getUpdates", "409")
    world.api.say("/help", chat=chat)
    world.api.say(QUESTION, chat=chat)
    await world.sent(chat, 2)
    assert world.task is not None
    assert not world.task.done()


async def test_libraries_can_not_spill_what_people_write(
    world: World, chat: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """Their logs name what they were handed: the guard of the log takes it out (the fixture looks for the words)."""
    logging.getLogger("telegram.request.BaseRequest").error('Can not load invalid JSON data: "%s"', QUESTION)
    logging.getLogger("telegram.ext.ExtBot").critical("Received data was %r", {"text": QUESTION})
    logging.getLogger("anything").error("POST /bot%s/sendMessage", TOKEN)
    logging.getLogger("httpx").info("POST /bot%s/sendMessage", TOKEN)
    logging.getLogger("anything").error("with a traceback", exc_info=RuntimeError(TOKEN))
    world.api.say(QUESTION, chat=chat)
    await world.sent(chat)
    assert "POST /bot<token>/sendMessage" in caplog.text
    assert "RuntimeError: <token>" in caplog.text
