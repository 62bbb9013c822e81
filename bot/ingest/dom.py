"""A page's HTML as a tree, with its `<meta>` values and its linked data (JSON-LD) ready to be asked.

lxml is imported when a page is read: only building and ingesting load it. libxml2 stops at 255 nested elements, so
that nothing after it can run out of stack.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

MAX_ELEMENTS = 30_000
"""Elements of one page; the largest page of the evaluation has 13,000."""

_MAX_TAGS = 300_000  # opening angle brackets, those in scripts with them
_MAX_HEADINGS = 100  # headings of a page among which the headline is looked for
_MAX_ATTRIBUTES = 1000  # of one tag; 5,000 take libxml2 2.14 0.4 s, and 20,000 17 s
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{_MAX_ATTRIBUTES}}}+(?P<too_many>{_ATTRIBUTE})?+")
_SITE_NAME = 15  # characters: a heading as short as this may be the site's name
_MAX_HEADLINE = 400  # characters
_MAX_SCRIPTS = 60  # JSON-LD scripts looked at
_MAX_NODES = 400  # JSON-LD objects looked at
_ARTICLE_TYPE = re.compile(r"Article$|BlogPosting$|^Report$|^Report\w*Article$|^SocialMediaPosting$")
_PAGE_TYPE = re.compile(r"WebPage$|^CreativeWork$|^VideoObject$")
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page. `meta` maps the lower-case name, property or itemprop to its values in the page's order.

    `linked` holds the JSON-LD objects that describe an article, outermost first, then those that describe the page.
    `headline` is the element that holds the headline.
    """

    tree: HtmlElement
    meta: Mapping[str, tuple[str, ...]]
    linked: tuple[Mapping[str, Any], ...]
    headline: HtmlElement | None
    url: str | None

    def first_meta(self, *names: str) -> str | None:
        """Return the first value that is not empty of the first name that has one."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), None)


def parse_page(html: str, *, name: str, url: str | None = None) -> Page:
    """Parse a page's HTML. Raises ArticleError when there is nothing to parse or far too much."""
    from lxml import etree  # noqa: PLC0415  # see the module's docstring
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    _refuse_endless_tags(html, name)
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(html.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(name, "no HTML in it") from error
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise ArticleError(name, f"more than {MAX_ELEMENTS:,} elements; this is no article")
    meta, linked = _meta(tree), tuple(_linked(tree))
    return Page(tree, meta, linked, _headline(tree, _titles(tree, meta, linked)), url or _own_address(tree))


def _refuse_endless_tags(html: str, name: str) -> None:
    """Raise ArticleError for a tag of very many attributes: libxml2 compares each to all before it.

    The scan is linear and may count the words of a broken text for attributes, never too few.
    """
    if html.count("<") > _MAX_TAGS:
        raise ArticleError(name, f"more than {_MAX_TAGS:,} tags; this is no article")
    position = html.find("<")
    while position >= 0:
        tag = _ATTRIBUTES.match(html, position)
        if tag and tag["too_many"]:
            raise ArticleError(name, f"a tag of more than {_MAX_ATTRIBUTES:,} attributes")
        position = html.find("<", tag.end() if tag else position + 1)


def text_of(element: HtmlElement) -> str:
    """Return an element's text on one line."""
    return one_line(" ".join(element.itertext()))


def short_text(element: HtmlElement, limit: int) -> str | None:
    """Return an element's text on one line, None where it is longer than `limit` characters; reads no further."""
    pieces: list[str] = []
    room = limit
    for piece in element.itertext():
        room -= len(piece.strip())
        if room < 0:
            return None
        pieces.append(piece)
    text = one_line(" ".join(pieces))
    return text if len(text) <= limit else None


def one_line(text: str) -> str:
    """Collapse every run of white space to one space."""
    return " ".join(text.split())


def names_of(element: HtmlElement) -> str:
    """Return the words by which the page's author named an element: its class and id."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def _titles(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], linked: tuple[Mapping[str, Any], ...]) -> list[str]:
    """Return what may repeat the headline, most exact first."""
    headlines = [node["headline"] for node in linked if isinstance(node.get("headline"), str)]
    shared = [value for name in ("og:title", "twitter:title") for value in meta.get(name, ())]
    titles = (*headlines[:1], *shared, tree.findtext(".//title") or "")
    return [title[:_MAX_HEADLINE] for title in titles if title]


def _headline(tree: HtmlElement, titles: list[str]) -> HtmlElement | None:
    """Return the element that holds the headline: a heading that a title repeats, else the first long `h1`."""
    elements = islice(tree.iter("h1", "h2", "h3"), _MAX_HEADINGS)
    texts = ((element, short_text(element, _MAX_HEADLINE)) for element in elements)
    headings = [(element, text.casefold()) for element, text in texts if text and len(text) > _SITE_NAME]
    for title in titles:
        wanted = one_line(title).casefold()
        repeated = [(len(text), -place) for place, (_, text) in enumerate(headings) if text in wanted]
        if repeated:
            return headings[-max(repeated)[1]][0]
    return next((element for element, _ in headings if element.tag == "h1"), None)


def _own_address(tree: HtmlElement) -> str | None:
    """Return the address that the page gives as its own."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(address).strip() for address in found if re.match(r"\s*https?://", address)), None)


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        content = one_line(element.get("content") or element.get("datetime") or "")
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name:
                values[name] = (*values.get(name, ()), content)[:20]
    return values


def _linked(tree: HtmlElement) -> list[Mapping[str, Any]]:
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]")[:_MAX_SCRIPTS]
    nodes = [node for script in scripts for node in _nodes(_load_json(script.text or ""))]
    articles = [node for node in nodes if is_of_type(node, _ARTICLE_TYPE)]
    return articles + [node for node in nodes if is_of_type(node, _PAGE_TYPE)]


def is_of_type(node: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    """Tell whether a JSON-LD object's type, or one of them, matches."""
    types = node.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind) for kind in (types if isinstance(types, list) else [types])
    )


def _load_json(source: str) -> Any:
    """Return what a script holds; None where it is not JSON (pages often break it, which is no fault of ours)."""
    source = re.sub(r"^\s*(?:<!\[CDATA\[|//<!\[CDATA\[)|(?://)?\]\]>\s*$", "", source).strip().rstrip(";")
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return _salvage(source)


_SALVAGE = re.compile(r'"(datePublished|dateCreated|headline|@type)"\s*:\s*"((?:[^"\\]|\\.){1,300})"')


def _salvage(source: str) -> dict[str, str]:
    """Return the plain fields of broken JSON, the first of each name."""
    return dict(reversed(_SALVAGE.findall(source[:200_000])))


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of linked data that may describe the page itself: lists of other articles are not entered."""
    waiting, seen = [value], 0
    while waiting and seen < _MAX_NODES:
        value, seen = waiting.pop(0), seen + 1
        if isinstance(value, list):
            waiting[:0] = value[:_MAX_NODES]
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _NESTING if isinstance(value.get(key), dict | list))
