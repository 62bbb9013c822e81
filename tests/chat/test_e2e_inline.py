"""Inline answers: "@bot question" in any chat."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import LimitsConfig
from tests.chat.fake_engine import article

if TYPE_CHECKING:
    from tests.chat.conftest import World
    from tests.chat.fake_engine import FakeEngine

QUERY = "harbour gate ships carried"
MANY = tuple(article(number, f"The harbour opened gate {number}. Ships carried grain.") for number in range(25))


async def answered(world: World, query: str) -> dict[str, Any]:
    """Return how an inline query was answered."""
    call = await world.api.wait_call("answerInlineQuery", 10, inline_query_id=query)
    return dict(call.params)


async def test_passages_are_offered_to_this_person_only(world: World) -> None:
    """The list is in their language and leaves out what they do: nobody else may get it from Telegram's cache."""
    given = await answered(world, world.api.inline(world.api.user("Ann", language_code="en"), QUERY))
    assert given["is_personal"] is True
    assert 0 < given["cache_time"] <= 30
    assert len(given["results"]) == 6
    first = given["results"][0]
    assert first["title"] == "Title 0"
    assert first["description"] == "Harbour Post, 1 March 2019\nThe harbour opened gate 0 before dawn."
    assert "The harbour opened gate 0 before dawn." in first["input_message_content"]["message_text"]
    assert "https://news.example/0" in first["input_message_content"]["message_text"]
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    assert given["button"] == {"text": "Ask me in private", "start_parameter": "inline"}


async def test_scrolling_gives_every_passage_once(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.articles = fake, MANY
    await offstage.start()
    ann = offstage.api.user("Ann", language_code="en")
    offset, sizes, ids = "", [], []
    while True:
        given = await answered(offstage, offstage.api.inline(ann, QUERY, offset=offset))
        sizes.append(len(given["results"]))
        ids += [result["id"] for result in given["results"]]
        offset = given.get("next_offset", "")
        if not offset:
            break
    assert sizes == [10, 10, 5]
    assert len(set(ids)) == 25


@pytest.mark.parametrize("offset", ["10:00000000", "nonsense", "999:", "-1", "1" * 64])
async def test_a_page_of_another_snapshot_is_empty_and_not_kept(world: World, offset: str) -> None:
    """The list below it was cut from other passages."""
    given = await answered(world, world.api.inline(world.api.user("Ann", language_code="en"), QUERY, offset=offset))
    assert given["results"] == []
    assert given["cache_time"] == 0


async def test_a_new_snapshot_ends_the_scrolling(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.articles = fake, MANY
    await offstage.start()
    ann = offstage.api.user("Ann", language_code="en")
    given = await answered(offstage, offstage.api.inline(ann, QUERY))
    fake.snapshot = "snapshot-2"
    more = await answered(offstage, offstage.api.inline(ann, QUERY, offset=given["next_offset"]))
    assert more["results"] == []


async def test_the_persons_settings_choose_language_and_passages(world: World) -> None:
    """What is kept by Telegram is kept for half a minute only, so that a change shows soon."""
    ann = world.api.user("Ann", language_code="en")
    chat = world.api.private(ann)
    world.api.say("/settings language es", chat=chat)
    await world.sent(chat)
    world.api.say("/settings leave out Harbour Post", chat=chat)
    await world.sent(chat, 2)
    given = await answered(world, world.api.inline(ann, QUERY))
    assert given["button"]["text"] == "Pregúnteme en privado"
    publishers = {result["description"].split(", ")[0] for result in given["results"]}
    assert publishers == {"Radio Norte", "Medio desconocido"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Ask me in private"),
        ("   ", "Ask me in private"),
        ("Who composed the anthem?", "Nothing found. Ask me in private"),
        ("🙃", "Nothing found. Ask me in private"),
    ],
)
async def test_without_an_answer_a_button_leads_to_the_private_chat(world: World, query: str, said: str) -> None:
    """Nearest passages are never offered as results: sent to a chat they would look like answers."""
    given = await answered(world, world.api.inline(world.api.user("Ann", language_code="en"), query))
    assert given["results"] == []
    assert given["button"] == {"text": said, "start_parameter": "inline"}


async def test_before_the_first_snapshot_there_is_just_the_button(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.articles = fake, ()
    await offstage.start()
    given = await answered(offstage, offstage.api.inline(offstage.api.user("Ann"), QUERY))
    assert (given["results"], given["cache_time"]) == ([], 0)
    assert given["button"]["text"] == "The collection is being prepared"


async def test_typing_on_makes_the_engine_skip_what_nobody_waits_for(offstage: World, fake: FakeEngine) -> None:
    """Of queries that queue up behind a busy engine, which works on two at once, only the newest is worked on."""
    offstage.engine, fake.hold, offstage.limits = fake, threading.Event(), LimitsConfig(concurrent=2)
    await offstage.start()
    ann = offstage.api.user("Ann")
    queries = [offstage.api.inline(ann, QUERY[: 20 + n]) for n in range(6)]
    offstage.api.say("/help", chat=offstage.api.private(ann))
    await offstage.sent(offstage.api.chats[ann["id"]]["chat"])  # so the queries before it have reached the engine
    fake.hold.set()
    assert (await answered(offstage, queries[-1]))["results"]
    asked = [text for text, _ in fake.asked]
    assert asked[-1] == QUERY[:25]
    assert len(asked) <= 3


async def test_too_many_queries_get_the_button_only(offstage: World) -> None:
    offstage.limits = LimitsConfig(per_person_per_minute=1)
    await offstage.start()
    ann = offstage.api.user("Ann")
    given = [await answered(offstage, offstage.api.inline(ann, QUERY)) for _ in range(4)]
    assert [bool(one["results"]) for one in given] == [True, True, True, False]
    assert given[-1]["cache_time"] == 0
    assert given[-1]["button"]["text"] == "Too many questions at once. Ask me in private"


async def test_a_query_answered_too_late_is_no_error(world: World, caplog: pytest.LogCaptureFixture) -> None:
    query = world.api.inline(world.api.user("Ann"), QUERY)
    world.api.inlines[query][0] -= 3600
    call = await world.api.wait_call("answerInlineQuery", ok=False, inline_query_id=query)
    assert "too old" in call.error
    await world.api.quiet()
    assert "could not be handled" not in caplog.text
