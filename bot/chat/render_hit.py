"""One passage as a reader sees it: where it comes from, the quotation, its near-copies, the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.render_quote import Stretch, quote
from bot.chat.render_text import MAX_UNITS, escape, lines, link, plain_name, units, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.chat.render_quote import Quotation
    from bot.model import Article, Hit, Publisher

Publishers = Callable[[str | None], "Publisher | None"]

# Near-copies named in full; the rest is counted.
MAX_ALSO = 4

OWNERSHIP = {
    "state": "ownership-state",
    "public": "ownership-public",
    "private": "ownership-private",
    "nonprofit": "ownership-nonprofit",
    "party": "ownership-party",
    "unknown": "ownership-unknown",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Whom a hit is rendered for, and how its quotation is set apart: a block of its own, or inside one."""

    ui: Catalogue
    publishers: Publishers
    inside_block: bool = False


def hit_block(hit: Hit, label: str, reading: Reading, *, limit: int = MAX_UNITS, may_cut: bool = True) -> str | None:
    """Render a hit within `limit` UTF-16 units of visible text, after `label` ("1. ").

    None where its best sentence does not fit and may not be cut. Raises VerbatimError, see `quote`.
    """
    ui, article = reading.ui, hit.passage.article
    head = label + source_line(article, reading, other_side=hit.other_side)
    foot = lines(_also(hit.also, reading), link(article.url, ui.text("open-article")))
    around = units(visible(lines(head, *_cut_marks(ui), _set_apart("", reading), foot))) + 1
    stretch = Stretch(article, hit.passage.span, hit.passage.sentences, hit.best_sentence)
    quotation = quote(stretch, max(1, limit - around), may_cut_core=may_cut)
    return lines(head, _quoted(quotation, reading), foot) if quotation else None


def source_line(article: Article, reading: Reading, *, other_side: bool = False) -> str:
    """Return who published the article and when, and everything that a reader must know to weigh it."""
    return ", ".join(
        [publisher_line(article, reading), *map(escape, source_facts(article, reading.ui, other_side=other_side))]
    )


def publisher_line(article: Article, reading: Reading) -> str:
    """Return who published the article, with owner and country, as markup."""
    publisher = reading.publishers(article.publisher)
    name = f"<b>{escape(publisher_name(article, reading.ui, publisher))}</b>"
    if not plain_name(article.publisher):
        return name
    return f"{name} ({escape(_background(publisher, reading.ui))})"


def source_facts(article: Article, ui: Catalogue, *, other_side: bool = False) -> list[str]:
    """Return what follows the publisher, as plain text: date, digest, language, agency, side."""
    facts = [publication_date(article, ui)]
    if article.is_digest:
        facts.append(ui.text("hit-digest"))
    if article.language != ui.language:
        facts.append(ui.text("hit-language", language=plain_name(ui.language_name(article.language))))
    if agency := plain_name(article.agency):
        facts.append(ui.text("hit-agency", agency=agency))
    if other_side:
        facts.append(ui.text("hit-other-side"))
    return facts


def publication_date(article: Article, ui: Catalogue) -> str:
    """Return the publication date, or that it is not known."""
    return ui.day(article.published) if article.published else ui.text("date-unknown")


def publisher_name(article: Article, ui: Catalogue, publisher: Publisher | None = None) -> str:
    """Return the publisher's name as plain text, as the table of publishers writes it where it knows it."""
    name = plain_name(publisher.name) if publisher else ""
    return name or plain_name(article.publisher) or ui.text("publisher-unknown")


def quoted_block(quotation: Quotation, ui: Catalogue, *, expandable: bool, marks: tuple[str, str] | None = None) -> str:
    """Return the quotation as a block, with our own words before and after it where the text goes on."""
    before, after = marks or _cut_marks(ui)
    tag = "blockquote expandable" if expandable else "blockquote"
    return lines(
        before if quotation.cut_before else "",
        f"<{tag}>{quotation.html}</blockquote>",
        after if quotation.cut_after else "",
    )


def _background(publisher: Publisher | None, ui: Catalogue) -> str:
    """Return ownership and country. Ownership that is not known is always said: silence would pass for neutral."""
    ownership = ui.text(OWNERSHIP.get(publisher.ownership if publisher else "unknown", "ownership-unknown"))
    country = plain_name(ui.country_name(publisher.country)) if publisher and publisher.country else ""
    return f"{ownership}, {country}" if country else ownership


def _also(copies: Sequence[Article], reading: Reading) -> str:
    if not copies:
        return ""
    ui = reading.ui
    named = [_also_entry(copy, reading) for copy in copies[:MAX_ALSO]]
    if len(copies) > MAX_ALSO:
        named.append(ui.text("also-more", count=len(copies) - MAX_ALSO))
    return escape(ui.text("also", list=", ".join(named)))


def _also_entry(article: Article, reading: Reading) -> str:
    ui = reading.ui
    name = publisher_name(article, ui, reading.publishers(article.publisher))
    return ui.text("also-entry", publisher=name, date=publication_date(article, ui))


def _cut_marks(ui: Catalogue) -> tuple[str, str]:
    return escape(ui.text("shortened-before")), escape(ui.text("shortened-after"))


def _quoted(quotation: Quotation, reading: Reading) -> str:
    if not reading.inside_block:
        return quoted_block(quotation, reading.ui, expandable=True)
    before, after = _cut_marks(reading.ui)
    return lines(
        before if quotation.cut_before else "",
        _set_apart(quotation.html, reading),
        after if quotation.cut_after else "",
    )


def _set_apart(markup: str, reading: Reading) -> str:
    """Put a quotation between quotation marks, in italics: a block can't stand inside a block."""
    if not reading.inside_block:
        return markup
    ui = reading.ui
    return f"{escape(ui.text('quote-open'))}<i>{markup}</i>{escape(ui.text('quote-close'))}"
