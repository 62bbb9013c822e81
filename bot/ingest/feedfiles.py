"""Feeds (RSS, Atom, JSON Feed) and news sitemaps into articles, or into addresses to fetch.

feedparser knows the dialects. It gets the feed as libxml2 mends it: well-formed, at most 255 elements deep, without
document type and entities, in UTF-8, so that neither hostile nor broken XML makes it slow.
"""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.attribution import agency_named, domain_of, find_agency
from bot.ingest.dates import date_in_address
from bot.ingest.datewords import read_stamp
from bot.ingest.decode import decode
from bot.ingest.formats import after_prologue
from bot.ingest.fragments import fragment_line, fragment_paragraphs
from bot.ingest.moments import read_moment
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

MAX_ENTRIES = 20_000
"""Entries of one feed that are read; a sitemap may list 50,000 addresses."""

_MAX_ADDRESSES = 50_000  # of one sitemap, by its standard
_MAX_TAGS = 500_000  # of one feed: more cost hundreds of megabytes as a tree
_MIN_TEXT = 25  # characters; fewer say no more than the headline
_AMPERSANDS = re.compile(
    r"(?P<kept><!\[CDATA\[.*?(?:\]\]>|\Z)|&#\d{1,7};|&#[xX][\dA-Fa-f]{1,6};)|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?",
    re.DOTALL,
)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_XML_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DAY_IS_PUBLICATION = ("rss", "cdf")  # dialects whose only date, dc:date, is that of publication; Atom's is a change
_NEWS = "{*}news/{*}"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed: its key (its id there, else its address, else its number) and what it says.

    `article` has an empty text where the feed gives only the headline: the address must be fetched.
    """

    key: str
    article: RawArticle


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address of a sitemap, with what a news sitemap says about it. `is_sitemap` marks an index's entry."""

    url: str
    title: str | None = None
    publisher_name: str | None = None
    published: dt.date | None = None
    is_sitemap: bool = False


def read_feed(data: bytes, name: str, *, charset: str | None = None) -> Iterator[FeedEntry | ArticleError]:
    """Yield the entries of an RSS or Atom feed, in its order.

    Raises ArticleError when it is no feed or has no entries.
    """
    import feedparser  # noqa: PLC0415  # only where feeds are read

    mended = _mended(decode(data, declared=charset, name=name), name)
    try:
        feed = feedparser.parse(io.BytesIO(mended), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser stumbles over some hostile feeds in ways that it does not document
        raise ArticleError(name, "not a feed that can be read") from error
    if not feed.entries:
        raise ArticleError(name, "a feed without entries" if feed.version else "not a feed that can be read")
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], start=1):
        yield _feed_entry(entry, feed, number, name)


def _mended(text: str, name: str) -> bytes:
    """Return XML in UTF-8 that is well-formed and holds no document type. Raises ArticleError where nothing is left."""
    from lxml import etree  # noqa: PLC0415  # only where feeds are read

    if text.count("<") > _MAX_TAGS:
        raise ArticleError(name, f"more than {_MAX_TAGS:,} tags; split it")
    source = _XML_CONTROLS.sub("", _AMPERSANDS.sub(_readable, text[after_prologue(text) :])).lstrip()
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(name, "not a feed that can be read") from error
    if root is None:
        raise ArticleError(name, "not a feed that can be read")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _readable(match: re.Match[str]) -> str:
    """Return what XML can read for an ampersand: HTML's names are unknown to it, and a bare one is an error."""
    from html import unescape  # noqa: PLC0415  # only where feeds are read

    if match["kept"] or match["name"] in _XML_ENTITIES:
        return match[0]
    character = unescape(match[0]) if match["name"] else "&"
    return f"&amp;{character[1:]}" if character.startswith("&") else character


def _feed_entry(entry: Any, feed: Any, number: int, name: str) -> FeedEntry | ArticleError:
    url = _address(entry.get("link"))
    key = str(entry.get("id") or url or number)
    title = fragment_line(entry.get("title"))
    try:
        paragraphs = _without_title(_longest(_bodies(entry), f"{name}#{key}"), title)
    except ArticleError as error:
        return ArticleError(f"{name}#{key}", error.reason)
    author = fragment_line(entry.get("author"))
    credited = agency_named(author) if author else None
    day, found_in = _entry_day(entry, str(feed.version), url)
    source = entry.get("source") or {}
    domain = domain_of(url) if url else None
    return FeedEntry(
        key,
        RawArticle(
            title=title,
            text="\n\n".join(paragraphs),
            date=day,
            date_found_in=found_in,
            publisher_name=fragment_line(source.get("title")) or _publisher_name(feed.feed, domain),
            domain=domain,
            agency=credited or find_agency(paragraphs),
            author=None if credited else author,
            language=_language(feed.feed.get("language")),
            url=url,
            modified=read_moment(str(entry["updated"])) if "updated" in entry else None,
        ),
    )


def _bodies(entry: Any) -> list[str]:
    """Return what may be the entry's text, as HTML or plain."""
    bodies = [content.get("value") for content in entry.get("content", ())]
    return [body for body in (*bodies, entry.get("summary")) if isinstance(body, str) and body.strip()]


