"""What a page says about itself: headline, authors, publisher, language."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.ingest.dom import one_line, short_text
from bot.ingest.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.ingest.dom import Page

_SEPARATOR = re.compile(r"\s+[|»•·–—-]\s+|\s*\|\s*|\s+::\s+|\s+/\s+")
_MAX_TITLE = 300  # characters
_MAX_HEADINGS = 50
_MAX_AUTHOR = 80
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@|^\d+$|^(?:admin(?:istrator)?|editor|redac(?:ci[oó]n|"
    r"tion|ção|tor)|redazione|staff|guest|author|autor|редакция|"
    r"webmaster|unknown|anonymous|none|null|by|posted|.{0,30}\.(?:com|org|net|ru|es|br))$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:by|por|par|автор|от|von|text(?:o)?|escrito por|written by|author|autor[ae]?)\s*:?\s+", re.IGNORECASE
)


def find_title(page: Page) -> str | None:
    """Return the headline: linked data, else the page's `h1` where the share title repeats it, else the titles."""
    shared = page.first_meta("og:title", "twitter:title", "dc.title", "title")
    elements = islice(page.tree.iter("h1"), _MAX_HEADINGS)
    headings = [text for element in elements if (text := short_text(element, _MAX_TITLE))]
    titles = [title[: 2 * _MAX_TITLE] for title in (shared or "", page.tree.findtext(".//title") or "")]
    repeated = [text for text in headings if len(text) > 10 and any(_same(text, title) for title in titles)]  # noqa: PLR2004  # characters: a site's name is shorter
    linked = next((node["headline"] for node in page.linked if isinstance(node.get("headline"), str)), None)
    own = max(repeated, key=len, default=None) or linked or shared
    return _tidy(own or _without_site(titles[1]) or next(iter(headings), ""))


def _same(heading: str, title: str) -> bool:
    return heading.casefold() in one_line(title).casefold()


def _without_site(title: str) -> str:
    """Cut the site's name off a `<title>`: the longest of its parts is the headline."""
    return max(_SEPARATOR.split(one_line(title)), key=len, default="")


def _tidy(title: str) -> str | None:
    from html import unescape  # noqa: PLC0415  # some pages escape twice

    return one_line(unescape(re.sub(r"<[^>]{1,40}>", "", title)))[:_MAX_TITLE] or None


def find_author(page: Page) -> str | None:
    """Return the authors' names, separated by commas; None where the page names none or only its desk."""
    names: list[str] = []
    for name in _author_names(page):
        tidy = _BY.sub("", one_line(name)).strip(" ,;|")
        if 1 < len(tidy) <= _MAX_AUTHOR and not _NO_AUTHOR.search(tidy) and tidy not in names:
            names.append(tidy)
    return ", ".join(names[:5]) or None


def _author_names(page: Page) -> Iterator[str]:
    found = False
    for node in page.linked:
        for name in names_in(node.get("author")):
            found = True
            yield name
        if found:
            return
    for key in (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "sailthru.author",
        "byl",
        "cxenseparse:author",
    ):
        if page.meta.get(key):
            yield from page.meta[key]
            return
    for element in page.tree.xpath("//*[@rel='author' or @itemprop='author']")[:3]:
        yield short_text(element, _MAX_AUTHOR) or ""


def names_in(value: Any) -> Iterator[str]:
    """Yield the names in a JSON-LD value: a string, an object with a name, or a list of these."""
    for item in value[:20] if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, list):
            name = next(iter(name), None)
        if isinstance(name, str):
            yield name


def find_publisher_name(page: Page) -> str | None:
    """Return the publisher's or the site's name as the page gives it."""
    linked = (name for node in page.linked for name in names_in(node.get("publisher")))
    named = next((one_line(name) for name in linked if name.strip()), None)
    return named or page.first_meta(
        "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name"
    )


def modified_at(page: Page) -> datetime | None:
    """Return when the page says that it was last changed, None where it does not."""
    linked = next((node["dateModified"] for node in page.linked if isinstance(node.get("dateModified"), str)), None)
    stamp = linked or page.first_meta("article:modified_time", "og:updated_time", "last-modified", "datemodified")
    return read_moment(stamp) if stamp else None


def declared_language(page: Page) -> str | None:
    """Return the ISO 639-1 code that the page declares, None where it declares none."""
    tag = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    linked = next((node["inLanguage"] for node in page.linked if isinstance(node.get("inLanguage"), str)), None)
    tag = tag or linked or page.first_meta("og:locale", "content-language", "language", "dc.language")
    found = re.match(r"\s*([a-z]{2})(?![a-z])", tag or "", re.IGNORECASE)
    return found[1].lower() if found else None
