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
    how_to_go_on,
    how_to_narrow,
    introduction,
    invitation,
    no_more,
    no_snapshot,
    not_administrator,
    other_chats_only,
    other_people_only,
    question_empty,
    question_too_long,
    sentence,
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
    "how_to_go_on",
    "how_to_narrow",
    "inline_description",
    "inline_message",
    "inline_title",
    "introduction",
    "invitation",
    "no_more",
    "no_snapshot",
    "not_administrator",
    "other_chats_only",
    "other_people_only",
    "question_empty",
    "question_too_long",
    "sentence",
    "start",
    "status",
    "too_many_questions",
]
