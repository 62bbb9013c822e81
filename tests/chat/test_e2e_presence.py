"""Being added, removed, blocked and moved; chats that are not on the list; answers that go after a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.settings.store import SettingsStore
from bot.chat.settings.values import Pressers, Settings
from bot.chat.state import open_database
from tests.chat.conftest import ADMIN, NOW, eventually, restarted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
HELLO = "Hello! Write /ask and your question"
ELSEWHERE = "This bot is set up for certain chats only"


async def chosen(world: World, chat_id: int, change: Callable[[Settings], Settings]) -> None:
    """Set something for a chat, before the bot starts."""
    database = open_database(world.path / "state.sqlite3")
    await SettingsStore(database).change(chat_id, change, NOW)
    database.close()


async def test_being_added_says_one_sentence_once(world: World) -> None:
    group, ann = world.api.group("Neighbours", bot="left"), world.api.user("Ann", language_code="en")
    world.api.member(group, ann)
    assert (await world.sent(group))["text"].startswith(HELLO)
    world.api.member(group, ann, "member", "member")
    world.api.member(group, ann, "left", "member")
    await world.api.quiet()
    assert len(world.texts(group)) == 1


async def test_the_sentence_is_in_the_language_of_who_added_it(world: World) -> None:
    group, ana = world.api.group("Vecinos", bot="left"), world.api.user("Ana", language_code="es")
    world.api.member(group, ana)
    assert "Escriban /ask" in (await world.sent(group))["text"]


async def test_a_group_that_moved_is_not_greeted_again(world: World) -> None:
    old, ann = world.api.group("Small", type="group", bot="left"), world.api.user("Ann", language_code="en")
    world.api.member(old, ann)
    await world.sent(old)
    new = world.api.migrate(old["id"])
    await world.api.quiet()
    world.api.member(new, ann)
    await world.api.quiet()
    assert not world.texts(new)


async def test_being_removed_or_blocked_is_taken_in_silence(world: World, caplog: pytest.LogCaptureFixture) -> None:
    group, ann = world.api.group("Neighbours", bot="left"), world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    world.api.member(group, ann)
    await world.sent(group)
    world.api.member(group, ann, "member", "kicked")
    world.api.member(chat, ann, "member", "kicked")
    await world.api.quiet()
    assert len(world.texts(group)) == 1
    assert not world.texts(chat)
    assert caplog.text.count("was removed from a chat, or blocked") == 2
    world.api.member(group, ann)
    assert (await world.sent(group, 2))["text"].startswith(HELLO)


async def test_a_channel_is_not_greeted(world: World) -> None:
    channel = world.api.channel()
    world.api.member(channel, world.api.user("Ann"), "left", "member")
    await world.api.quiet()
    assert not world.texts(channel)


@pytest.mark.parametrize("status", [403, 400])
async def test_a_chat_that_is_gone_costs_one_line_of_log(
    world: World, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody is there to be told anything."""
    group = world.api.group("Neighbours")
    text = "Bad Request: chat not found" if status == 400 else "Forbidden: bot was kicked from the supergroup chat"
    world.api.fault("sendMessage", str(status), text=text)
    world.api.say(f"/ask {QUESTION}", chat=group)
    await eventually(lambda: "an answer was not wanted" in caplog.text)
    await world.api.quiet()
    assert len(world.api.find("sendMessage")) == 1
    assert "Traceback" not in caplog.text


async def test_chats_that_are_not_on_the_list_are_left_politely(offstage: World) -> None:
    listed = offstage.api.group("Listed")
    offstage.chats = (listed["id"],)
    await offstage.start()
    offstage.api.say(f"/ask {QUESTION}", chat=listed)
    assert "gate 0" in (await offstage.sent(listed))["text"]
    other = offstage.api.group("Other", bot="left")
    offstage.api.member(other, offstage.api.user("Ann", language_code="en"))
    assert ELSEWHERE in (await offstage.sent(other))["text"]
    await offstage.api.wait_call("leaveChat", chat_id=other["id"])
    assert len(offstage.fake.asked) == 1