def _longest(bodies: list[str], name: str) -> list[str]:
    candidates = [fragment_paragraphs(body, name=name) for body in bodies]
    return max(candidates, key=lambda paragraphs: sum(map(len, paragraphs)), default=[])


def _without_title(paragraphs: list[str], title: str | None) -> list[str]:
    kept = [paragraph for paragraph in paragraphs if paragraph != title]
    return kept if sum(map(len, kept)) >= _MIN_TEXT else []


def _publisher_name(feed: Mapping[str, Any], domain: str | None) -> str | None:
    """Return who publishes a feed by its own words: its title often names but a section ("Technology").

    The title counts when its letters hold the domain's name, as "El Pitazo" does for elpitazo.net, or without domain.
    """
    named = fragment_line(_text(feed.get("publisher")))
    title = fragment_line(_text(feed.get("title")))
    if named or not (domain and title):
        return named or title
    label = max(domain.split(".")[:-1], key=len, default="")
    return title if label.replace("-", "") in re.sub(r"\W+", "", title).casefold() else None


def _entry_day(entry: Any, version: str, url: str | None) -> tuple[dt.date | None, str | None]:
    """Return an entry's publication day and where it was found; the day of a change is none."""
    keys = ["published", *(["updated"] if version.startswith(_DAY_IS_PUBLICATION) else [])]
    for stamp in [entry[key] for key in keys if key in entry]:
        day = read_stamp(stamp) if isinstance(stamp, str) else None
        if day:
            return day, "feed"
    day = date_in_address(url) if url else None
    return day, "url" if day else None


def _address(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and re.match(r"\s*https?://", value) else None


def _language(value: Any) -> str | None:
    match = re.match(r"([a-z]{2})(?:[-_]\w+)*$", value.strip().lower()) if isinstance(value, str) else None
    return match[1] if match else None


def read_json_feed(data: bytes, name: str) -> Iterator[FeedEntry | ArticleError]:
    """Yield the entries of a JSON Feed, in its order. Raises ArticleError when it is none or has no entries."""
    try:
        feed = json.loads(decode(data, name=name))
    except (ValueError, RecursionError) as error:
        raise ArticleError(name, "not valid JSON") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise ArticleError(name, "a feed without entries")
    for number, item in enumerate(items[:MAX_ENTRIES], start=1):
        yield (
            _json_entry(item, feed, number, name)
            if isinstance(item, dict)
            else ArticleError(f"{name}#{number}", "not a JSON object")
        )


def _json_entry(item: Mapping[str, Any], feed: Mapping[str, Any], number: int, name: str) -> FeedEntry | ArticleError:
    url = _address(item.get("url")) or _address(item.get("external_url"))
    key = str(item.get("id") or url or number)
    title = fragment_line(_text(item.get("title")))
    bodies = [_text(item.get(field)) for field in ("content_html", "content_text", "summary")]
    try:
        paragraphs = _without_title(_longest([body for body in bodies if body], f"{name}#{key}"), title)
    except ArticleError as error:
        return ArticleError(f"{name}#{key}", error.reason)
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [fragment_line(_text(author.get("name"))) for author in authors or [] if isinstance(author, dict)]
    author = ", ".join(filter(None, names)) or None
    credited = agency_named(author) if author else None
    day = read_stamp(_text(item.get("date_published")))
    domain = domain_of(url) if url else None
    return FeedEntry(
        key,
        RawArticle(
            title=title,
            text="\n\n".join(paragraphs),
            date=day or (date_in_address(url) if url else None),
            date_found_in="feed" if day else "url" if url and date_in_address(url) else None,
            publisher_name=_publisher_name(feed, domain),
            domain=domain,
            agency=credited or find_agency(paragraphs),
            author=None if credited else author,
            language=_language(item.get("language") or feed.get("language")),
            url=url,
            modified=read_moment(_text(item.get("date_modified"))),
        ),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def read_sitemap(stream: IO[bytes], name: str) -> Iterator[SitemapEntry]:
    """Yield the addresses of a sitemap or sitemap index as they are read.

    Raises ArticleError when nothing in it can be read.
    """
    from lxml import etree  # noqa: PLC0415  # only where sitemaps are read

    count = 0
    events = etree.iterparse(
        stream,
        tag=("{*}url", "{*}sitemap"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, element in events:
            entry = _sitemap_entry(element)
            _let_go(element)
            if entry:
                count += 1
                yield entry
            if count >= _MAX_ADDRESSES:
                return
    except etree.XMLSyntaxError as error:
        raise ArticleError(name, "a sitemap that can't be read to its end") from error
    if not count:
        raise ArticleError(name, "a sitemap without addresses")


def _let_go(element: Any) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _sitemap_entry(element: Any) -> SitemapEntry | None:
    url = _address(element.findtext("{*}loc"))
    if not url:
        return None
    published = element.findtext(f"{_NEWS}publication_date")
    return SitemapEntry(
        url=url,
        title=fragment_line(element.findtext(f"{_NEWS}title")),
        publisher_name=fragment_line(element.findtext(f"{_NEWS}publication/{{*}}name")),
        published=read_stamp(published) if published else None,
        is_sitemap=str(element.tag).endswith("}sitemap") or element.tag == "sitemap",
    )
