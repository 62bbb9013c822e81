"""A passage with the text around it, as one quotation of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import Reading, quoted_block, source_line
from bot.chat.render_quote import Stretch, mark_cuts, quote
from bot.chat.render_text import MAX_UNITS, escape, lines, link, plain_name, units, visible
from bot.chat.screen import Screen
from bot.errors import VerbatimError
from bot.model import Span

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.model import Article, Passage

# Our own: a title longer than this many code points is clipped; it is a label here, not a quotation.
MAX_TITLE = 200


def context(
    passage: Passage, before: Passage | None, after: Passage | None, *, ui: Catalogue, publishers: Publishers
) -> Screen:
    """Render a passage in bold between its neighbours, as one stretch of the article.

    Where a message does not hold it all, whole sentences around the passage are shown and the cut is marked.
    Raises VerbatimError where the passages are not of one article or out of order.
    """
    article = passage.article
    stretch = _stretch(passage, before, after)
    head = lines(escape(plain_name(article.title, MAX_TITLE)), source_line(article, Reading(ui, publishers)))
    foot = link(article.url, ui.text("open-article"))
    marks = escape(ui.text("article-before")), escape(ui.text("article-after"))
    room = MAX_UNITS - units(visible(lines(head, *marks, foot))) - 2
    quotation = quote(stretch, room, may_cut_core=True)
    if quotation is None:
        msg = f"{article.id}: no room for a quotation beside its title and publisher"
        raise VerbatimError(msg)
    marked = mark_cuts(quotation, _written(article))
    return Screen(lines(head, quoted_block(marked, ui, expandable=False, marks=marks), foot))


def _stretch(passage: Passage, before: Passage | None, after: Passage | None) -> Stretch:
    first, last = before or passage, after or passage
    if not (first.article == passage.article == last.article and first.span.start <= passage.span.start):
        msg = f"{passage.article.id}: the passages around position {passage.position} are not of this article"
        raise VerbatimError(msg)
    sentences = [s for part in (before, passage, after) if part for s in part.sentences]
    ordered = tuple(sorted(set(sentences), key=lambda s: (s.start, s.end)))
    whole = Span(first.span.start, max(last.span.end, passage.span.end))
    return Stretch(passage.article, whole, ordered, passage.span)


def _written(article: Article) -> Span:
    """Return the article's text without the white space around it."""
    text = article.text
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))
