"""Files that list articles, an entry each: tables, feeds, sitemaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.feedfiles import FeedEntry, SitemapEntry, read_feed, read_json_feed, read_sitemap
from bot.ingest.settle import settled
from bot.ingest.source import inner_id
from bot.ingest.tables import TableArticle, read_csv, read_json, read_json_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ingest.source import Read, ReadSettings, Source


def csv_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the articles of a CSV file."""
    yield from _from_table(read_csv(source.stream, source.id, settings.columns), source, settings)


def json_lines_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the articles of a file with an object a line."""
    yield from _from_table(read_json_lines(source.stream, source.id, settings.columns), source, settings)


def json_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the articles of a JSON document."""
    yield from _from_table(read_json(source.all_bytes(), source.id, settings.columns), source, settings)


def _from_table(rows: Iterable[TableArticle | ArticleError], source: Source, settings: ReadSettings) -> Read:
    for row in rows:
        yield row if isinstance(row, ArticleError) else settled(row.article, inner_id(source, row.key), settings)


def feed_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the articles of an RSS or Atom feed."""
    yield from _from_feed(read_feed(source.all_bytes(), source.id, charset=source.charset), source, settings)


def json_feed_file(source: Source, settings: ReadSettings) -> Read:
    """Yield the articles of a JSON Feed."""
    yield from _from_feed(read_json_feed(source.all_bytes(), source.id), source, settings)


def _from_feed(entries: Iterable[FeedEntry | ArticleError], source: Source, settings: ReadSettings) -> Read:
    for entry in entries:
        if isinstance(entry, ArticleError):
            yield entry
        elif entry.article.text:
            yield settled(entry.article, inner_id(source, entry.key), settings)
        else:
            yield ArticleError(inner_id(source, entry.key), _only_headline(entry.article.title, entry.article.url))


def _only_headline(title: str | None, url: str | None) -> str:
    said = f"only the headline {title!r}" if title else "no text and no headline"
    return f"{said}; the article is at {url}" if url else said


def sitemap_file(source: Source, settings: ReadSettings) -> Read:
    """Tell of each headline of a news sitemap, and of the addresses of another in one sentence: it holds no article."""
    del settings
    addresses = 0
    for entry in read_sitemap(source.stream, source.id):
        if entry.title:
            yield _headline(source, entry)
        else:
            addresses += 1
    if addresses:
        yield ArticleError(source.id, f"a sitemap: {addresses:,} addresses, no text; read the addresses themselves")


def _headline(source: Source, entry: SitemapEntry) -> ArticleError:
    return ArticleError(inner_id(source, entry.url), _only_headline(entry.title, entry.url))