async def test_people_who_are_not_on_the_list_are_told_once(offstage: World) -> None:
    offstage.chats = (-1,)
    await offstage.start()
    chat = offstage.api.private(offstage.api.user("Ann", language_code="en"))
    for _ in range(3):
        offstage.api.say(QUESTION, chat=chat)
    await offstage.api.quiet()
    assert len(offstage.texts(chat)) == 1
    assert ELSEWHERE in offstage.texts(chat)[0]
    assert not offstage.fake.asked
    admin = offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="en"))
    offstage.api.say(QUESTION, chat=admin)
    assert "gate 0" in (await offstage.sent(admin))["text"]


async def test_answers_go_after_the_time_that_a_group_has_set(offstage: World) -> None:
    """Also when the bot was restarted meanwhile; the question stays."""
    group = offstage.api.group("Neighbours")
    await chosen(offstage, group["id"], lambda old: Settings(**{**values(old), "delete_after": 10}))
    await offstage.start()
    offstage.api.say(f"/ask {QUESTION}", chat=group)
    answer = await offstage.sent(group)
    offstage.api.press(answer, text="More", user=offstage.api.user("Bob"))
    await offstage.sent(group, 2)
    async with restarted(offstage, now=NOW + timedelta(minutes=11)) as again:
        await eventually(lambda: not again.texts(group))
    assert len(offstage.api.chat_log(group["id"])) == 1


async def test_answers_stay_where_no_time_is_set(world: World) -> None:
    group = world.api.group("Neighbours")
    world.api.say(f"/ask {QUESTION}", chat=group)
    await world.sent(group)
    async with restarted(world, now=NOW + timedelta(days=2)) as again:
        await again.api.quiet()
        assert len(again.texts(group)) == 1


async def test_a_message_that_cannot_be_deleted_is_tried_once(offstage: World) -> None:
    group = offstage.api.group("Neighbours")
    await chosen(offstage, group["id"], lambda old: Settings(**{**values(old), "delete_after": 10}))
    await offstage.start()
    offstage.api.say(f"/ask {QUESTION}", chat=group)
    await offstage.sent(group)
    offstage.api.fault("deleteMessage", "400", text="Bad Request: message can't be deleted")
    for minutes in (11, 12):
        async with restarted(offstage, now=NOW + timedelta(minutes=minutes)) as again:
            await again.api.quiet()
    assert len(offstage.api.find("deleteMessage")) == 1


async def test_only_the_asker_may_press_where_the_group_has_set_so(offstage: World) -> None:
    group = offstage.api.group("Neighbours")
    await chosen(offstage, group["id"], lambda old: Settings(**{**values(old), "pressers": Pressers.ASKER}))
    await offstage.start()
    ann, bob = (offstage.api.user(name, language_code="en") for name in ("Ann", "Bob"))
    offstage.api.say(f"/ask {QUESTION}", chat=group, user=ann)
    answer = await offstage.sent(group)
    said = await offstage.press_answer(offstage.api.press(answer, text="More", user=bob))
    assert said == "In this group, only whoever asked may use these buttons."
    assert len(offstage.texts(group)) == 1
    offstage.api.press(answer, text="More", user=ann)
    assert "Passages 4 to 6" in (await offstage.sent(group, 2))["text"]


async def test_the_chats_own_filters_count_and_one_tap_removes_them(offstage: World) -> None:
    group = offstage.api.group("Neighbours")
    without = {"without_publishers": frozenset({"Harbour Post"}), "hits": 1}
    await chosen(offstage, group["id"], lambda old: Settings(**{**values(old), **without}))
    await offstage.start()
    offstage.api.say(f"/ask {QUESTION}", chat=group)
    answer = await offstage.sent(group)
    assert answer["text"].startswith("1 passage, ")
    assert "Left out: Harbour Post." in answer["text"]
    offstage.api.press(answer, text="Leave nothing out", user=offstage.api.user("Bob"))
    assert "Left out" not in (await offstage.edited(group))["text"]


def values(settings: Settings) -> dict[str, Any]:
    """Return settings as a dictionary."""
    return {name: getattr(settings, name) for name in settings.__slots__}
