"""Votes from end to end: cast, changed, kept with the question by agreement only, counted, exported."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import ADMIN, labels, restarted
from tests.chat.watches.newsroom import HARBOUR, Newsroom

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the gate opened, and what did the ships carry?"
YES, NO = "This answers it", "It does not"
EVERYTHING = "verdict, language, outcome, confidence, snapshot, question"


async def asked(world: World, text: str = QUESTION, chat: dict[str, Any] | None = None) -> dict[str, Any]:
    """Ask in private and return the answer."""
    chat = chat or dict(world.api.private(world.api.user("Ann", language_code="en")))
    before = len(world.texts(chat))
    world.api.say(text, chat=chat)
    return await world.sent(chat, before + 1)


def stored(world: World, what: str = EVERYTHING) -> list[tuple[Any, ...]]:
    """Return columns of the votes in the state database."""
    connection = sqlite3.connect(world.path / "state.sqlite3")
    try:
        return connection.execute(f"SELECT {what} FROM votes ORDER BY number").fetchall()  # noqa: S608 - our own words
    finally:
        connection.close()


def administrator(world: World) -> dict[str, Any]:
    """Return the administrator's private chat."""
    return dict(world.api.private(world.api.user("Root", id=ADMIN, language_code="en")))


async def said(world: World, command: str, chat: dict[str, Any], **how: Any) -> str:
    """Send a command and return what the bot answers."""
    before = len(world.texts(chat))
    world.api.say(command, chat=chat, **how)
    text: str = (await world.sent(chat, before + 1))["text"]
    return text


async def test_a_vote_alone_says_nothing_of_the_question(world: World) -> None:
    answer = await asked(world)
    press = world.api.press(answer, text=YES)
    assert str(await world.press_answer(press)).startswith("Thank you, noted. Votes are counted; your question is not")
    assert stored(world) == [("answers", "en", "found", 6, "snapshot-1", None)]


async def test_the_first_vote_asks_once_whether_questions_may_be_kept(world: World) -> None:
    answer = await asked(world)
    world.api.press(answer, text=YES)
    question = await world.sent(answer["chat"], 2)
    assert "May your questions be kept with your votes" in question["text"]
    assert labels(question) == ["Yes, keep my question", "No"]
    other = await asked(world, chat=answer["chat"])
    await world.press_answer(world.api.press(other, text=NO))
    await world.api.quiet()
    assert len(world.texts(answer["chat"])) == 3


async def test_who_agrees_has_the_question_kept_from_that_vote_on(world: World) -> None:
    answer = await asked(world)
    world.api.press(answer, text=YES)
    question = await world.sent(answer["chat"], 2)
    await world.press_answer(world.api.press(question, text="Yes, keep my question"))
    assert "kept with your votes" in (await world.edited(answer["chat"]))["text"]
    assert stored(world, "verdict, question, article") == [("answers", QUESTION, "article-0.md")]
    other = await asked(world, "Which ships carried salt and opened the gate?", answer["chat"])
    assert "is kept with your vote" in str(await world.press_answer(world.api.press(other, text=NO)))
    assert stored(world, "verdict, question")[1] == ("does not", "Which ships carried salt and opened the gate?")


async def test_who_declines_has_nothing_kept(world: World) -> None:
    answer = await asked(world)
    world.api.press(answer, text=YES)
    question = await world.sent(answer["chat"], 2)
    await world.press_answer(world.api.press(question, text="No"))
    assert "counted without your questions" in (await world.edited(answer["chat"]))["text"]
    assert stored(world, "question") == [(None,)]


async def test_agreement_is_taken_back_with_all_questions(world: World) -> None:
    answer = await asked(world)
    chat = answer["chat"]
    assert "kept with your votes" in await said(world, "/feedback on", chat)
    await world.press_answer(world.api.press(answer, text=YES))
    assert stored(world, "question") == [(QUESTION,)]
    assert "counted without" in await said(world, "/feedback off", chat)
    assert stored(world, "question, article, article_language") == [(None, None, None)]


async def test_a_person_has_one_vote_an_answer_and_may_change_it_even_after_a_restart(world: World) -> None:
    answer = await asked(world)
    await world.press_answer(world.api.press(answer, text=YES))
    await world.press_answer(world.api.press(answer, text=NO))
    assert stored(world, "verdict") == [("does not",)]
    async with restarted(world) as again:
        await again.press_answer(again.api.press(answer, text=YES))
        assert stored(again, "verdict") == [("answers",)]


