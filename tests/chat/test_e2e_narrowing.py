"""Narrowing an answer by buttons, by words and by commands; every limit is said, and one tap removes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import eventually, labels
from tests.chat.fake_engine import HARBOUR, FakeEngine, article

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
SPANISH = replace(
    article(9, "The harbour opened gate 9 before dawn. Ships carried sugar.", date(2019, 4, 9), "Radio Norte"),
    language="es",
)
ENGINE = (*HARBOUR, SPANISH)


@pytest.fixture
async def world(offstage: World) -> World:
    """A bot over a collection in two languages."""
    offstage.engine = FakeEngine(ENGINE)
    await offstage.start()
    return offstage


@pytest.fixture
def chat(world: World) -> dict[str, Any]:
    """The private chat of a reader."""
    return dict(world.api.private(world.api.user("Ann", language_code="en")))


async def asked(world: World, chat: dict[str, Any], text: str = QUESTION, **said: Any) -> dict[str, Any]:
    """Write something, and return what the bot answers."""
    before = len(world.api.find("sendMessage", chat_id=chat["id"], ok=True))
    world.api.say(text, chat=chat, **said)
    return await world.sent(chat, before + 1)


def _has(world: World, at: tuple[int, int], text: str) -> bool:
    return text in labels(world.api.msgs[at])


async def tapped(world: World, message: dict[str, Any], *texts: str) -> dict[str, Any]:
    """Tap one button after the other, and return the message as it stands then."""
    at = message["chat"]["id"], message["message_id"]
    for text in texts:
        await eventually(partial(_has, world, at, text))
        assert await world.press_answer(world.api.press(world.api.msgs[at], text=text)) is None
    return dict(world.api.msgs[at])


async def test_narrow_opens_choices_in_place_and_goes_back(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    opened = await tapped(world, answer, "Narrow")
    assert labels(opened) == ["Language", "Publisher", "Before a day", "After a day", "Back"]
    assert opened["text"] == answer["text"]
    assert labels(await tapped(world, opened, "Language")) == ["In English", "In Spanish", "Back"]
    assert labels(await tapped(world, opened, "Back", "Publisher")) == ["Harbour Post", "Radio Norte", "Back"]
    assert labels(await tapped(world, opened, "Back", "Back")) == labels(answer)
    assert len(world.fake.asked) == 1


async def test_the_way_back_does_not_bring_more_again(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    world.api.press(answer, text="More")
    at = chat["id"], answer["message_id"]
    await eventually(lambda: "More" not in labels(world.api.msgs[at]))
    before = labels(world.api.msgs[at])
    assert labels(await tapped(world, answer, "Narrow", "Back")) == before


async def test_one_language_is_said_and_one_tap_removes_it(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    narrowed = await tapped(world, answer, "Narrow", "Language", "In Spanish")
    assert "In Spanish only." in narrowed["text"]
    assert "sugar" in narrowed["text"]
    assert "grain" not in narrowed["text"]
    assert "All languages" in labels(narrowed)
    wide = await tapped(world, narrowed, "All languages")
    assert "In Spanish only." not in wide["text"]
    assert "grain" in wide["text"]


async def test_limits_add_up_and_go_one_by_one(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    narrowed = await tapped(world, answer, "Narrow", "Publisher", "Radio Norte")
    assert "Only from Radio Norte." in narrowed["text"]
    assert "Harbour Post" not in narrowed["text"]
    both = await tapped(world, narrowed, "Narrow", "After a day", "After 2 March 2019")
    assert "Only articles published since 3 March 2019." in both["text"]
    assert "Only from Radio Norte." in both["text"]
    assert {"All dates", "All publishers"} <= set(labels(both))
    wide = await tapped(world, both, "All publishers")
    assert "Only from" not in wide["text"]
    assert "since 3 March 2019" in wide["text"]


async def test_a_first_and_a_last_day_make_a_period(world: World, chat: dict[str, Any]) -> None:
    narrowed = await tapped(world, await asked(world, chat), "Narrow", "After a day", "After 1 March 2019")
    closed = await tapped(world, narrowed, "Narrow", "Before a day", "Before 9 April 2019")
    assert "Only articles published 2 March to 8 April 2019." in closed["text"]


async def test_a_group_may_narrow_too(world: World) -> None:
    group = world.api.group("Neighbours")
    answer = await asked(world, group, f"/ask {QUESTION}")
    narrowed = await tapped(world, answer, "Narrow", "Language", "In Spanish")
    assert "sugar" in narrowed["text"]
    assert len(world.texts(group)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{QUESTION} In Spanish only", "In Spanish only."),
        ("According to Radio Norte, when was the harbour gate opened, what did ships carry?", "Only from Radio Norte."),
        ("What does Radio Norte say about the harbour gate and the ships?", "Only from Radio Norte."),
    ],
)
async def test_words_of_a_question_narrow_it(world: World, chat: dict[str, Any], text: str, said: str) -> None:
    """And the limit is said and removable."""
    answer = await asked(world, chat, text)
    assert said in answer["text"]
    assert {"All languages", "All publishers"} & set(labels(answer))
    asked_text, filters = world.fake.asked[0]
    assert "Spanish" not in asked_text
    assert filters.languages or filters.publishers == {"Radio Norte"}


@pytest.mark.parametrize("text", ["Who owns Radio Norte and its harbour gate?", "What did the mayor say in Spanish?"])
async def test_a_question_about_a_publisher_or_a_language_is_not_narrowed(
    world: World, chat: dict[str, Any], text: str
) -> None:
    await asked(world, chat, text)
    assert world.fake.asked[0][0] == text
    assert not world.fake.asked[0][1].publishers
    assert not world.fake.asked[0][1].languages


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("only in Spanish", "In Spanish only."),
        ("на испанском", "In Spanish only."),
        ("solo Radio Norte", "Only from Radio Norte."),
        ("before 5 May 2019", "Only articles published until 4 May 2019."),
        ("avant le 5 mai 2019", "Only articles published until 4 May 2019."),
    ],
)
async def test_a_reply_of_narrowing_words_asks_again(world: World, chat: dict[str, Any], words: str, said: str) -> None:
    """And says what was asked, since the reply does not."""
    answer = await asked(world, chat)
    narrowed = await asked(world, chat, words, reply_to=answer)
    assert narrowed["text"].startswith(f"Asked: {QUESTION}\n")
    assert said in narrowed["text"]
    wide = await asked(world, chat, "all", reply_to=narrowed)
    assert said not in wide["text"]
    assert wide["text"].startswith(f"Asked: {QUESTION}\n")


async def test_the_command_narrows_without_buttons(world: World, chat: dict[str, Any]) -> None:
    """In private the newest answer is meant; in a group the one that is replied to."""
    await asked(world, chat)
    assert "In Spanish only." in (await asked(world, chat, "/only in Spanish"))["text"]
    group = world.api.group("Neighbours")
    assert "Reply to one of my answers" in (await asked(world, group, "/only Radio Norte"))["text"]
    answer = await asked(world, group, f"/ask {QUESTION}")
    narrowed = await asked(world, group, "/only Radio Norte", reply_to=answer)
    assert "Only from Radio Norte." in narrowed["text"]
    assert "Reply to one" in (await asked(world, group, "/only whatever this is", reply_to=answer))["text"]


async def test_commands_do_what_the_buttons_do(world: World, chat: dict[str, Any]) -> None:
    await asked(world, chat)
    await asked(world, chat, "/context")
    assert (await asked(world, chat, "/more"))["text"].startswith("Passages 4 to 6 of 7")
    assert (await asked(world, chat, "/more"))["text"].startswith("Passage 7 of 7")
    assert "no more passages" in (await asked(world, chat, "/more"))["text"]
    around = await asked(world, chat, "/context 2")
    assert "Dockers of shift" in around["text"]
    assert labels(around) == ["Tell me of corrections"]
    assert "/context and a number" in (await asked(world, chat, "/context 99"))["text"]
    await asked(world, chat, "Who composed the anthem?")
    assert "They may not answer" in (await asked(world, chat, "/nearest"))["text"]


async def test_limits_that_leave_nothing_say_so(world: World, chat: dict[str, Any]) -> None:
    answer = await asked(world, chat)
    narrowed = await tapped(world, answer, "Narrow", "Language", "In Spanish")
    nothing = await tapped(world, narrowed, "Narrow", "Before a day", "Before 9 April 2019")
    assert nothing["text"].startswith("The collection has nothing within these limits.\nIn Spanish only.")
    assert {"All languages", "All dates"} <= set(labels(nothing))


@pytest.mark.parametrize(
    "data", ["f:{}:zes", "f:{}:p99", "f:{}:b20199999", "f:{}:b00010101", "o:{}:9", "o:{}:", "b:{}:7"]
)
async def test_choices_that_no_button_offers_change_nothing(world: World, chat: dict[str, Any], data: str) -> None:
    answer = await asked(world, chat)
    stored = world.api.msgs[chat["id"], answer["message_id"]]
    token = stored["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    stored["reply_markup"]["inline_keyboard"] = [[{"text": "?", "callback_data": data.format(token)}]]
    assert "too old" in str(await world.press_answer(world.api.press(stored, text="?")))
    assert len(world.fake.asked) == 1
