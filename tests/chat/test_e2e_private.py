"""Private chats: what a reader sees, from the first message on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import eventually, labels

if TYPE_CHECKING:
    from tests.chat.conftest import World
    from tests.chat.fake_engine import FakeEngine

QUESTION = "When was the harbour gate opened, and what did the ships carry?"


def reader(world: World, language: str = "en") -> dict[str, Any]:
    """Return the private chat of a new reader."""
    return dict(world.api.private(world.api.user("Ann", language_code=language)))


async def test_a_question_is_answered_with_quotations_in_one_reply(world: World) -> None:
    chat = reader(world)
    asked = world.api.say(QUESTION, chat=chat)
    answer = await world.sent(chat)
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert answer["link_preview_options"] == {"is_disabled": True}
    assert "The harbour opened gate 0 before dawn." in answer["text"]
    assert "Harbour Post" in answer["text"]
    assert "1 March 2019" in answer["text"]
    assert labels(answer)[:6] == ["Context 1", "Context 2", "Context 3", "More", "Narrow", "Timeline"]
    await world.api.quiet()
    assert len(world.texts(chat)) == 1


async def test_the_bot_speaks_the_language_of_the_reader(world: World) -> None:
    chat = reader(world, "ru")
    world.api.say("/start", chat=chat)
    assert "Задайте" in (await world.sent(chat))["text"]


@pytest.mark.parametrize("command", ["/start", "/start inline", "/help", "/about"])
async def test_pages_are_shown(world: World, command: str) -> None:
    """Each page about the bot comes as one message."""
    chat = reader(world)
    world.api.say(command, chat=chat)
    page = await world.sent(chat)
    expected = {"/help": "@strict_test_bot", "/about": "12 passages"}
    assert expected.get(command, "6 articles") in page["text"]


async def test_a_caption_and_a_forwarded_message_are_questions(world: World) -> None:
    chat = reader(world)
    world.api.say(QUESTION, chat=chat, document=("scan.pdf", b"%PDF"))
    assert "gate 0" in (await world.sent(chat))["text"]
    origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
    world.api.say(QUESTION, chat=chat, forward_origin=origin)
    assert "gate 0" in (await world.sent(chat, 2))["text"]


async def test_ask_works_in_private_too_and_looks_up_the_message_it_replies_to(world: World) -> None:
    chat = reader(world)
    world.api.say(f"/ask {QUESTION}", chat=chat)
    assert "gate 0" in (await world.sent(chat))["text"]
    claim = world.api.say("hm", chat=chat)
    await world.sent(chat, 2)
    world.api.say("/ask", chat=chat, reply_to={**claim, "text": "The harbour gate was opened, ships carried grain."})
    assert "gate 0" in (await world.sent(chat, 3))["text"]


async def test_an_empty_ask_is_told_how_to_ask(world: World) -> None:
    chat = reader(world)
    world.api.say("/ask", chat=chat)
    assert (await world.sent(chat))["text"].startswith("Please add your question")


@pytest.mark.parametrize("message", ["media", "command", "emoji", "control"])
async def test_what_holds_no_question_gets_a_friendly_sentence(world: World, message: str) -> None:
    """Media without words, unknown commands, emoji and control characters are never met with silence."""
    chat = reader(world)
    if message == "media":
        world.api.say(None, chat=chat, document=("scan.pdf", b"%PDF"))
    else:
        world.api.say({"command": "/whatever", "emoji": "🙃🙃", "control": "\x01\x02\u202e"}[message], chat=chat)
    assert "I could not find a question" in (await world.sent(chat))["text"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>harbour</b> gate & ships <script>carried</script> grain",
        "*harbour* _gate_ [ships](carried) `grain`",
        "harbour gate opened מתי נפתח הנמל ships \u202ecarried",
        "harbour gate ships carried " + "word " * 790,
    ],
    ids=["HTML", "Markdown", "right-to-left", "long"],
)
async def test_odd_questions_are_answered_like_others(world: World, text: str) -> None:
    """Markup in a question is just text, and a message's full length is no trouble."""
    chat = reader(world)
    world.api.say(text, chat=chat)
    assert "gate 0" in (await world.sent(chat))["text"]


