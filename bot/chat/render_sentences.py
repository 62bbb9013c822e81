"""The short things that the bot says: one friendly sentence each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.chat.i18n import catalogue
from bot.chat.render_text import escape
from bot.chat.screen import Screen
from bot.model import Intent
from bot.search.intent.spoken import spoken_language

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue
    from bot.model import Coverage

_SOME_DAY = date(2019, 5, 1)  # in examples, where the collection has no dates
_INVITATIONS = {
    Intent.SMALL_TALK: "small-talk",
    Intent.INSTRUCTION: "instruction",
    Intent.GIBBERISH: "gibberish",
    Intent.QUESTION: "gibberish",
}


def invitation(ui: Catalogue, intent: Intent, message: str = "") -> Screen:
    """Say what the bot is for, with an example, to a message that is no question, in the message's own language."""
    has_words = message and intent is not Intent.GIBBERISH
    said = catalogue(spoken_language(message, ui.language)) if has_words else ui
    return Screen(f"{escape(said.text(_INVITATIONS[intent]))}\n<i>{escape(said.text('example-question'))}</i>")


def question_empty(ui: Catalogue) -> Screen:
    """Ask for the question that did not come with the command."""
    return _said(ui.text("question-empty", question=ui.text("example-question")))


def question_too_long(ui: Catalogue, limit: int) -> Screen:
    """Refuse a question of more than `limit` characters."""
    return _said(ui.text("question-too-long", limit=limit))


def failure(ui: Catalogue) -> Screen:
    """Say that something went wrong with us, not with the question."""
    return _said(ui.text("failure"))


def too_many_questions(ui: Catalogue) -> Screen:
    """Ask for a moment's patience."""
    return _said(ui.text("too-many-questions"))


def not_administrator(ui: Catalogue) -> Screen:
    """Say that a command is for administrators."""
    return _said(ui.text("not-administrator"))


def no_snapshot(ui: Catalogue) -> Screen:
    """Say that there is nothing to answer from yet."""
    return _said(ui.text("no-snapshot"))


def introduction(ui: Catalogue) -> Screen:
    """Say to a group what the bot is there for."""
    return _said(ui.text("introduction"))


def other_chats_only(ui: Catalogue) -> Screen:
    """Say goodbye to a chat that is not on the bot's list."""
    return _said(ui.text("other-chats-only"))


def other_people_only(ui: Catalogue) -> Screen:
    """Say to a person that their chat is not on the bot's list."""
    return _said(ui.text("other-people-only"))


def how_to_narrow(ui: Catalogue, coverage: Coverage | None) -> Screen:
    """Say how an answer is narrowed by words, with a day that the collection holds."""
    day = (coverage.last if coverage else None) or _SOME_DAY
    return _said(ui.text("narrow-how", day=ui.day(day)))


def how_to_go_on(ui: Catalogue) -> Screen:
    """Say how the commands for more of an answer are used."""
    return _said(ui.text("more-how"))


def no_more(ui: Catalogue) -> Screen:
    """Say that the answer has nothing more to show."""
    return _said(ui.text("no-more"))


def sentence(said: str) -> Screen:
    """Say a sentence that is in the reader's language already."""
    return _said(said)


def _said(sentence: str) -> Screen:
    return Screen(escape(sentence))
