"""Publishers as messages: the list of them, and what is known of one. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import OWNERSHIP
from bot.chat.render_text import escape, lines, link, paragraphs, plain_name
from bot.chat.screen import Button, Screen
from bot.chat.timeline.layout import rows
from bot.feeds.lookup import short_id
from bot.model import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.feeds.lookup import Filed
    from bot.model import Article, Source
    from bot.search.sources import Named

PER_PAGE = 20
"""Publishers on one page: as many lines as fit two screens of a phone."""

NEWEST = 10
"""Articles that are named of one publisher."""

_MAX_TITLE = 120
_MAX_WORDS = 600  # UTF-16 units of a note or of where something is known from


def listed(ui: Catalogue, sources: Sequence[Source], number: int, *, group: bool) -> Screen | None:
    """Return a page (from 0) of the publishers that have articles; None where there is no such page."""
    held = [source for source in sources if source.articles]
    pages = max(1, -(-len(held) // PER_PAGE))
    if not 0 <= number < pages:
        return None
    shown = held[number * PER_PAGE : (number + 1) * PER_PAGE]
    entries = escape(
        "\n".join(ui.text("sources-entry", publisher=_name(ui, one), counts=_counts(ui, one)) for one in shown)
    )
    if group and entries:
        entries = f"<blockquote expandable>{entries}</blockquote>"
    head = ui.text("sources", count=sum(bool(one.publisher.name) for one in held))
    foot = lines(_page(ui, number, pages), ui.text("sources-how"))
    return Screen(paragraphs(f"<b>{escape(head)}</b>", entries, escape(foot)), _turning(ui, number, pages))


def source(ui: Catalogue, named: Named, one: Source, newest: Sequence[Article], *, ids: bool) -> Screen:
    """Return what is known of one publisher, with its newest articles; with their short `ids` for administrators."""
    similar = named.others
    also = ui.text("source-similar", list=_names(ui, similar)) if similar else ""
    return Screen(
        paragraphs(
            lines(f"<b>{escape(_name(ui, one))}</b>", escape(_background(ui, one))),
            escape(_here(ui, one)),
            _newest(ui, newest, ids=ids),
            escape(also),
        )
    )


def missing(ui: Catalogue, example: str) -> Screen:
    """Ask for the name that did not come with the command."""
    return Screen(escape(ui.text("source-missing", name=plain_name(example))))


def unclear(ui: Catalogue, named: Named) -> Screen:
    """Ask which of several publishers is meant, or say that nobody has such a name."""
    if not named.others:
        return Screen(escape(ui.text("source-unknown-at-all")))
    names = _names(ui, named.others)
    if named.alike:
        return Screen(escape(ui.text("source-unknown", list=names)))
    return Screen(escape(ui.text("source-several", list=names)))


def several_files(ui: Catalogue, files: Sequence[Filed]) -> Screen:
    """Say which files a name fits, each with the short form that fits no other."""
    said = [ui.text("article-entry", id=one.short, file=plain_name(one.id, _MAX_TITLE)) for one in files]
    return Screen(escape(lines(ui.text("article-several"), *said)))


def with_short_form(ui: Catalogue, shown: Screen, short: str) -> Screen:
    """Return an article's screen with the short form that shows it again."""
    return Screen(paragraphs(shown.html, escape(ui.text("article-short", id=short))), shown.buttons)


def _name(ui: Catalogue, one: Source) -> str:
    return plain_name(one.publisher.name) or ui.text("publisher-unknown")


def _names(ui: Catalogue, several: Sequence[Source]) -> str:
    return ", ".join(_name(ui, one) for one in several)


def _counts(ui: Catalogue, one: Source) -> str:
    """Return the number of articles and their first and last dates."""
    said = [ui.text("timeline-articles", count=one.articles)]
    if one.first is not None:
        said.append(ui.period(Period(one.first, one.last)))
    else:
        said.append(ui.text("head-dates-unknown"))
    if one.undated and one.first is not None:
        said.append(ui.text("head-undated", count=one.undated))
    return ", ".join(said)


def _page(ui: Catalogue, number: int, pages: int) -> str:
    if pages == 1:
        return ""
    if number == pages - 1:
        return ui.text("sources-page-last", page=number + 1, total=pages)
    return ui.text("sources-page", page=number + 1, total=pages, next=number + 2)


def _turning(ui: Catalogue, number: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    buttons = []
    if number > 0:
        buttons.append(Button(ui.text("button-page-earlier"), f"ts:{number - 1}"))
    if number < pages - 1:
        buttons.append(Button(ui.text("button-page-later"), f"ts:{number + 1}"))
    return rows(buttons)


def _background(ui: Catalogue, one: Source) -> str:
    """Return owner, country, where that is known from, and languages: what is not known is said to be unknown."""
    known = one.publisher
    kind = ui.text(OWNERSHIP.get(known.ownership, "ownership-unknown"))
    name = plain_name(known.owner)
    owner = f"{name}, {kind}" if name and name != plain_name(known.name) else kind
    country = plain_name(ui.country_name(known.country)) if known.country else ""
    languages = ui.enumerate([plain_name(ui.language_name(code)) for code in known.languages])
    evidence = plain_name(known.evidence, _MAX_WORDS)
    notes = plain_name(known.notes, _MAX_WORDS)
    return lines(
        ui.text("source-owner", owner=owner),
        ui.text("source-country", country=country) if country else ui.text("source-country-unknown"),
        ui.text("source-evidence", evidence=evidence) if evidence else ui.text("source-evidence-none"),
        ui.text("source-notes", notes=notes) if notes else "",
        ui.text("source-languages", languages=languages) if languages else "",
        plain_name(known.domain),
    )


def _here(ui: Catalogue, one: Source) -> str:
    if not one.articles:
        return ui.text("source-here-none")
    by_language = [
        ui.text("source-here-language", language=plain_name(ui.language_name(code)), count=count)
        for code, count in one.languages.items()
    ]
    return lines(
        ui.text("source-here", counts=_counts(ui, one)),
        ui.text("source-here-languages", list=", ".join(by_language)),
    )


def _newest(ui: Catalogue, newest: Sequence[Article], *, ids: bool) -> str:
    if not newest:
        return ""
    return lines(escape(ui.text("source-newest")), *(_article(ui, one, with_id=ids) for one in newest))


def _article(ui: Catalogue, article: Article, *, with_id: bool) -> str:
    title = plain_name(article.title, _MAX_TITLE)
    day = ui.day(article.published) if article.published else ui.text("date-unknown")
    short = f" ({short_id(article.id)})" if with_id else ""
    return f"{escape(day)}: {link(article.url, title) or escape(title)}{short}"
