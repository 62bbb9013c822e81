"""Watches from end to end: set, told once, grouped, in time, over restarts and kills, ended."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.settings.values import QuietHours, Settings
from bot.config import WatchesConfig
from tests.chat.conftest import eventually, labels, restarted
from tests.chat.watches.newsroom import HARBOUR, TOPIC, Newsroom, corrected, strike

if TYPE_CHECKING:
    from tests.chat.conftest import World

HOUR = timedelta(minutes=61)


def reader(world: World, language: str = "en", name: str = "Ann") -> dict[str, Any]:
    """Return the private chat of a new reader."""
    return dict(world.api.private(world.api.user(name, language_code=language)))


async def watching(world: World, chat: dict[str, Any], topic: str = TOPIC) -> dict[str, Any]:
    """Watch a topic and return what the bot said."""
    before = len(world.texts(chat))
    world.api.say(f"/watch {topic}", chat=chat)
    return await world.sent(chat, before + 1)


async def looked(world: World, times: int = 3) -> None:
    """Wait until the bot has looked for news a few times more."""
    await asyncio.sleep(times * world.rhythm.news + 0.1)


async def test_a_new_matching_passage_is_told_once(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    said = await watching(follower, chat)
    assert said["text"].startswith(f"Watch 1 is set: {TOPIC}")
    newsroom.publish(*HARBOUR, strike(1))
    news = await follower.sent(chat, 2)
    assert news["text"].startswith(f"New for watch 1: {TOPIC}\n1 passage")
    assert "Notice 1 was nailed" in news["text"]
    assert "/unwatch 1" in news["text"]
    follower.now += HOUR
    newsroom.publish(*HARBOUR, strike(1), strike(2))
    again = await follower.sent(chat, 3)
    assert "Notice 2" in again["text"]
    assert "Notice 1" not in again["text"]
    follower.now += HOUR
    await looked(follower)
    assert len(follower.texts(chat)) == 3


async def test_what_was_there_before_and_what_does_not_match_is_not_told(follower: World, newsroom: Newsroom) -> None:
    newsroom.publish(*HARBOUR, strike(1))
    chat = reader(follower)
    await watching(follower, chat)
    newsroom.publish(*HARBOUR, strike(1), corrected(HARBOUR[0], "grain and salt", "coal and iron"))
    await eventually(lambda: newsroom.surveyed)
    await looked(follower)
    assert len(follower.texts(chat)) == 1


async def test_only_new_and_changed_articles_are_searched(follower: World, newsroom: Newsroom) -> None:
    await watching(follower, reader(follower))
    newsroom.publish(corrected(HARBOUR[0], "before dawn", "after dawn"), *HARBOUR[1:], strike(1))
    await eventually(lambda: newsroom.surveyed)
    assert newsroom.surveyed[0] == (TOPIC, frozenset({HARBOUR[0].id, strike(1).id}))


async def test_a_changed_article_is_told_anew_only_where_the_passage_changed(
    follower: World, newsroom: Newsroom
) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    newsroom.publish(*HARBOUR, strike(1))
    await follower.sent(chat, 2)
    follower.now += HOUR
    newsroom.publish(*HARBOUR, corrected(strike(1), "The sea was calm", "The sea was rough"))
    await eventually(lambda: len(newsroom.surveyed) == 2)
    follower.now += HOUR
    newsroom.publish(*HARBOUR, corrected(strike(1), "Notice 1", "Notice 17"))
    assert "Notice 17" in (await follower.sent(chat, 3))["text"]


async def test_news_within_the_pause_comes_in_one_message_after_it(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    newsroom.publish(*HARBOUR, strike(1))
    await follower.sent(chat, 2)
    for count in (2, 3, 4):
        newsroom.publish(*HARBOUR, *(strike(number) for number in range(1, count + 1)))
        follower.now += timedelta(minutes=10)
        await looked(follower)
    assert len(follower.texts(chat)) == 2
    follower.now += timedelta(minutes=31)
    news = await follower.sent(chat, 3)
    assert "3 passages" in news["text"]
    assert all(f"Notice {number}" in news["text"] for number in (2, 3, 4))


async def test_what_one_message_does_not_show_is_behind_a_button(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    newsroom.publish(*HARBOUR, *(strike(number) for number in range(1, 6)))
    news = await follower.sent(chat, 2)
    assert "5 passages" in news["text"]
    assert labels(news) == ["More", "Tell me of corrections", "End watch 1"]
    follower.api.press(news, text="More")
    page = await follower.sent(chat, 3)
    assert all(f"Notice {number}" in page["text"] for number in (4, 5))


async def test_quiet_hours_hold_news_back_until_they_end(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    quiet_now(follower, chat)
    follower.api.say("/settings quiet 09:00-12:00", chat=chat)
    await follower.sent(chat, 2)
    newsroom.publish(*HARBOUR, strike(1))
    await looked(follower)
    assert len(follower.texts(chat)) == 2
    follower.now += timedelta(hours=3)
    assert "Notice 1" in (await follower.sent(chat, 3))["text"]


def quiet_now(world: World, chat: dict[str, Any]) -> None:
    """Show that the quiet hours of the test lie around its time."""
    assert QuietHours(world.now.time(), (world.now + timedelta(hours=1)).time()) != Settings().quiet
    assert chat["type"] == "private"


async def test_news_survives_a_restart_and_builds_while_the_bot_was_down(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    assert await follower.end() == 0
    newsroom.publish(*HARBOUR, strike(1))
    newsroom.publish(*HARBOUR, strike(1), strike(2))
    follower.task = None
    await follower.start()
    news = await follower.sent(chat, 2)
    assert "2 passages" in news["text"]
    async with restarted(follower) as again:
        again.now += HOUR
        await looked(again)
        assert len(again.texts(chat)) == 2


async def test_an_end_while_a_message_is_under_way_loses_nothing(follower: World, newsroom: Newsroom) -> None:
    """Nobody knows whether it arrived: it comes after the restart, at once, and says that it may be double."""
    chat = reader(follower)
    await watching(follower, chat)
    follower.api.fault("sendMessage", "hang", times=1, chat_id=chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    await eventually(lambda: len(follower.api.find("sendMessage")) == 2)
    async with restarted(follower) as again:
        news = await again.sent(chat, 2)
        assert "Notice 1" in news["text"]
        assert "You may have had this message before" in news["text"]


async def test_a_message_whose_answer_was_lost_is_sent_once_more_and_says_so(
    follower: World, newsroom: Newsroom
) -> None:
    """It arrived, but the bot can't know: sent again after the usual pause with that sentence, and then no more."""
    chat = reader(follower)
    await watching(follower, chat)
    follower.api.fault("sendMessage", "drop_after", times=1, chat_id=chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    await eventually(lambda: len(follower.texts(chat)) == 2)
    await looked(follower)
    assert len(follower.texts(chat)) == 2
    follower.now += HOUR
    await eventually(lambda: len(follower.texts(chat)) == 3)
    first, second = follower.texts(chat)[1:]
    assert "You may have had this message before" not in first
    assert "You may have had this message before" in second
    follower.now += HOUR
    await looked(follower)
    assert len(follower.texts(chat)) == 3


async def test_a_message_that_never_gets_an_answer_is_given_up_after_three_times(
    follower: World, newsroom: Newsroom
) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    follower.api.fault("sendMessage", "drop_after", times=9, chat_id=chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    for count in (2, 3, 4):
        await eventually(lambda count=count: len(follower.texts(chat)) == count)  # type: ignore[misc]
        await looked(follower)
        follower.now += HOUR
    await looked(follower)
    assert len(follower.texts(chat)) == 4


async def test_a_reader_who_blocked_the_bot_loses_the_watches_in_silence(follower: World, newsroom: Newsroom) -> None:
    chat, other = reader(follower), reader(follower, name="Bob")
    await watching(follower, chat)
    await watching(follower, other)
    follower.api.block(chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    await follower.sent(other, 2)
    await eventually(lambda: follower.api.find("sendMessage", ok=False, chat_id=chat["id"]))
    await looked(follower)
    follower.api.block(chat["id"], blocked=False)
    follower.api.say("/watches", chat=chat)
    assert "Nothing is watched here" in (await follower.sent(chat, 2))["text"]


async def test_a_block_ends_the_watches_at_once(follower: World) -> None:
    """Telegram says that the bot was blocked: nothing is tried first."""
    person = follower.api.user("Ann", language_code="en")
    chat = dict(follower.api.private(person))
    await watching(follower, chat)
    follower.api.member(chat, person, "member", "kicked")
    await follower.api.quiet()
    follower.api.member(chat, person, "kicked", "member")
    follower.api.say("/watches", chat=chat)
    assert "Nothing is watched here" in (await follower.sent(chat, 2))["text"]


async def test_a_telegram_that_is_out_of_reach_or_busy_is_tried_again(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    follower.api.fault("sendMessage", "429", times=1, retry_after=500, chat_id=chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    news = await follower.sent(chat, 2)
    assert "You may have had" not in news["text"]


async def test_a_watch_that_was_refused_waits_for_the_usual_pause(follower: World, newsroom: Newsroom) -> None:
    chat = reader(follower)
    await watching(follower, chat)
    refusal = "Bad Request: not enough rights to send text messages to the chat"
    follower.api.fault("sendMessage", "400", times=1, text=refusal, chat_id=chat["id"])
    newsroom.publish(*HARBOUR, strike(1))
    await eventually(lambda: follower.api.find("sendMessage", ok=False))
    await looked(follower)
    assert len(follower.texts(chat)) == 1
    follower.now += HOUR
    assert "Notice 1" in (await follower.sent(chat, 2))["text"]


async def test_watches_are_listed_and_ended_by_buttons_and_by_commands(follower: World) -> None:
    chat = reader(follower)
    for topic in ("grain prices in the north", "the mayor and his promise", "ships from the south"):
        await watching(follower, chat, topic)
    follower.api.say("/watches", chat=chat)
    listed = await follower.sent(chat, 4)
    assert "3 watched topics\n1. grain prices in the north\n2. the mayor" in listed["text"]
    assert labels(listed) == ["End watch 1", "End watch 2", "End watch 3"]
    press = follower.api.press(listed, text="End watch 2")
    assert await follower.press_answer(press) == "Watch 2 has ended: the mayor and his promise"
    assert labels(await follower.edited(chat)) == ["End watch 1", "End watch 3"]
    follower.api.say("/unwatch 3", chat=chat)
    assert (await follower.sent(chat, 5))["text"] == "Watch 3 has ended: ships from the south"
    follower.api.say("/watches end 1", chat=chat)
    assert "Watch 1 has ended" in (await follower.sent(chat, 6))["text"]
    follower.api.say("/unwatch 1", chat=chat)
    assert "There is no watch 1 here" in (await follower.sent(chat, 7))["text"]


async def test_an_ended_watch_tells_nothing_and_its_old_button_ends_no_other(
    follower: World, newsroom: Newsroom
) -> None:
    chat = reader(follower)
    said = await watching(follower, chat)
    follower.api.press(said, text="End watch 1")
    assert "Watch 1 has ended" in (await follower.sent(chat, 2))["text"]
    await watching(follower, chat, "ships from the south")
    press = follower.api.press(said, text="End watch 1")
    await follower.press_answer(press)
    newsroom.publish(*HARBOUR, strike(1))
    follower.api.say("/watches", chat=chat)
    assert "1. ships from the south" in (await follower.sent(chat, 4))["text"]


async def test_a_chat_watches_so_many_topics_and_none_twice(offstage: World, newsroom: Newsroom) -> None:
    assert offstage.engine is newsroom
    offstage.watches = WatchesConfig(per_chat=2)
    await offstage.start()
    chat = reader(offstage)
    await watching(offstage, chat, "grain prices")
    assert "Watch 1 is set" in (await watching(offstage, chat, "Grain Prices"))["text"]
    assert "Watch 2 is set" in (await watching(offstage, chat, "ships from the south"))["text"]
    assert "No more than 2 topics" in (await watching(offstage, chat, "the mayor"))["text"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/watch", "Please add a topic"),
        ("/watch hello", "news articles"),
        ("/watch 🙂", "could not find a question"),
        ("/watch " + "grain " * 80, "too long"),
    ],
)
async def test_what_is_no_topic_is_not_watched(follower: World, command: str, said: str) -> None:
    chat = reader(follower)
    follower.api.say(command, chat=chat)
    assert said in (await follower.sent(chat))["text"]
    follower.api.say("/watches", chat=chat)
    assert "Nothing is watched here" in (await follower.sent(chat, 2))["text"]


async def test_the_question_of_an_answer_is_watched_in_reply_to_it(follower: World) -> None:
    chat = reader(follower)
    follower.api.say("When was the harbour gate opened, and what did the ships carry?", chat=chat)
    answer = await follower.sent(chat)
    follower.api.say("/watch", chat=chat, reply_to=answer)
    assert "Watch 1 is set: When was the" in (await follower.sent(chat, 2))["text"]


async def test_in_a_group_administrators_watch_and_its_topic_is_told(follower: World, newsroom: Newsroom) -> None:
    forum = follower.api.group("Docks", forum=True)
    topic = follower.api.topic(forum, "Strike")
    boss, member = follower.api.user("Boss"), follower.api.user("Member")
    follower.api.chats[forum["id"]]["members"].update({boss["id"]: "administrator", member["id"]: "member"})
    follower.api.say(f"/watch {TOPIC}", chat=forum, thread=topic, user=member)
    assert "Only administrators of this group" in (await follower.sent(forum))["text"]
    follower.api.say(f"/watch {TOPIC}", chat=forum, thread=topic, user=boss)
    said = await follower.sent(forum, 2)
    assert "Watch 1 is set" in said["text"]
    press = follower.api.press(said, text="End watch 1", user=member)
    assert await follower.press_answer(press) == "Only administrators of this group can change what it watches."
    newsroom.publish(*HARBOUR, strike(1))
    news = await follower.sent(forum, 3)
    assert news["message_thread_id"] == topic
    assert "Notice 1" in news["text"]


async def test_a_group_that_moved_goes_on_being_told(follower: World, newsroom: Newsroom) -> None:
    group = follower.api.group("Docks", type="group")
    boss = follower.api.user("Boss")
    follower.api.chats[group["id"]]["members"][boss["id"]] = "administrator"
    follower.api.say(f"/watch {TOPIC}", chat=group, user=boss)
    await follower.sent(group)
    moved = follower.api.migrate(group["id"])
    newsroom.publish(*HARBOUR, strike(1))
    assert "Notice 1" in (await follower.sent(moved))["text"]
    follower.now += HOUR
    newsroom.publish(*HARBOUR, strike(1), strike(2))
    assert "Notice 2" in (await follower.sent(moved, 2))["text"]


@pytest.mark.parametrize(("language", "words"), [("es", "Novedades del tema 1"), ("ru", "Новое по теме 1")])
async def test_news_comes_in_the_language_of_who_asked(
    follower: World, newsroom: Newsroom, language: str, words: str
) -> None:
    chat = reader(follower, language)
    await watching(follower, chat)
    newsroom.publish(*HARBOUR, strike(1))
    assert (await follower.sent(chat, 2))["text"].startswith(words)
