"""What `/privacy` and `/forget` say, as pure functions, from the configuration that is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_text import escape, lines, paragraphs
from bot.chat.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.chat.i18n import Catalogue
    from bot.config import Config

DRAFT_DAYS = 7
"""As bot.chat.drafts keeps articles that wait for an administrator."""

UPDATE_DAYS = 2
"""As bot.chat.inbox keeps the numbers of messages that were handled."""

TOLD_DAYS = 365
"""As bot.chat.watches.store keeps which passages were told."""

_NAMED = {
    "answers": "forgotten-answers",
    "settings": "forgotten-settings",
    "watches": "forgotten-watches",
    "corrections": "forgotten-corrections",
    "votes": "forgotten-votes",
    "drafts": "forgotten-drafts",
}


def privacy(ui: Catalogue, config: Config, *, group: bool, admin: bool) -> Screen:
    """Say what is stored about a person or a group, and for how long each."""
    answers, feedback = config.state.keep_answers_days, config.feedback.keep_days
    stored = [
        ui.text("privacy-answers", duration=_days(ui, answers)),
        ui.text("privacy-settings"),
        ui.text("privacy-watches", duration=_days(ui, TOLD_DAYS)),
        ui.text("privacy-corrections", duration=_days(ui, config.watches.corrections_days)),
        ui.text("privacy-votes", duration=_days(ui, feedback), linked=_days(ui, answers)),
        ui.text("privacy-questions", duration=_days(ui, feedback)),
        ui.text("privacy-updates", duration=_days(ui, UPDATE_DAYS)),
        ui.text("privacy-administrator", duration=_days(ui, DRAFT_DAYS)) if admin else "",
    ]
    head = ui.text("privacy-head-group" if group else "privacy-head")
    listed = "\n\n".join(one for one in stored if one)
    foot = lines(ui.text("privacy-log"), ui.text("privacy-forget-group" if group else "privacy-forget"))
    return Screen(escape(paragraphs(head, listed, foot)))


def forgotten(ui: Catalogue, gone: Mapping[str, int], *, group: bool) -> Screen:
    """Say that everything is erased, and how much of what it was."""
    named = [ui.text(key, count=gone[table]) for table, key in _NAMED.items() if gone.get(table)]
    rest = sum(count for table, count in gone.items() if table not in _NAMED)
    if rest:
        named.append(ui.text("forgotten-other", count=rest))
    head = ui.text("forgotten-group" if group else "forgotten")
    return Screen(escape(paragraphs(lines(head, *named) if named else head, ui.text("forgotten-messages"))))


def administrators_only(ui: Catalogue) -> Screen:
    """Say that only a group's administrators may erase what is stored about it."""
    return Screen(escape(ui.text("forget-administrators-only")))


def _days(ui: Catalogue, days: int) -> str:
    return ui.text("privacy-days", count=days)
