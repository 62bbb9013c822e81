"""The pages about the bot itself: start, help, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_head import coverage_line, languages_by_count
from bot.chat.render_text import escape, lines, paragraphs, plain_name
from bot.chat.screen import Screen

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.i18n import Catalogue
    from bot.model import Coverage


def start(ui: Catalogue, coverage: Coverage | None) -> Screen:
    """Greet with what the bot does, what it holds (unless nothing yet) and one example."""
    held = coverage_line(ui, coverage) if coverage else ui.text("no-snapshot")
    example = f"<i>{escape(ui.text('example-question'))}</i>"
    return Screen(
        paragraphs(
            escape(ui.text("start")), escape(held), ui.text("example", question=example), escape(ui.text("start-next"))
        )
    )


def help_(ui: Catalogue, *, username: str, admin: bool, group: bool = False) -> Screen:
    """Explain how to ask, and name the commands by purpose; in a group only what is needed there.

    `username` is the bot's own, without @; `admin` adds the commands of the bot's administrators.
    """
    said = _help_in_group(ui, username) if group else _help_in_private(ui, username, admin=admin)
    return Screen(escape(said))


def _help_in_group(ui: Catalogue, username: str) -> str:
    asking = ui.text("help-in-group", username=username)
    return lines(asking, *(ui.text(f"help-in-group-{part}") for part in ("read", "words", "rest")))


def _help_in_private(ui: Catalogue, username: str, *, admin: bool) -> str:
    def block(*parts: str) -> str:
        return lines(*(ui.text(f"help-{part}") for part in parts))

    return paragraphs(
        block("ask", "dates"),
        block("read", "digest", "nothing"),
        block("answer", "more", "context", "nearest", "only", "notify", "feedback"),
        block("overview", "timeline", "compare", "sources"),
        block("later", "watch", "settings", "privacy", "about"),
        lines(ui.text("help-group"), ui.text("help-inline", username=username)),
        block("admin", "status", "reindex", "article", "adding") if admin else "",
    )


def about(ui: Catalogue, coverage: Coverage, now: datetime) -> Screen:
    """Say what the bot does and does not do, what the collection holds and how old it is."""
    counts = ui.text("about-counts", passages=coverage.passages, publishers=sum(map(bool, coverage.publishers)))
    said = [
        ui.text("about"),
        lines(ui.text("about-digests"), ui.text("about-ownership")),
        lines(coverage_line(ui, coverage), counts, *_languages(ui, coverage)),
        built_line(ui, coverage, now),
    ]
    return Screen(escape(paragraphs(*said)))


def built_line(ui: Catalogue, coverage: Coverage, now: datetime) -> str:
    """Return when the collection was last read, as plain text."""
    ago = ui.ago((now - coverage.built).total_seconds())
    return ui.text("about-built", moment=ui.moment(coverage.built), ago=ago)


def _languages(ui: Catalogue, coverage: Coverage) -> list[str]:
    """Return the number of articles in each language, most first."""
    counts = languages_by_count(coverage)
    return [ui.text("about-language", language=plain_name(ui.language_name(code)), count=n) for code, n in counts]