async def test_a_question_longer_than_any_message_is_declined(world: World) -> None:
    chat = reader(world)
    world.api.say("harbour " * 12_500, chat=chat)
    assert "4,096 characters" in (await world.sent(chat))["text"]


@pytest.mark.parametrize("question", ["Who composed the anthem?", "国歌を作曲したのは誰ですか"])
async def test_no_evidence_gives_what_is_covered_and_an_offer(world: World, question: str) -> None:
    """Also to a question in a language that the collection does not hold."""
    chat = reader(world)
    world.api.say(question, chat=chat)
    answer = await world.sent(chat)
    assert "No passage in the collection answers this." in answer["text"]
    assert "6 articles" in answer["text"]
    assert labels(answer) == ["Nearest passages", "Watch this topic"]


async def test_edited_messages_and_the_bots_own_inline_answers_are_left_alone(world: World) -> None:
    chat = reader(world)
    asked = world.api.say(QUESTION, chat=chat)
    await world.sent(chat)
    world.api.edit(asked, "harbour gate ships")
    me = {key: world.api.me[key] for key in ("id", "is_bot", "first_name", "username")}
    inline = {"message_id": 999, "date": 1, "chat": chat, "from": world.api.users[chat["id"]], "text": QUESTION}
    world.api.inject(message={**inline, "via_bot": me})
    world.api.say("/help", chat=chat)
    assert "@strict_test_bot" in (await world.sent(chat, 2))["text"]
    await world.api.quiet()
    assert len(world.texts(chat)) == 2


async def test_while_there_is_no_snapshot_the_bot_says_so(offstage: World, fake: FakeEngine) -> None:
    offstage.engine = fake
    fake.articles = ()
    await offstage.start()
    chat = reader(offstage)
    for number, command in enumerate([QUESTION, "/about", "/start"], start=1):
        offstage.api.say(command, chat=chat)
        assert "still being prepared" in (await offstage.sent(chat, number))["text"]


async def test_a_slow_answer_shows_that_the_bot_is_typing(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.hold = fake, threading.Event()
    offstage.rhythm = offstage.rhythm.__class__(typing_after=0.01, snapshots=3600)
    await offstage.start()
    chat = reader(offstage)
    offstage.api.say(QUESTION, chat=chat)
    await offstage.api.wait_call("sendChatAction", chat_id=chat["id"], action="typing")
    assert not offstage.texts(chat)
    fake.hold.set()
    assert "gate 0" in (await offstage.sent(chat))["text"]


async def test_one_slow_question_holds_up_nobody_else(offstage: World, fake: FakeEngine) -> None:
    offstage.engine, fake.hold = fake, threading.Event()
    await offstage.start()
    slow, other = reader(offstage), reader(offstage)
    offstage.api.say(QUESTION, chat=slow)
    await eventually(lambda: fake.asked)
    offstage.api.say("/help", chat=other)
    await offstage.sent(other)
    assert not offstage.texts(slow)
    fake.hold.set()
    await offstage.sent(slow)


async def test_too_many_questions_get_one_friendly_sentence_then_silence(offstage: World) -> None:
    offstage.limits = offstage.limits.__class__(per_person_per_minute=2)
    await offstage.start()
    chat, other = reader(offstage), reader(offstage)
    for _ in range(5):
        offstage.api.say(QUESTION, chat=chat)
    await offstage.sent(chat, 3)
    offstage.api.say(QUESTION, chat=other)
    await offstage.sent(other)
    await offstage.api.quiet()
    assert len(offstage.texts(chat)) == 3
    assert sum("a lot of questions at once" in text for text in offstage.texts(chat)) == 1
