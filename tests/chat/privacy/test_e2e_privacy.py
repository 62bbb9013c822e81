"""`/forget` erases at once and says so; `/privacy` says what holds in this configuration."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat import drafts, inbox
from bot.chat.privacy import screens
from bot.chat.watches import store
from bot.config import WatchesConfig
from tests.chat.conftest import ADMIN
from tests.chat.watches.newsroom import HARBOUR, Newsroom

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"


@pytest.fixture
async def room(offstage: World) -> World:
    """A bot that is running over a collection that it can look into."""
    offstage.engine = offstage.collection = Newsroom(HARBOUR)
    offstage.watches = WatchesConfig(corrections_days=12)
    await offstage.start()
    return offstage


async def said(world: World, command: str, chat: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Send something and return what the bot answers."""
    before = len(world.texts(chat))
    world.api.say(command, chat=chat, **how)
    return await world.sent(chat, before + 1)


def traces(world: World, whose: int) -> list[str]:
    """Return the tables with a row in which somebody's id stands, in whatever column."""
    found = []
    with closing(sqlite3.connect(world.path / "state.sqlite3")) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            rows = connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names of tables
            found += [name for row in rows if any(str(whose) in str(value) for value in row)]
    return sorted(set(found))


async def test_forget_erases_all_of_a_person_at_once_and_says_so(room: World) -> None:
    chat = dict(room.api.private(room.api.user("Ann", language_code="en")))
    answer = await said(room, QUESTION, chat)
    await said(room, "/watch dockers and their strike", chat)
    await said(room, "/notify", chat, reply_to=answer)
    await said(room, "/feedback on", chat)
    await room.press_answer(room.api.press(answer, text="This answers it"))
    await said(room, "/settings hits 5", chat)
    await room.api.quiet()
    assert {"answers", "watches", "corrections", "votes", "agreements", "settings"} <= set(traces(room, chat["id"]))
    text = (await said(room, "/forget", chat))["text"]
    assert text.startswith("Everything stored about you is erased.\nAnswers: 1\nSettings: 1\nWatched topics: 1\n")
    await room.api.quiet()
    assert traces(room, chat["id"]) == []
    press = room.api.press(answer, text="More")
    assert "too old" in str(await room.press_answer(press))
    assert "Nothing is watched here" in (await said(room, "/watches", chat))["text"]


async def test_forget_in_private_reaches_the_persons_answers_in_groups(room: World) -> None:
    person = room.api.user("Ann", language_code="en")
    group, chat = room.api.group("Docks"), dict(room.api.private(person))
    await said(room, f"/ask {QUESTION}", group, user=person)
    await said(room, "/forget", chat)
    await room.api.quiet()
    assert traces(room, chat["id"]) == []


async def test_in_a_group_only_its_administrators_erase_what_is_stored_of_it(room: World) -> None:
    group = room.api.group("Docks")
    boss, member = room.api.user("Boss", language_code="en"), room.api.user("Member", language_code="en")
    room.api.chats[group["id"]]["members"].update({boss["id"]: "administrator", member["id"]: "member"})
    await said(room, f"/ask {QUESTION}", group, user=member)
    refused = (await said(room, "/forget", group, user=member))["text"]
    assert refused == "Only administrators of this group can erase what is stored about it."
    assert "answers" in traces(room, group["id"])
    assert "about this group is erased" in (await said(room, "/forget", group, user=boss))["text"]
    await room.api.quiet()
    assert traces(room, group["id"]) == []


async def test_forget_with_nothing_stored_says_the_same(room: World) -> None:
    chat = dict(room.api.private(room.api.user("Ann", language_code="en")))
    assert (await said(room, "/forget", chat))["text"].startswith("Everything stored about you is erased.\n")


async def test_privacy_names_the_configured_times(room: World) -> None:
    chat = dict(room.api.private(room.api.user("Ann", language_code="en")))
    text = (await said(room, "/privacy", chat))["text"]
    config = room.setup().config
    assert f"so that their buttons work: {config.state.keep_answers_days} days." in text
    assert "whose corrections you asked to be told: 12 days." in text
    assert f"without the question: {config.feedback.keep_days} days." in text
    assert "/forget erases all of it at once." in text
    assert "administrators" not in text


async def test_privacy_tells_groups_and_administrators_what_concerns_them(room: World) -> None:
    group = room.api.group("Docks")
    assert "about this group" in (await said(room, "/privacy", group))["text"]
    root = dict(room.api.private(room.api.user("Root", id=ADMIN, language_code="en")))
    assert "waiting for a decision: 7 days" in (await said(room, "/privacy", root))["text"]


def test_the_times_that_are_no_configuration_are_those_of_the_code() -> None:
    """The page can't promise what the code does not do."""
    assert drafts._KEPT.days == screens.DRAFT_DAYS
    assert inbox._REMEMBER.days == screens.UPDATE_DAYS
    assert store._TOLD_KEPT.days == screens.TOLD_DAYS
