"""A single hit for an inline answer: two plain lines in the list, one message when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import Reading, hit_block, publisher_name, source_facts
from bot.chat.render_text import clip, plain_name
from bot.chat.screen import Screen

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Publishers
    from bot.model import Hit

# Our own: what a client shows of a result before it cuts, in UTF-16 units.
MAX_INLINE_TITLE = 120
MAX_DESCRIPTION = 200


def inline_title(hit: Hit, *, ui: Catalogue) -> str:
    """Return the publisher and what a reader must know to weigh the passage, as plain text."""
    article = hit.passage.article
    return clip(", ".join([publisher_name(article, ui), *source_facts(article, ui)]), MAX_INLINE_TITLE)


def inline_description(hit: Hit, *, ui: Catalogue) -> str:
    """Return the beginning of the best sentence, as plain text; a preview, not a quotation."""
    sentence = plain_name(hit.best_sentence.of(hit.passage.article.text), MAX_DESCRIPTION)
    return sentence or ui.text("open-article")


def inline_message(hit: Hit, *, ui: Catalogue, publishers: Publishers) -> Screen:
    """Render one hit as a message of its own, without number and buttons."""
    return Screen(hit_block(hit, "", Reading(ui, publishers)) or "")
