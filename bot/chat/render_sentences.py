"""The short things that the bot says: one friendly sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_text import escape
from bot.chat.screen import Screen
from bot.model import Intent

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue

_INVITATIONS = {
    Intent.SMALL_TALK: "small-talk",
    Intent.INSTRUCTION: "instruction",
    Intent.GIBBERISH: "gibberish",
    Intent.QUESTION: "gibberish",
}


def invitation(ui: Catalogue, intent: Intent) -> Screen:
    """Say what the bot is for, to a message that is no question for the collection, with an example."""
    return Screen(f"{escape(ui.text(_INVITATIONS[intent]))}\n<i>{escape(ui.text('example-question'))}</i>")


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


def _said(sentence: str) -> Screen:
    return Screen(escape(sentence))
