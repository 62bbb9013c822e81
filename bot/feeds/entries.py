"""A fetched feed into its entries, and what can be said of one before its page is fetched."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.decode import unpack
from bot.ingest.feedfiles import FeedEntry, SitemapEntry, read_feed, read_json_feed, read_sitemap
from bot.ingest.formats import HEAD, Format, recognise
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WHOLE_TEXT = 120
"""Words from which a feed's text may be the whole article.

Summaries of the real feeds at hand have 8 to 68 words, whole texts 80 to 1,480.
"""

_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\]|»|→|"
    r"(?:read|continue|full|leer|seguir|ler|lire|читать|подробнее|далее)\b[^.!?]{0,40})\s*[\])]?\s*$",
    re.IGNORECASE,
)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)


def parse_entries(data: bytes, address: str, charset: str | None) -> list[FeedEntry]:
    """Return a feed's entries in its order, each key once; unreadable entries are left out.

    Raises ArticleError where the data is no feed, or not one entry of it can be read.
    """
    data = unpack(data, name=address)
    entries: dict[str, FeedEntry] = {}
    trouble: ArticleError | None = None
    for entry in _read(data, address, charset):
        if isinstance(entry, FeedEntry):
            entries.setdefault(entry.key, entry)
        else:
            trouble = entry
    if not entries and trouble:
        raise trouble
    return list(entries.values())


def _read(data: bytes, address: str, charset: str | None) -> Iterable[FeedEntry | ArticleError]:
    kind = _kind_of(data, address)
    if kind is Format.FEED:
        return read_feed(data, address, charset=charset) if _has_entries(data) else ()
    if kind in {Format.JSON_FEED, Format.JSON}:
        return read_json_feed(data, address)
    if kind is Format.SITEMAP:
        return _listed(read_sitemap(io.BytesIO(data), address))
    what = "a web page" if kind is Format.HTML else kind
    raise ArticleError(address, f"{what}, not a feed; look for the feed's own address on the site")


def _kind_of(data: bytes, address: str) -> Format:
    """Tell the format by the content alone: an address's ending says nothing."""
    try:
        return recognise(data[:HEAD], "")
    except ArticleError as error:
        raise ArticleError(address, error.reason) from error


def _has_entries(data: bytes) -> bool:
    """Tell a feed that is empty today, which is no failure, from one that can't be read; also in UTF-16."""
    return bool(_ENTRY.search(data.replace(b"\0", b"")))


def _listed(addresses: Iterable[SitemapEntry]) -> Iterator[FeedEntry]:
    """Yield a sitemap's articles. Raises ArticleError for an index of sitemaps: which of them to follow is a choice."""
    for entry in addresses:
        if entry.is_sitemap:
            raise ArticleError(entry.url, "listed in an index of sitemaps; name the news sitemap itself as the feed")
        found_in = "feed" if entry.published else None
        article = RawArticle(entry.title, "", entry.published, found_in, entry.publisher_name, url=entry.url)
        yield FeedEntry(entry.url, article)


def is_whole(article: RawArticle) -> bool:
    """Tell whether the text that a feed carries looks like the whole article and not like its beginning."""
    return len(article.text.split()) >= _WHOLE_TEXT and not _CUT_OFF.search(article.text)


def digest_of(entry: FeedEntry) -> bytes:
    """Return 16 bytes that change when what the feed says about an article changes."""
    article = entry.article
    said = "\0".join((article.title or "", article.text, article.url or "", str(article.date)))
    return hashlib.blake2b(said.encode("utf-8", errors="replace"), digest_size=16).digest()
