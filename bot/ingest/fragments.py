"""Pieces of HTML (a feed's entry, a table's cell) and plain strings into an article's paragraphs.

Unlike a whole page, a piece is the article already: nothing is chosen, only its markup and boilerplate go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.blocks import paragraphs_of
from bot.ingest.boilerplate import drop_boilerplate
from bot.ingest.decode import clean
from bot.ingest.dom import one_line, parse_page, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_TAGS = 300_000
"""Tags of one page or piece: more cost hundreds of megabytes as a tree. Real pages have up to 30,000."""

_MARKUP = re.compile(
    r"<\s*/?\s*(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|table|figure)\b[^>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,31}|#\d{2,7}|#x[\da-f]{2,6});", re.IGNORECASE)
_NOT_TEXT = [
    "script",
    "style",
    "noscript",
    "template",
    "figure",
    "figcaption",
    "iframe",
    "form",
    "button",
    "svg",
    "object",
    "video",
    "audio",
]
_BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption"), "head"),
    **dict.fromkeys(
        ("section", "article", "main", "header", "footer", "aside", "address", "pre", "center", "dl", "dd"), "div"
    ),
    **dict.fromkeys(("ul", "ol"), "list"),
    "li": "item",
    "blockquote": "quote",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "br": "lb",
}
"""HTML's blocks under the names that `paragraphs_of` knows (those of TEI, which trafilatura gives)."""


def fragment_paragraphs(source: str, *, name: str) -> list[str]:
    """Return the paragraphs of a string that may hold HTML, each on one line; empty where it holds no text.

    Raises ArticleError where the HTML is far too large.
    """
    source = clean(source).strip()
    if not source:
        return []
    if source.count("<") > MAX_TAGS:
        raise ArticleError(name, f"more than {MAX_TAGS:,} tags; this is no article")
    if not _MARKUP.search(source):
        return drop_boilerplate(_plain_paragraphs(_unescaped(source)))
    try:
        tree = parse_page(f"<html><body><div>{source}</div></body></html>", name=name).tree
    except ArticleError as error:
        if "no HTML" in error.reason:
            return []
        raise
    return drop_boilerplate(paragraphs_of(_named_blocks(tree)))


def fragment_line(source: str | None) -> str | None:
    """Return a string that may hold HTML (a title, a name) as one line of text, None where nothing is left."""
    from lxml.html import fromstring  # noqa: PLC0415  # only where articles are read

    line = one_line(clean(source or ""))
    if _MARKUP.search(line):
        line = one_line(text_of(fromstring(f"<div>{line}</div>")))
    return one_line(_unescaped(line)) or None


def _plain_paragraphs(text: str) -> list[str]:
    """Cut at blank lines; a text without any is cut at every line's end."""
    separator = r"\n[ \t]*\n" if re.search(r"\n[ \t]*\n", text) else r"\n"
    return [line for piece in re.split(separator, text) if (line := one_line(piece))]


def _unescaped(text: str) -> str:
    from html import unescape  # noqa: PLC0415  # see fragment_line

    return clean(unescape(text)) if _ENTITY.search(text) else text


def _named_blocks(tree: HtmlElement) -> HtmlElement:
    for element in list(tree.iter(*_NOT_TEXT)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.tag = _BLOCKS[element.tag]
    return tree
