"""Reading messages without Telegram around."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from bot.chat.addressed import Me, is_addressed, looked_up, question_of, question_of_command

ME = Me(7, "strict_test_bot")
MENTION = "@strict_test_bot"


def message(text: str, *, private: bool = False, **fields: Any) -> Message:
    """Return a message as Telegram would send it."""
    chat = {"id": 1, "type": "private"} if private else {"id": -1, "type": "supergroup", "title": "G"}
    made = Message.de_json({"message_id": 1, "date": 1, "chat": chat, "text": text, **fields}, None)
    assert made is not None
    return made


def units(text: str) -> int:
    """Return a text's length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


@given(st.text(), st.text())
def test_a_mention_is_cut_out_wherever_it_stands(before: str, after: str) -> None:
    """Whatever characters surround it, nothing else is lost but white space and separators at the edges."""
    entity = {"type": "mention", "offset": units(before), "length": units(MENTION)}
    read = question_of(message(before + MENTION + after, entities=[entity]), ME)
    assert read == (before + after).strip(" \t\r\n,:;—–-")


def test_somebody_else_mentioned_is_no_address() -> None:
    """Neither another bot nor a person of a similar name."""
    entities = [{"type": "mention", "offset": 0, "length": 17}]
    assert not is_addressed(message("@strict_test_bot2 hello", entities=entities), ME)


def test_a_person_without_username_is_mentioned_by_id() -> None:
    user = {"id": 7, "is_bot": True, "first_name": "Bot"}
    said = message("Bot what now", entities=[{"type": "text_mention", "offset": 0, "length": 3, "user": user}])
    assert is_addressed(said, ME)
    assert question_of(said, ME) == "what now"


def test_the_message_that_opens_a_topic_is_nothing_to_look_up() -> None:
    """Telegram marks everything in a topic as a reply to it; the bot itself may have opened the topic."""
    opening = {
        "message_id": 2,
        "date": 1,
        "chat": {"id": -1, "type": "supergroup", "title": "G"},
        "from": {"id": 7, "is_bot": True, "first_name": "Bot"},
        "forum_topic_created": {"name": "T", "icon_color": 7322096},
    }
    assert not is_addressed(message("hello", reply_to_message=opening), ME)
    assert looked_up(message("/ask", reply_to_message=opening), ME) == ""


def test_lines_after_a_command_are_part_of_the_question() -> None:
    assert question_of_command(message("/ask@strict_test_bot first\nsecond"), ME) == "first\nsecond"
