"""The one entry point of reading: a file, whatever its format, into articles and reasons, one after the other.

A container (archive, web archive, feed, table) yields an article for each of its entries, with the id of the file,
`#`, and the entry's own id: its path in the archive, its record id, the feed's id for it, the table's id or row number.
So ids are the same in every run. Everything is read as a stream; what is held in memory is one article at a time.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest import lists, single
from bot.ingest.archives import DEPTH, Budget, EndlessArchiveError, Member, open_gzip, read_tar, read_zip
from bot.ingest.decode import tidy
from bot.ingest.formats import HEAD, Format, recognise
from bot.ingest.source import Source, inner_id
from bot.ingest.webarchive import ArchivedPage, read_web_archive
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.ingest.source import Read, Reader, ReadSettings

_CONTAINERS = frozenset({Format.ZIP, Format.TAR, Format.GZIP, Format.WARC, Format.ARC})
NOT_ARTICLES = re.compile(r"(?:readme(?:\.\w+)?|publishers\.csv|licen[cs]e(?:\.\w+)?)", re.IGNORECASE)
"""Names of files that stand beside articles and are none."""


def read_path(path: Path, article_id: str, settings: ReadSettings) -> Read:
    """Yield the articles of a file, and an ArticleError for each piece of it that holds none; raises neither.

    Args:
        path: the file.
        article_id: the id of its article, or the beginning of the ids of its articles.
        settings: what reading needs to know.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            yield ArticleError(article_id, "not a file that can be read: a folder, pipe, socket or device")
            return
        with io.BufferedReader(io.FileIO(path), HEAD) as stream:
            budget = Budget(article_id, os.fstat(stream.fileno()).st_size)
            yield from _read_top(Source(article_id, path.name, stream, budget), settings)
    except OSError as error:
        yield ArticleError(article_id, f"can't be read: {error.strerror or error}")


def read_bytes(
    data: bytes, article_id: str, settings: ReadSettings, *, url: str | None = None, charset: str | None = None
) -> Read:
    """Yield the articles of a file that is in memory: fetched from `url`, say, or sent to the bot; see `read_path`."""
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    yield from _read_top(
        Source(article_id, article_id, stream, Budget(article_id, len(data)), 0, url, charset), settings
    )


def _read_top(source: Source, settings: ReadSettings) -> Read:
    """Read a file of its own; give each of its articles an id that no other has."""
    seen: set[bytes] = set()
    try:
        for item in _read(source, settings):
            if isinstance(item, Article):
                yield replace(item, id=_unique(item.id, seen))
            else:
                yield ArticleError(tidy(item.path) or source.id, item.reason)
    except EndlessArchiveError as error:
        yield error


def _unique(article_id: str, seen: set[bytes]) -> str:
    """Return the id, or the id with the first `~2`, `~3` ... that makes it unique; `seen` keeps digests of 8 bytes."""
    candidate, number = article_id, 1
    while (mark := hashlib.blake2b(candidate.encode("utf-8", "replace"), digest_size=8).digest()) in seen:
        number += 1
        candidate = f"{article_id}~{number}"
    seen.add(mark)
    return candidate


def _read(source: Source, settings: ReadSettings) -> Read:
    """Read a source by its format; whatever is wrong with it is yielded, except that it unpacks without end."""
    try:
        found = recognise(source.stream.peek(HEAD)[:HEAD], source.name)
        if found in _CONTAINERS and source.depth >= DEPTH:
            raise ArticleError(source.id, "an archive inside archives; unpack it")  # noqa: TRY301  # one way out
        yield from _something(_READERS[found](source, settings), source.id)
    except EndlessArchiveError:
        raise
    except ArticleError as error:
        yield error if error.path.startswith(source.id) else ArticleError(source.id, error.reason)
    except RecursionError:
        yield ArticleError(source.id, "nested too deeply")


def _something(items: Read, article_id: str) -> Read:
    """Pass items on; where there are none at all, say so."""
    item: Article | ArticleError | None = None
    for item in items:
        yield item
    if item is None:
        yield ArticleError(article_id, "holds no article")


def _read_warc(source: Source, settings: ReadSettings) -> Read:
    yield from _from_web_archive(read_web_archive(source.stream, source.id, "warc"), source, settings)


def _read_arc(source: Source, settings: ReadSettings) -> Read:
    yield from _from_web_archive(read_web_archive(source.stream, source.id, "arc"), source, settings)


def _from_web_archive(pages: Iterable[ArchivedPage | ArticleError], source: Source, settings: ReadSettings) -> Read:
    for page in pages:
        if isinstance(page, ArticleError):
            yield page
            continue
        inner = inner_id(source, page.key)
        stream = io.BufferedReader(io.BytesIO(page.data), HEAD)
        archived = Source(inner, "", stream, source.budget, source.depth + 1, page.url, page.charset)
        yield from _read(archived, settings.archived_at(page.fetched))


def _read_gzip(source: Source, settings: ReadSettings) -> Read:
    stream = open_gzip(source.stream, source.id, source.budget)
    name = re.sub(r"\.gz$", "", re.sub(r"\.tgz$", ".tar", source.name, flags=re.IGNORECASE), flags=re.IGNORECASE)
    yield from _read(replace(source, name=name, stream=stream, depth=source.depth + 1), settings)


def _read_zip(source: Source, settings: ReadSettings) -> Read:
    yield from _from_archive(read_zip(source.stream, source.id, source.budget), source, settings)


def _read_tar(source: Source, settings: ReadSettings) -> Read:
    yield from _from_archive(read_tar(source.stream, source.id, source.budget), source, settings)


def _from_archive(members: Iterable[Member | ArticleError], source: Source, settings: ReadSettings) -> Read:
    for member in members:
        if isinstance(member, ArticleError):
            yield member
        elif not NOT_ARTICLES.fullmatch(member.path.rpartition("/")[2]):
            inner = inner_id(source, member.path)
            yield from _read(Source(inner, member.path, member.stream, source.budget, source.depth + 1), settings)


_READERS: dict[Format, Reader] = {
    Format.MARKDOWN: single.markdown_file,
    Format.TEXT: single.text_file,
    Format.HTML: single.html_file,
    Format.JSON_LINES: lists.json_lines_file,
    Format.JSON: lists.json_file,
    Format.CSV: lists.csv_file,
    Format.FEED: lists.feed_file,
    Format.JSON_FEED: lists.json_feed_file,
    Format.SITEMAP: lists.sitemap_file,
    Format.WARC: _read_warc,
    Format.ARC: _read_arc,
    Format.PDF: single.pdf_file,
    Format.ZIP: _read_zip,
    Format.TAR: _read_tar,
    Format.GZIP: _read_gzip,
}
