"""Corrections from end to end: who asked is told what changed in what was shown, and nobody else."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import eventually, restarted
from tests.chat.watches.newsroom import HARBOUR, Newsroom, corrected, strike

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
HOUR = timedelta(minutes=61)


async def asked(world: World, language: str = "en") -> tuple[dict[str, Any], dict[str, Any]]:
    """Ask in private; return the chat and the answer, which shows the articles 0, 1 and 2."""
    chat = dict(world.api.private(world.api.user("Ann", language_code=language)))
    world.api.say(QUESTION, chat=chat)
    return chat, await world.sent(chat)


async def notified(world: World, language: str = "en") -> dict[str, Any]:
    """Ask, then ask to be told of corrections; return the chat."""
    chat, answer = await asked(world, language)
    world.api.say("/notify", chat=chat, reply_to=answer)
    await world.sent(chat, 2)
    return chat


async def looked(world: World) -> None:
    """Wait until the bot has looked for news a few times more."""
    await asyncio.sleep(3 * world.rhythm.news + 0.1)


async def test_notify_says_what_will_be_told_and_until_when(follower: World) -> None:
    chat, answer = await asked(follower)
    follower.api.say("/notify", chat=chat, reply_to=answer)
    said = (await follower.sent(chat, 2))["text"]
    assert said.startswith("You will be told if one of these 3 articles is corrected or removed, until 1 January 2020.")
    assert "/notify off" in said


async def test_a_corrected_sentence_is_quoted_old_and_new(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    newsroom.publish(corrected(HARBOUR[0], "gate 0 before dawn", "gate 0 at noon"), *HARBOUR[1:])
    call = await follower.api.wait_call("sendMessage", 10, count=3, chat_id=chat["id"])
    assert "It said:\n<blockquote>The harbour opened gate 0 before dawn.</blockquote>" in call.params["text"]
    assert "It now says:\n<blockquote>The harbour opened gate 0 at noon.</blockquote>" in call.params["text"]
    said = call.result["text"]
    assert said.startswith("Something that you were shown has changed\nNoticed on 2 December 2019.")
    assert "Harbour Post (privately owned, Colombia), 1 March 2019" in said
    assert said.count("It said:") == 1
    follower.now += HOUR
    await looked(follower)
    assert len(follower.texts(chat)) == 3


async def test_a_second_correction_is_told_against_the_first(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    first = corrected(HARBOUR[0], "gate 0 before dawn", "gate 0 at noon")
    newsroom.publish(first, *HARBOUR[1:])
    await follower.sent(chat, 3)
    newsroom.publish(corrected(first, "at noon", "in the evening"), *HARBOUR[1:])
    await looked(follower)
    assert len(follower.texts(chat)) == 3
    follower.now += HOUR
    said = (await follower.sent(chat, 4))["text"]
    assert "gate 0 at noon.\n" in said
    assert "gate 0 in the evening." in said
    assert "before dawn" not in said


async def test_a_removed_article_is_said_to_be_removed_with_what_was_shown(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    newsroom.publish(*HARBOUR[1:])
    said = (await follower.sent(chat, 3))["text"]
    assert "Title 0\nHarbour Post (privately owned, Colombia), 1 March 2019\nThis article was removed" in said
    assert "You were shown:\nThe harbour opened gate 0 before dawn." in said
    newsroom.publish(*HARBOUR[1:], strike(1))
    follower.now += HOUR
    await looked(follower)
    assert len(follower.texts(chat)) == 3


async def test_changes_outside_of_what_was_shown_and_of_the_source_line_are_told(
    follower: World, newsroom: Newsroom
) -> None:
    chat = await notified(follower)
    other = corrected(HARBOUR[0], "The mayor promised an answer within a week.", "The mayor promised nothing at all.")
    newsroom.publish(replace(other, published=date(2019, 3, 4), title="Gate opened"), *HARBOUR[1:])
    said = (await follower.sent(chat, 3))["text"]
    assert "Title before: Title 0\nTitle now: Gate opened\nDate before: 1 March 2019\nDate now: 4 March 2019" in said
    assert "New elsewhere in the article:\nThe mayor promised nothing at all." in said
    assert "Sentences gone elsewhere in the article: 1" in said
    assert "It said:" not in said


async def test_an_article_that_only_got_another_name_is_not_removed(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    newsroom.publish(replace(HARBOUR[0], id="renamed.md"), *HARBOUR[1:])
    await looked(follower)
    assert len(follower.texts(chat)) == 2
    renamed = replace(HARBOUR[0], id="renamed.md")
    newsroom.publish(corrected(renamed, "before dawn", "at noon"), *HARBOUR[1:])
    assert "at noon" in (await follower.sent(chat, 3))["text"]


async def test_changes_of_articles_that_were_not_shown_and_of_white_space_are_not_told(
    follower: World, newsroom: Newsroom
) -> None:
    chat = await notified(follower)
    spaced = corrected(HARBOUR[0], "\n\n", "\n\n\n")
    newsroom.publish(spaced, *HARBOUR[1:5], corrected(HARBOUR[5], "before dawn", "at noon"))
    await looked(follower)
    newsroom.publish(spaced, *HARBOUR[1:5])
    await looked(follower)
    assert len(follower.texts(chat)) == 2


async def test_who_did_not_ask_is_not_told(follower: World, newsroom: Newsroom) -> None:
    chat, _ = await asked(follower)
    newsroom.publish(*HARBOUR[1:])
    await looked(follower)
    assert len(follower.texts(chat)) == 1


async def test_off_ends_it(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    follower.api.say("/notify off", chat=chat)
    assert (await follower.sent(chat, 3))["text"] == "You will be told of no more corrections."
    newsroom.publish(*HARBOUR[1:])
    await looked(follower)
    follower.api.say("/notify off", chat=chat)
    assert "No corrections were being told" in (await follower.sent(chat, 4))["text"]


async def test_it_ends_after_the_configured_days(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    follower.now += timedelta(days=31)
    newsroom.publish(*HARBOUR[1:])
    await looked(follower)
    assert len(follower.texts(chat)) == 2


async def test_without_a_reply_it_is_the_newest_answer_and_without_any_it_says_how(follower: World) -> None:
    chat = dict(follower.api.private(follower.api.user("Ann", language_code="en")))
    follower.api.say("/notify", chat=chat)
    assert "Please send /notify in reply" in (await follower.sent(chat))["text"]
    follower.api.say(QUESTION, chat=chat)
    await follower.sent(chat, 2)
    follower.api.say("/notify", chat=chat)
    assert "these 3 articles" in (await follower.sent(chat, 3))["text"]


async def test_corrections_survive_a_restart_and_wait_for_the_end_of_quiet_hours(
    follower: World, newsroom: Newsroom
) -> None:
    chat = await notified(follower)
    follower.api.say("/settings quiet 09:00-12:00", chat=chat)
    await follower.sent(chat, 3)
    newsroom.publish(*HARBOUR[1:])
    await looked(follower)
    async with restarted(follower) as again:
        await looked(again)
        assert len(again.texts(chat)) == 3
        again.now += timedelta(hours=3)
        assert "was removed" in (await again.sent(chat, 4))["text"]


async def test_an_end_while_the_message_is_under_way_loses_nothing(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    follower.api.fault("sendMessage", "hang", times=1, chat_id=chat["id"])
    newsroom.publish(*HARBOUR[1:])
    await eventually(lambda: len(follower.api.find("sendMessage")) == 3)
    async with restarted(follower) as again:
        said = (await again.sent(chat, 3))["text"]
        assert "You may have had this message before" in said
        assert "was removed" in said


async def test_what_one_message_does_not_hold_comes_with_the_next(follower: World, newsroom: Newsroom) -> None:
    """Six long corrections are more than a message; none is lost, none comes twice."""
    long = tuple(corrected(one, "grain and salt", "grain and salt " * 40) for one in HARBOUR)
    newsroom.publish(*long)
    chat, _ = await asked(follower)
    follower.api.say("/settings hits 5", chat=chat)
    await follower.sent(chat, 2)
    follower.api.say(QUESTION, chat=chat)
    answer = await follower.sent(chat, 3)
    follower.api.say("/notify", chat=chat, reply_to=answer)
    assert "these 5 articles" in (await follower.sent(chat, 4))["text"]
    newsroom.publish(*(corrected(one, "that day.", "that night.") for one in long))
    told = []
    for message in (5, 6, 7):
        told.append((await follower.sent(chat, message))["text"].count("It said:"))
        follower.now += HOUR
    assert told == [2, 2, 1]
    await looked(follower)
    assert len(follower.texts(chat)) == 7


async def test_who_blocked_the_bot_is_forgotten(follower: World, newsroom: Newsroom) -> None:
    chat = await notified(follower)
    follower.api.block(chat["id"])
    newsroom.publish(*HARBOUR[1:])
    await eventually(lambda: follower.api.find("sendMessage", ok=False, chat_id=chat["id"]))
    await looked(follower)
    follower.api.block(chat["id"], blocked=False)
    follower.api.say("/notify off", chat=chat)
    assert "No corrections were being told" in (await follower.sent(chat, 3))["text"]


async def test_in_a_group_a_member_is_told_in_private_and_an_administrator_lets_all_be_told(
    follower: World, newsroom: Newsroom
) -> None:
    group = follower.api.group("Docks")
    boss, member = follower.api.user("Boss"), follower.api.user("Member", language_code="en")
    follower.api.chats[group["id"]]["members"].update({boss["id"]: "administrator", member["id"]: "member"})
    follower.api.say(f"/ask {QUESTION}", chat=group, user=member)
    answer = await follower.sent(group)
    follower.api.say("/notify", chat=group, user=member, reply_to=answer)
    assert "I can’t write to you yet" in (await follower.sent(group, 2))["text"]
    private = dict(follower.api.private(member))
    follower.api.say("/notify", chat=group, user=member, reply_to=answer)
    assert "You will be told" in (await follower.sent(private))["text"]
    follower.api.say("/notify", chat=group, user=boss, reply_to=answer)
    assert "You will be told" in (await follower.sent(group, 3))["text"]
    newsroom.publish(*HARBOUR[1:])
    assert "was removed" in (await follower.sent(private, 2))["text"]
    assert "was removed" in (await follower.sent(group, 4))["text"]


async def test_the_button_under_news_asks_for_corrections_too(follower: World, newsroom: Newsroom) -> None:
    chat = dict(follower.api.private(follower.api.user("Ann", language_code="en")))
    follower.api.say("/watch dockers strike at the quay", chat=chat)
    await follower.sent(chat)
    newsroom.publish(*HARBOUR, strike(1))
    news = await follower.sent(chat, 2)
    press = follower.api.press(news, text="Tell me of corrections")
    assert await follower.press_answer(press) is None
    assert "if this article is corrected" in (await follower.sent(chat, 3))["text"]
    newsroom.publish(*HARBOUR, corrected(strike(1), "at the quay", "at the mole"))
    assert "at the mole" in (await follower.sent(chat, 4))["text"]


@pytest.mark.parametrize(("language", "words"), [("es", "Decía:"), ("ru", "Было:"), ("pt", "Dizia:"), ("fr", "disait")])
async def test_corrections_come_in_the_readers_language(
    follower: World, newsroom: Newsroom, language: str, words: str
) -> None:
    chat = await notified(follower, language)
    newsroom.publish(corrected(HARBOUR[0], "before dawn", "at noon"), *HARBOUR[1:])
    assert words in (await follower.sent(chat, 3))["text"]