async def test_voting_by_command_in_reply_or_on_the_newest_answer(world: World) -> None:
    answer = await asked(world)
    chat = answer["chat"]
    await asked(world, "Which ships carried salt and opened the gate?", chat)
    assert "Thank you" in await said(world, "/feedback no", chat, reply_to=answer)
    assert "Thank you" in await said(world, "/feedback yes", chat)
    assert stored(world, "verdict") == [("does not",), ("answers",)]
    other = dict(world.api.private(world.api.user("Bob", language_code="en")))
    assert "Please reply to an answer" in await said(world, "/feedback yes", other)


async def test_in_a_group_a_vote_makes_no_noise_and_keeps_nobody_elses_question(world: World) -> None:
    group = world.api.group("Docks")
    asker, other = world.api.user("Ann", language_code="en"), world.api.user("Bob", language_code="en")
    private = dict(world.api.private(other))
    assert "kept with your votes" in await said(world, "/feedback on", private)
    world.api.say(f"/ask {QUESTION}", chat=group, user=asker)
    answer = await world.sent(group)
    by_other = world.api.press(answer, text=YES, user=other)
    assert "your question is not kept" in str(await world.press_answer(by_other))
    by_asker = world.api.press(answer, text=NO, user=asker)
    assert "send /feedback on to me in private" in str(await world.press_answer(by_asker))
    assert stored(world, "verdict, question") == [("answers", None), ("does not", None)]
    assert len(world.texts(group)) == 1


async def test_votes_on_expired_answers_become_nobodys_and_end_with_their_time(world: World) -> None:
    answer = await asked(world)
    await world.press_answer(world.api.press(answer, text=YES))
    assert stored(world, "token is null, person is null") == [(0, 0)]
    async with restarted(world, now=world.now + timedelta(days=31)) as later:
        await later.api.quiet()
        assert stored(later, "token is null, person is null") == [(1, 1)]
        async with restarted(later, now=later.now + timedelta(days=365)) as much_later:
            await much_later.api.quiet()
            assert stored(much_later) == []


async def test_an_administrator_sees_counts_and_the_worst_questions(world: World) -> None:
    root = administrator(world)
    assert await said(world, "/feedback", root) == "There are no votes yet."
    for verdict in (YES, NO, NO):
        answer = await asked(world)
        await said(world, "/feedback on", answer["chat"])
        await world.press_answer(world.api.press(answer, text=verdict))
    report = await said(world, "/feedback", root)
    assert "Votes on answers\nAll: answers it 1, does not 2" in report
    assert "Found: answers it 1, does not 2" in report
    assert "in English: answers it 1, does not 2" in report
    assert f"2 × {QUESTION}" in report


async def test_others_see_how_things_stand_for_them_and_no_report(world: World) -> None:
    answer = await asked(world)
    text = await said(world, "/feedback", answer["chat"])
    assert "Your votes are counted without your questions." in text
    assert "reply to an answer with /feedback yes" in text
    assert "administrators only" in await said(world, "/feedback export", answer["chat"])


async def test_the_export_is_two_files_of_judged_questions(offstage: World) -> None:
    world = offstage
    world.engine = world.collection = Newsroom(HARBOUR)
    await world.start()
    root = administrator(world)
    assert "No questions were kept yet" in await said(world, "/feedback export", root)
    for verdict in (YES, NO):
        answer = await asked(world)
        await said(world, "/feedback on", answer["chat"])
        await world.press_answer(world.api.press(answer, text=verdict))
    world.api.say("/feedback export", chat=root)
    first, second = [await world.api.wait_call("sendDocument", 10, count=count) for count in (1, 2)]
    assert {first.result["chat"]["id"], second.result["chat"]["id"]} == {ADMIN}
    judged, other = [json.loads(file_of(world, call)) for call in (first, second)]
    assert judged == {
        "id": "vote-1",
        "question": QUESTION,
        "language": "en",
        "kind": "same language",
        "relevant": ["article-0.md"],
        "votes": 2,
    }
    assert (other["question"], other["why"]) == (QUESTION, "the answer did not answer it")
    assert "Judged questions: 1" in first.result["caption"]


def file_of(world: World, call: Any) -> str:
    """Return the content of a sent file."""
    name = call.result["document"]["file_name"]
    assert name in {"questions.jsonl", "not-answered.jsonl"}
    content: bytes = world.api.files[call.result["document"]["file_id"]][1]
    return content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Gracias"), ("ru", "Спасибо"), ("pt", "Obrigado"), ("fr", "Merci")]
)
async def test_thanks_come_in_the_voters_language(world: World, language: str, words: str) -> None:
    chat = dict(world.api.private(world.api.user("Ann", language_code=language)))
    answer = await asked(world, chat=chat)
    data = [b["callback_data"] for row in answer["reply_markup"]["inline_keyboard"] for b in row]
    vote = next(one for one in data if one.startswith("y:"))
    assert str(await world.press_answer(world.api.press(answer, data=vote))).startswith(words)
