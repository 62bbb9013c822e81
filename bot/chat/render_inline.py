"""A single hit for an inline answer: a headline with a few plain lines in the list, one message when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import Reading, hit_block, publisher_name, source_facts
from bot.chat.render_text import clip, lines, plain_name, units
from bot.chat.screen import Screen

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.model import Hit

# Our own: what a client shows of a result before it cuts, in UTF-16 units.
MAX_INLINE_TITLE = 120
MAX_DESCRIPTION = 200
MAX_SOURCE = 120  # of the description; the rest is left for the snippet


def inline_title(hit: Hit, *, ui: Catalogue) -> str:
    """Return the article's title as plain text; who published it where it has none."""
    article = hit.passage.article
    return plain_name(article.title, MAX_INLINE_TITLE) or clip(publisher_name(article, ui), MAX_INLINE_TITLE)


def inline_description(hit: Hit, *, ui: Catalogue) -> str:
    """Return, as plain text, publisher, date and what else weighs a passage, and below the best sentence's beginning.

    A preview, not a quotation.
    """
    article = hit.passage.article
    source = clip(", ".join([publisher_name(article, ui), *source_facts(article, ui)]), MAX_SOURCE)
    snippet = plain_name(hit.best_sentence.of(article.text), MAX_DESCRIPTION - units(source) - 1)
    return lines(source, snippet or ui.text("open-article"))


def inline_message(hit: Hit, *, ui: Catalogue, publishers: Publishers) -> Screen:
    """Render one hit as a message of its own, without number and buttons."""
    return Screen(hit_block(hit, "", Reading(ui, publishers)) or "")
