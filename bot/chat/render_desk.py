"""What administrators see of articles: what was understood of one, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_text import clip, escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.drafts import Draft
    from bot.chat.i18n import Catalogue
    from bot.ingest.raw import RawArticle

# Our own: characters of the first lines, of a title, of a reason; and how many titles of a list are named.
OPENING = 500
MAX_TITLE = 300
MAX_TITLES = 5
MAX_REASON = 300
REINDEX = "w:reindex"


def draft(ui: Catalogue, token: str, waiting: Draft) -> Screen:
    """Show what was understood of one article or of a container, with what can be done about it."""
    if len(waiting.articles) != 1:
        said = lines(
            ui.text("draft-many", count=len(waiting.articles)),
            ui.text("draft-skipped", count=waiting.skipped) if waiting.skipped else "",
            *_titles(ui, [one.title or "" for one in waiting.articles]),
        )
        row = _row(ui, token, ("draft-button-add-all", "add"), ("draft-button-cancel", "cancel"))
        return Screen(escape(said), (row,))
    said = paragraphs(
        facts(ui, waiting.articles[0], waiting.passages),
        lines(ui.text("draft-copies"), *_titles(ui, waiting.copies)) if waiting.copies else "",
        _opening(waiting.articles[0]),
    )
    rows = (
        _row(ui, token, ("draft-button-add", "add"), ("draft-button-cancel", "cancel")),
        _row(ui, token, ("draft-button-date", "date"), ("draft-button-publisher", "publisher")),
    )
    return Screen(escape(said), rows)


def article(ui: Catalogue, article_id: str, one: RawArticle, passages: int) -> Screen:
    """Show one article of the corpus."""
    name = ui.text("draft-file", file=plain_name(article_id, MAX_TITLE))
    return Screen(escape(paragraphs(lines(name, facts(ui, one, passages)), _opening(one))))


def removal(ui: Catalogue, token: str, shown: Screen) -> Screen:
    """Ask whether the article that is shown is really to be taken out."""
    row = _row(ui, token, ("draft-button-remove", "remove"), ("draft-button-keep", "keep"))
    return Screen(f"{shown.html}\n\n{escape(ui.text('draft-remove-sure'))}", (row,))


def removed(ui: Catalogue, token: str, article_id: str) -> Screen:
    """Say that an article was taken out, with the way back."""
    said = ui.text("draft-removed", file=plain_name(article_id, MAX_TITLE))
    return Screen(escape(said), ((*_row(ui, token, ("draft-button-undo", "undo")), _reindex(ui)),))


def added(ui: Catalogue, *, new: int, changed: int, same: int, files: tuple[str, ...]) -> Screen:
    """Say what became of articles that were added."""
    named = ui.text("draft-file", file=plain_name(files[0], MAX_TITLE)) if len(files) == 1 else ""
    said = lines(ui.text("draft-added", new=new, changed=changed, same=same), named, ui.text("draft-reindex"))
    return Screen(escape(said), ((_reindex(ui),),))


def prompt(ui: Catalogue, token: str, asking: str) -> Screen:
    """Ask for a date or a publisher."""
    key = "draft-ask-date" if asking == "date" else "draft-ask-publisher"
    return Screen(escape(ui.text(key)), (_row(ui, token, ("draft-button-keep", "leave")),))


def sentence(ui: Catalogue, key: str) -> Screen:
    """Say one of the sentences about articles that have no variables."""
    return Screen(escape(ui.text(key)))


def unreadable(ui: Catalogue, reason: str) -> Screen:
    """Say why something could not be read, found or moved."""
    return Screen(escape(ui.text("draft-unreadable", reason=plain_name(reason, MAX_REASON))))


def facts(ui: Catalogue, one: RawArticle, passages: int) -> str:
    """Return what is known of an article, as plain text."""
    day, publisher = ui.text("draft-date-unknown"), plain_name(one.publisher_name)
    if one.date is not None:
        day = ui.text("draft-date", date=ui.day(one.date), found=plain_name(one.date_found_in) or "?")
    return lines(
        plain_name(one.title, MAX_TITLE),
        ui.text("draft-publisher", publisher=publisher) if publisher else ui.text("publisher-unknown"),
        day,
        ui.text("draft-agency", agency=plain_name(one.agency)) if one.agency else "",
        ui.text("draft-size", language=plain_name(ui.language_name(one.language or "und")), passages=passages),
    )


def _titles(ui: Catalogue, titles: Sequence[str]) -> list[str]:
    """Return the first titles as lines of a list, and how many more there are."""
    rest = len(titles) - MAX_TITLES
    named = [f"• {plain_name(title, MAX_TITLE)}" for title in titles[:MAX_TITLES]]
    return [*named, ui.text("build-skipped-more", count=rest)] if rest > 0 else named


def _opening(one: RawArticle) -> str:
    return clip("\n".join(plain_name(line, OPENING) for line in one.text.split("\n\n")[:5]), OPENING)


def _row(ui: Catalogue, token: str, *buttons: tuple[str, str]) -> tuple[Button, ...]:
    """Return buttons given as message and action."""
    return tuple(Button(ui.text(key), f"w:{token}:{action}") for key, action in buttons)


def _reindex(ui: Catalogue) -> Button:
    return Button(ui.text("draft-button-reindex"), REINDEX)
