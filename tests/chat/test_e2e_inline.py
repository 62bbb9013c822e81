"""Inline answers: "@bot question" in any chat."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import LimitsConfig

if TYPE_CHECKING:
    from tests.chat.conftest import World
    from tests.chat.fake_engine import FakeEngine

QUERY = "harbour gate ships carried"


async def answered(world: World, query: str) -> dict[str, Any]:
    """Return how an inline query was answered."""
    call = await world.api.wait_call("answerInlineQuery", inline_query_id=query)
    return dict(call.params)


async def test_passages_are_offered_to_this_person_only(world: World) -> None:
    given = await answered(world, world.api.inline(world.api.user("Ann", language_code="en"), QUERY))
    assert given["is_personal"] is True
    assert given["cache_time"] <= 30
    assert 0 < len(given["results"]) <= 10
    first = given["results"][0]
    assert first["title"].startswith("Harbour Post")
    assert first["description"].startswith("The harbour opened gate 0")
    assert "The harbour opened gate 0 before dawn." in first["input_message_content"]["message_text"]
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    assert "button" not in given


@pytest.mark.parametrize("query", ["", "   ", "Who composed the anthem?", "🙃"])
async def test_without_an_answer_a_button_leads_to_the_private_chat(world: World, query: str) -> None:
    """Nearest passages are never offered as results: sent to a chat they would look like answers."""
    given = await answered(world, world.api.inline(world.api.user("Ann", language_code="en"), query))
    assert given["results"] == []
    assert given["button"] == {"text": "Ask a question", "start_parameter": "inline"}


async def test_before_the_first_snapshot_there_is_just_the_button(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.articles = fake, ()
    await offstage.start()
    given = await answered(offstage, offstage.api.inline(offstage.api.user("Ann"), QUERY))
    assert given["results"] == []


async def test_typing_on_makes_the_engine_skip_what_nobody_waits_for(offstage: World, fake: FakeEngine) -> None:
    """Of queries that queue up behind a busy engine only the newest is worked on."""
    offstage.engine, fake.hold, offstage.limits = fake, threading.Event(), LimitsConfig(concurrent=2)
    await offstage.start()
    ann = offstage.api.user("Ann")
    queries = [offstage.api.inline(ann, QUERY[: 20 + n]) for n in range(6)]
    offstage.api.say("/help", chat=offstage.api.private(ann))
    await offstage.sent(offstage.api.chats[ann["id"]]["chat"])  # so the queries before it have reached the engine
    fake.hold.set()
    assert (await answered(offstage, queries[-1]))["results"]
    assert [text for text, _ in fake.asked] == [QUERY[:20], QUERY[:21], QUERY[:25]]


async def test_too_many_queries_get_the_button_only(offstage: World) -> None:
    offstage.limits = LimitsConfig(per_person_per_minute=1)
    await offstage.start()
    ann = offstage.api.user("Ann")
    given = [await answered(offstage, offstage.api.inline(ann, QUERY)) for _ in range(4)]
    assert [bool(one["results"]) for one in given] == [True, True, True, False]


async def test_a_query_answered_too_late_is_no_error(world: World, caplog: pytest.LogCaptureFixture) -> None:
    query = world.api.inline(world.api.user("Ann"), QUERY)
    world.api.inlines[query][0] -= 3600
    call = await world.api.wait_call("answerInlineQuery", ok=False, inline_query_id=query)
    assert "too old" in call.error
    await world.api.quiet()
    assert "could not be handled" not in caplog.text
