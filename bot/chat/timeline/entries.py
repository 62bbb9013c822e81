"""What timelines and sides show of one article: its publisher, its best sentence to the letter, its link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.render_head import publishers_line
from bot.chat.render_hit import publication_date, publisher_line, publisher_name, quoted_block, source_facts
from bot.chat.render_quote import Stretch, quote
from bot.chat.render_text import escape, lines, link, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Reading
    from bot.chat.render_quote import Quotation
    from bot.model import Article, Hit
    from bot.search.independence import Independent

SHORT = 160
"""UTF-16 units of a quotation that a phone shows in three or four lines; longer ones are collapsed."""

PLACE = "\x00"
"""Stands in a sentence where markup goes: Fluent takes no long values, and markup must not be escaped."""

MAX_NAMED = 5  # publishers that are named beside the quoted one; the rest is counted


@dataclass(frozen=True, slots=True)
class Layout:
    """How an article is shown: blocks of its own or inside one, and how long its quotation may be, in UTF-16 units."""

    quotation: int
    inside_block: bool = False


def entry(hit: Hit, reading: Reading, layout: Layout, *, dated: bool) -> str:
    """Return who published an article, with its date where `dated`, its link, and its best sentence.

    Raises VerbatimError where the quotation would not be the article's own words.
    """
    article, ui = hit.passage.article, reading.ui
    stretch = Stretch(article, hit.best_sentence, (hit.best_sentence,), hit.best_sentence)
    quotation = quote(stretch, layout.quotation, may_cut_core=True)
    return lines(_source(article, reading, dated=dated), _quoted(quotation, ui, layout) if quotation else "")


def named(hits: Sequence[Hit], reading: Reading, most: int = MAX_NAMED) -> str:
    """Return the publishers of some articles in one line of markup, each a link to its article."""
    ui = reading.ui
    shown = [_name(hit.passage.article, reading) for hit in hits[:most]]
    rest = len(hits) - len(shown)
    return ", ".join([*shown, escape(ui.text("also-more", count=rest))] if rest else shown)


def copies(hit: Hit, reading: Reading) -> str:
    """Return who else published the same text, as markup; empty where nobody did."""
    if not hit.also:
        return ""
    ui = reading.ui
    shown = [
        ui.text(
            "also-entry",
            publisher=publisher_name(copy, ui, reading.publishers(copy.publisher)),
            date=publication_date(copy, ui),
        )
        for copy in hit.also[:MAX_NAMED]
    ]
    if len(hit.also) > MAX_NAMED:
        shown.append(ui.text("also-more", count=len(hit.also) - MAX_NAMED))
    return escape(ui.text("also", list=", ".join(shown)))


def filled(sentence: str, markup: str) -> str:
    """Return a plain sentence as markup, with `markup` where PLACE stands in it."""
    return escape(sentence).replace(PLACE, markup)


def counts(articles: int, publishers: Independent, ui: Catalogue) -> str:
    """Return how many articles of how many publishers there are, as plain text."""
    return f"{ui.text('timeline-articles', count=articles)}, {publishers_line(publishers, ui)}"


def _source(article: Article, reading: Reading, *, dated: bool) -> str:
    ui = reading.ui
    facts = source_facts(article, ui)[0 if dated else 1 :]  # the date comes first
    address = link(article.url, ui.text("open-article"))
    return ", ".join([publisher_line(article, reading), *map(escape, facts), *([address] if address else [])])


def _quoted(quotation: Quotation, ui: Catalogue, layout: Layout) -> str:
    marks = (escape(ui.text("shortened-before")), escape(ui.text("shortened-after")))
    if not layout.inside_block:
        expandable = units(quotation.html) > SHORT
        return quoted_block(quotation, ui, expandable=expandable, marks=marks)
    after = f" {marks[1]}" if quotation.cut_after else ""
    return f"{escape(ui.text('quote-open'))}<i>{quotation.html}</i>{escape(ui.text('quote-close'))}{after}"


def _name(article: Article, reading: Reading) -> str:
    name = publisher_name(article, reading.ui, reading.publishers(article.publisher))
    return link(article.url, name) or escape(name)
