"""A page's bytes -> RawArticle: text without boilerplate, title, date, publisher, author, language, address.

trafilatura chooses the text; before it `prune` takes out what is surely not the article, after it `boilerplate` drops
single lines, and the standfirst is put back when it was left out. trafilatura and lxml are imported when a page is
read, never by the running bot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.attribution import agency_named, domain_of, find_agency
from bot.ingest.blocks import find_standfirst, paragraphs_of, with_standfirst
from bot.ingest.boilerplate import drop_boilerplate
from bot.ingest.dates import find_publication_date
from bot.ingest.decode import decode, unpack
from bot.ingest.dom import Page, one_line, parse_page
from bot.ingest.metadata import declared_language, find_author, find_publisher_name, find_title, modified_at
from bot.ingest.prune import prune
from bot.ingest.raw import RawArticle
from bot.ingest.visibledates import is_only_date

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

_SUSPICIOUS = 0.7  # share of the page's densest text below which pruning may have taken the article itself
_MIN_TEXT = 25  # characters: less is no article but what is left of a page that needs JavaScript


def read_page(
    data: bytes, *, url: str | None = None, declared_charset: str | None = None, today: date | None = None
) -> RawArticle:
    """Read the article of a web page.

    Args:
        data: the HTML as it came, also gzipped.
        url: the page's address, where it is known; else the one that the page gives itself.
        declared_charset: the charset that the server declared.
        today: the day of fetching; later dates are not believed.

    Raises ArticleError, named after the address, when there is no article in it.
    """
    name = url or "page"
    html = decode(unpack(data, name=name), declared=declared_charset, name=name)
    page = parse_page(html, name=name, url=url)
    found = find_publication_date(page, today=today)
    title, author, standfirst = find_title(page), find_author(page), find_standfirst(page)
    lines = _extract(page, html)
    paragraphs = [line for line in drop_boilerplate(lines) if not _is_title(line, title)]
    paragraphs = with_standfirst(_without_date_line(paragraphs), standfirst)
    if _length(paragraphs) < _MIN_TEXT:
        raise ArticleError(name, "no article text found")
    credited = agency_named(author) if author else None
    return RawArticle(
        title=title,
        text="\n\n".join(paragraphs),
        date=found.day if found else None,
        date_found_in=found.found_in if found else None,
        publisher_name=find_publisher_name(page),
        domain=domain_of(page.url) if page.url else None,
        agency=credited or find_agency(lines),
        author=None if credited else author,
        language=declared_language(page),
        url=page.url,
        modified=modified_at(page),
    )


def _extract(page: Page, html: str) -> list[str]:
    """Return the lines that hold the article; prunes the page's tree.

    Where far less comes out than the page's densest element holds, pruning took too much: then the page as it came is
    read, and the longer of the two wins.
    """
    expected = prune(page.tree, page.headline)
    lines = _choose_text(page.tree)
    if _length(lines) >= _SUSPICIOUS * expected:
        return lines
    whole = _choose_text(parse_page(html, name=page.url or "page").tree)
    return max(lines, whole, key=_length)


def _choose_text(tree: HtmlElement) -> list[str]:
    """Return the paragraphs that trafilatura takes for the article."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # heavy: only where pages are read

    document = bare_extraction(tree, include_comments=False)
    body = getattr(document, "body", None)
    return paragraphs_of(body) if body is not None else []


def _without_date_line(lines: list[str]) -> list[str]:
    """Drop the dates before the text; those inside it may be the headings of a chronicle."""
    start = next((place for place, line in enumerate(lines) if not is_only_date(line)), 0)
    return lines[start:]


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def _is_title(line: str, title: str | None) -> bool:
    return bool(title) and one_line(line).casefold() == one_line(title or "").casefold()
