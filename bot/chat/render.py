"""Everything that readers see, as pure functions: data in, a Screen out. No Telegram, no clock, no files but messages.

This module is the door: handlers import it; each concern lives in a `render_*` module of its own. Foreign text is
always escaped, quotations are checked against their article (VerbatimError), and every Screen fits one message.
"""

from bot.chat.render_admin import build_busy, build_failed, build_finished, build_progress, build_started, status
from bot.chat.render_answer import answer
from bot.chat.render_context import context
from bot.chat.render_inline import inline_description, inline_message, inline_title
from bot.chat.render_pages import about, help_, start
from bot.chat.render_sentences import (
    failure,
    invitation,
    no_snapshot,
    not_administrator,
    question_empty,
    question_too_long,
    too_many_questions,
)

__all__ = [
    "about",
    "answer",
    "build_busy",
    "build_failed",
    "build_finished",
    "build_progress",
    "build_started",
    "context",
    "failure",
    "help_",
    "inline_description",
    "inline_message",
    "inline_title",
    "invitation",
    "no_snapshot",
    "not_administrator",
    "question_empty",
    "question_too_long",
    "start",
    "status",
    "too_many_questions",
]
