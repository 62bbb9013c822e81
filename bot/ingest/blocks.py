"""The text that trafilatura chose, as paragraphs; and the standfirst that it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ingest.dom import one_line, short_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from bot.ingest.dom import Page

_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "div", "body", "code", "ab", "cell"})
_STANDFIRST = re.compile(
    r"sub-?(?:head(?:line|ing)?|title)|standfirst|(?:^|[\s_-])(?:dek|deck|lede|lead|bajada|copete|chapo|chapeau|entradilla|"
    r"sumario|linha-?fina|underline|epigraph|teaser-?text|announce|anons)(?:$|[\s_-])|excerpt|summary|"
    r"intro(?:$|[\s_-]|text|duction)",
    re.IGNORECASE,
)
_MIN_STANDFIRST = 40  # characters; a shorter one is a kicker
_MAX_STANDFIRST = 700
_AFTER_HEADLINE = 25  # text blocks after the headline among which the standfirst is looked for
_OPENING = 60  # characters compared to tell whether a paragraph is there already


def paragraphs_of(body: HtmlElement) -> list[str]:
    """Return the paragraphs of trafilatura's body, in order, each on one line."""
    paragraphs: list[str] = []
    pieces: list[str] = []
    for piece in _pieces(body):
        if piece is None:
            _close(paragraphs, pieces)
        else:
            pieces.append(piece)
    _close(paragraphs, pieces)
    return paragraphs


def _close(paragraphs: list[str], pieces: list[str]) -> None:
    text = one_line("".join(pieces))
    pieces.clear()
    if any(char.isalnum() for char in text):
        paragraphs.append(text)


def _pieces(body: HtmlElement) -> Iterator[str | None]:
    """Yield the body's text in order, and None at every paragraph's end; without recursion."""
    waiting: list[tuple[HtmlElement, bool]] = [(body, False)]
    while waiting:
        element, is_end = waiting.pop()
        breaks = element.tag in _BLOCKS and element.tag != "cell"
        if is_end:
            if breaks or element.tag == "lb":
                yield None
            yield " " if element.tag == "cell" else ""
            yield (element.tail or "") if element is not body else ""
            continue
        if breaks:
            yield None
        yield element.text or ""
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element) if isinstance(child.tag, str))


def find_standfirst(page: Page) -> str | None:
    """Return the sentence or two that the page shows under (or over) its headline, None where it shows none.

    It is known by its name in the page, or because the page's own summary begins like it.
    """
    headline = page.headline
    summary = one_line(page.first_meta("og:description", "description") or "").rstrip("….")
    if headline is None:
        return None
    for element in (*_blocks_after(headline), *_blocks_beginning(page, summary)):
        found = short_text(element, _MAX_STANDFIRST)
        found = one_line(element.text or "") if found is None else found  # the tag may never be closed
        if _MIN_STANDFIRST <= len(found) <= _MAX_STANDFIRST and (
            _is_named_standfirst(element) or _repeats(summary, found)
        ):
            return found
    return None


def with_standfirst(paragraphs: list[str], standfirst: str | None) -> list[str]:
    """Put the standfirst before the paragraphs unless they have it."""
    if not standfirst or standfirst[:_OPENING] in one_line(" ".join(paragraphs)):
        return paragraphs
    return [standfirst, *paragraphs]


def _blocks_beginning(page: Page, summary: str) -> Iterator[HtmlElement]:
    """Yield the blocks anywhere in the page that begin like its summary."""
    if len(summary) >= _MIN_STANDFIRST:
        for element in page.tree.iter("p", "h2", "h3", "h4", "div", "span", "strong", "b", "em"):
            if (element.text or "").lstrip().startswith(summary[:20]):
                yield element


def _blocks_after(headline: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the blocks without inner blocks that follow the headline in the page's order."""
    count = 0
    for element in headline.xpath(
        "following::*[self::p or self::h2 or self::h3 or self::div or self::span][position() < 300]"
    ):
        if (
            any(child.tag in {"p", "div", "h2", "h3", "ul", "section"} for child in element)
            or short_text(element, _MAX_STANDFIRST) == ""
        ):
            continue
        count += 1
        if count > _AFTER_HEADLINE:
            return
        yield element


def _is_named_standfirst(element: HtmlElement) -> bool:
    parent = element.getparent()
    names = [element.get("class") or "", element.get("itemprop") or ""]
    if parent is not None and short_text(parent, _MAX_STANDFIRST) is not None:
        names.append(parent.get("class") or "")
    return any(_STANDFIRST.search(name) for name in names)


def _repeats(summary: str, found: str) -> bool:
    """Tell whether the page's summary and a block say the same in the same words."""
    return len(summary) >= _MIN_STANDFIRST and (
        found.startswith(summary[:_OPENING]) or summary.startswith(found[:_OPENING])
    )
